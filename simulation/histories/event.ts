/** The marketplaces that a history takes place on. */
export const MARKETPLACES = ["tiktok-shop", "tiki"] as const
export type Marketplace = (typeof MARKETPLACES)[number]

/** Articles of the shop, each offered on both marketplaces; events name them by place. */
export const ARTICLES = 6

export type OrderLine = { article: number; quantity: number }

/** What happens in a shop's life. Orders and sales are named by the number they were given. */
export type Event =
  /** A buyer orders at a marketplace; `waits` for being paid or released first. */
  | {
      kind: "order"
      order: number
      marketplace: Marketplace
      lines: OrderLine[]
      is_cod: boolean
      waits: boolean
    }
  /** It goes one step on at its marketplace. */
  | { kind: "advance"; order: number }
  | { kind: "cancel"; order: number; by: "buyer" | "seller" | "system" }
  /** Its address changes; `quietly` leaves its time of change alone. */
  | { kind: "edit"; order: number; name: string; quietly: boolean }
  /** The buyer wants to send it back, or what was asked before goes one step on. */
  | { kind: "return"; order: number }
  /** In Medusa: somebody buys in the storefront, and may think better of it. */
  | { kind: "storefront_sale"; sale: number; article: number; quantity: number }
  | { kind: "storefront_cancel"; sale: number }
  /** In Medusa: goods arrive, or are found missing. */
  | { kind: "count"; article: number; change: number }
  /** Somebody sets the number at the marketplace by hand. */
  | {
      kind: "set_by_hand"
      marketplace: Marketplace
      article: number
      units: number
    }
  | { kind: "rename"; marketplace: Marketplace; article: number; title: string }
  /** In Medusa: the listing's link is taken away, or made again. */
  | { kind: "unlink" | "link"; marketplace: Marketplace; article: number }
  /** The marketplace settles what is completed, and says so over its API. */
  | { kind: "settle" }
  /** The shop uploads a file about the orders that have reached their buyers since. */
  | { kind: "upload"; short_by: number }
  /** Messages are delivered, and what is due is worked off. */
  | { kind: "work" }
  /** Time passes: feeds are due to be read, or simply everything is. */
  | { kind: "wait"; until: "next_poll" | "everything" }

export type EventKind = Event["kind"]
