import { Marketplace } from "./event"

/** An order as the marketplace lists it. */
export type ListedOrder = { marketplace: Marketplace; external_id: string }

/** An order with its status in its marketplace's own books. */
export type BookedOrder = ListedOrder & { raw_status: string }

/** A channel order with what Medusa has of it. */
export type EndOrder = ListedOrder & {
  status: string | null
  raw_status: string
  import_state: string
  import_rule: string | null
  /** Codes of why it is parked. */
  reasons: string[]
  host_state: string
  /** When the goods of its channel's orders leave the count, as the channel is set. */
  deduct_stock_on: string
  /** Medusa orders that stand for it, and the status of the one it names. */
  medusa_orders: number
  medusa_status: string | null
  /**
   * What the marketplace asks for it, what the Medusa order comes to unless it is cancelled, and
   * what is kept of what was paid (đồng).
   */
  asked: number | null
  total: number | null
  paid: number
  /** Units by SKU that lines of it may hold; none where its stock is not the shop's. */
  units: Record<string, number>
  /** Units by SKU that Medusa has reserved for it. */
  reserved: Record<string, number>
}

/** An article's number at one marketplace. */
export type EndNumber = {
  /** That the rules want, that was read back, and that buyers see now. */
  wanted: number | null
  confirmed: number | null
  shown: number
  /** How the listing stands, and why. */
  state: string | null
}

export type EndArticle = {
  seller_sku: string
  stocked: number
  /** By the level's own count, and by the rows that it counts. */
  reserved: number
  reserved_rows: number
  /** Of those: for orders, for the storefront, and for units that no order stands for yet. */
  for_orders: number
  for_storefront: number
  unseen: number
  /** Units that the marketplaces keep for orders that are not the shop's yet. */
  awaited: number
  numbers: Record<Marketplace, EndNumber>
}

/** Lines of a statement and what they come to (đồng), by the state that each is in. */
export type EndStatement = {
  marketplace: Marketplace
  source: string
  status: string
  /** What the marketplace says that it comes to; null where it does not say. */
  stated_net: number | null
  lines: { state: string | null; count: number; net: number }[]
}

export type EndSettlement = ListedOrder & {
  state: string
  settled_net: number
  expected_net: number | null
  /** What its own lines come to, without those that stand for the same money. */
  lines_net: number
  findings: string[]
}

/** A number that was written to a marketplace, beside the most that was free by then. */
export type Write = {
  marketplace: Marketplace
  seller_sku: string
  quantity: number
  most: number
}

/** Everything that is judged once a history has quieted down. */
export type EndState = {
  listed: BookedOrder[]
  orders: EndOrder[]
  /** Medusa orders of both marketplaces, whatever they belong to. */
  medusa_orders: number
  articles: EndArticle[]
  statements: EndStatement[]
  settlements: EndSettlement[]
  writes: Write[]
  /** Work that is still to be done, one sentence each. */
  undone: string[]
}
