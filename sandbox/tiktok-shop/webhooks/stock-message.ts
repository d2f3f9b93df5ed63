import { Sku, StockLevel } from "../products/product"
import { StockChange } from "../products/stock"
import { Message } from "./messages"

/**
 * `inventory_update` (changelog `9q4we8qr`). Its number was seen in the field; its name
 * among the subscriptions is not known, so it goes to the app's own URL.
 */
const INVENTORY_UPDATE = 68

/** Sums over all warehouses of a SKU. */
export type StockTotals = Pick<StockLevel, "available" | "committed">

/**
 * Tells how a SKU's numbers changed.
 * @param number counts the messages, for their ids.
 * @param now milliseconds since 1970, UTC.
 */
export function stockMessage(
  { cause, sku, from, to }: StockChange,
  totals: StockTotals,
  seller_open_id: string,
  number: number,
  now: number
): Message {
  const occurred_at = new Date(now).toISOString()
  const event_id = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`
  const after = snapshot(sku, totals)
  const before = snapshot(wasLocked(sku, cause), {
    available: totals.available - (to.available - from.available),
    committed: totals.committed - (to.committed - from.committed),
  })
  const delta = (name: keyof Snapshot) => after[name] - before[name]
  return {
    type: INVENTORY_UPDATE,
    seller_open_id,
    data: {
      event_id,
      occurred_at,
      seller_id: "7490000000000000001",
      product_id: sku.product_id,
      sku_id: sku.id,
      quantity_snapshot_after_change: after,
      change_detail: [
        {
          idempotency_key: event_id,
          trigger_source: cause,
          occurred_at,
          total_quantity_delta: delta("total_quantity"),
          available_quantity_delta: delta("total_available_quantity"),
          committed_quantity_delta: delta("total_committed_quantity"),
          in_shop_quantity_delta: delta("in_shop_quantity"),
          campaign_locked_quantity_delta: delta("campaign_locked_quantity"),
          creator_locked_quantity_delta: delta("creator_locked_quantity"),
        },
      ],
    },
  }
}

function wasLocked(
  sku: Sku,
  cause: StockChange["cause"]
): Pick<Sku, "locked_by_campaign"> {
  return cause === "campaign_lock" || cause === "campaign_unlock"
    ? { locked_by_campaign: cause === "campaign_unlock" }
    : sku
}

type Snapshot = ReturnType<typeof snapshot>

/** A campaign that locks a SKU holds all of its units. */
function snapshot(
  { locked_by_campaign }: Pick<Sku, "locked_by_campaign">,
  { available, committed }: StockTotals
) {
  const locked = locked_by_campaign ? available : 0
  return {
    total_quantity: available + committed,
    total_available_quantity: available,
    total_committed_quantity: committed,
    in_shop_quantity: available - locked,
    campaign_locked_quantity: locked,
    creator_locked_quantity: 0,
  }
}
