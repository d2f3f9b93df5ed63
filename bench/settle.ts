import { marketplacesOf } from "../src/workflows/marketplaces"
import { inBackground } from "../src/workflows/background"
import { ingestOrders } from "../src/workflows/orders/ingest-orders"
import { settleOrders } from "../src/workflows/orders/settle-orders"
import { Measured } from "./bench"
import { alternating, median, round, timed } from "./measure"
import {
  assertImported,
  control,
  importPlaced,
  placeOrders,
  PlacedOrders,
} from "./orders"
import { draftOrders } from "./drafts"
import { createPlainOrder } from "./host-orders-baseline"
import { OrderDraft } from "../src/domain/orders/order-draft"
import { BenchShop } from "./shop"

const ROUNDS = 3

export type Settling = {
  /** How the orders stand when the move begins. */
  status: Parameters<typeof placeOrders>[2]
  /** Orders a round. */
  orders: number
  core_orders: number
  /** The sandbox's call that moves an order on, and its body. */
  change: [path: string, body: object]
  /** The state that Medusa orders have to be in afterwards. */
  host_state: string
  /** Core's own workflows for the same move of one order. */
  core: (
    shop: BenchShop,
    order: { order_id: string; items: { id: string; quantity: number }[] }
  ) => Promise<void>
}

/**
 * Brings Medusa orders to where their channel orders have got, planning and bookkeeping
 * included, in turn with core's workflows order by order. As orders a second.
 */
export async function compareSettling(
  shop: BenchShop,
  say: (text: string) => void,
  settling: Settling
): Promise<Measured> {
  const ours = async (count: number) => {
    const ids = await changedOrders(shop, settling, count)
    const ms = await timed(() => settleOrders(shop.container, ids))
    await assertSettled(shop, ids, settling.host_state)
    return ms / count
  }
  const baseline = async (count: number) => {
    const made = await plainOrders(shop, settling, count)
    const ms = await timed(async () => {
      for (const order of made) {
        await settling.core(shop, order)
      }
    })
    return ms / count
  }
  const release = holdSubscriber(shop)
  try {
    await ours(settling.core_orders)
    await baseline(1)
    const perOrder = await alternating(ROUNDS, {
      ours: () => ours(settling.orders),
      baseline: () => baseline(settling.core_orders),
    })
    const ms = {
      ours: perOrder.ours.map((value) => round(value)),
      baseline: perOrder.baseline.map((value) => round(value)),
    }
    say(`ours ${ms.ours.join(", ")} ms an order`)
    say(`core ${ms.baseline.join(", ")} ms an order`)
    return {
      ours: 1000 / median(perOrder.ours),
      baseline: 1000 / median(perOrder.baseline),
      unit: "orders/s",
      ok: true,
      details: {
        ours_ms_per_order: ms.ours,
        baseline_ms_per_order: ms.baseline,
      },
    }
  } finally {
    release()
  }
}

/** The subscriber settles changed orders at once; here that is what is to be measured. */
function holdSubscriber({ container }: BenchShop): () => void {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  inBackground(container, "settling", () => held)
  return release
}

/** Imported orders that have moved on at the marketplace, and whose newer copy is stored. */
async function changedOrders(
  shop: BenchShop,
  { status, change: [path, body] }: Settling,
  count: number
): Promise<string[]> {
  const placed = await placeOrders(shop, count, status)
  const ids = await importPlaced(shop, placed)
  await assertImported(shop, placed)
  for (const id of placed.ids) {
    await control(shop, `/orders/${id}${path}`, body)
  }
  await readAgain(shop, placed)
  return ids
}

async function readAgain(
  { container, channel }: BenchShop,
  { ids }: PlacedOrders
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const read_started_at = new Date()
  const raws = await provider.readOrdersById(
    marketplaces.access.open(channel),
    ids,
    "orders"
  )
  await ingestOrders(container, {
    channel,
    raws,
    read_started_at,
    source: "poll",
    actor: "system",
  })
}

async function assertSettled(
  { container }: BenchShop,
  ids: string[],
  host_state: string
): Promise<void> {
  const orders = await marketplacesOf(container).listMarketplaceChannelOrders({
    id: ids,
  })
  const late = orders.filter((order) => order.host_state !== host_state)
  if (late.length) {
    throw new Error(
      `${late.length} of ${ids.length} orders are not ${host_state}: ${late[0].settle_error}`
    )
  }
}

/** The same orders, made core's way. */
async function plainOrders(
  shop: BenchShop,
  { status }: Settling,
  count: number
) {
  const drafts = await draftOrders(shop, count, status)
  const made = []
  for (const draft of drafts) {
    made.push(await plainOrder(shop, draft))
  }
  return made
}

async function plainOrder({ container }: BenchShop, draft: OrderDraft) {
  const { order_id, line_item_ids } = await createPlainOrder(container, draft)
  return {
    order_id,
    items: line_item_ids.map((id, place) => ({
      id,
      quantity: draft.items[place].quantity,
    })),
  }
}
