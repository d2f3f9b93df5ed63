import { ChannelSettings } from "../../domain/channels/channel-settings"
import {
  HostState,
  hostMoves,
  wantedHostState,
} from "../../domain/orders/host-state"
import { nextDeadline } from "../../domain/orders/deadline"
import { plannedFlags } from "../../domain/orders/order-flags"
import { orderIdentities } from "../../domain/orders/identities"
import { NeutralOrder } from "../../domain/orders/neutral-order"
import { toMajorUnit } from "../../domain/shared/amount"
import { JsonValue } from "../../domain/shared/json"
import {
  PlannedLine,
  PlannedOrder,
} from "../../modules/marketplace-channel/planned-order"
import { ImportableOrder } from "./importable-order"
import { ChannelFacts } from "./load-planning-facts"
import { PlannedCopy } from "./plan-copies"
import { PlanOutcome } from "./plan-outcome"

/**
 * Gathers plan and outcome into the row that the ledger stores.
 * @param read_at `updated_at` of the row as planning read it.
 */
export function toPlannedOrder(
  { row, order, status }: PlannedCopy<ImportableOrder>,
  outcome: PlanOutcome,
  facts: ChannelFacts,
  read_at: Date
): PlannedOrder {
  const imported = outcome.import_state === "imported"
  const host_state = imported
    ? outcome.host_state
    : (row.host_state as HostState)
  return {
    id: row.id,
    channel_id: row.channel_id,
    planned_hash: row.content_hash,
    read_at,
    status: status.kind === "status" ? status.status : null,
    status_rule: status.kind === "unknown" ? null : status.rule,
    raw_status: row.raw_status,
    flags: order ? plannedFlags(order, status, row.context) : [],
    import_state: outcome.import_state,
    import_rule: outcome.import_state === "blocked" ? null : outcome.rule,
    block_reasons: outcome.import_state === "blocked" ? outcome.reasons : [],
    medusa_order_id: imported ? outcome.medusa_order_id : row.medusa_order_id,
    host_state,
    was_made: row.medusa_order_id !== null,
    settle_due: imported && isBehind(row, status, host_state, facts.settings),
    reservation_generation: row.reservation_generation,
    external_updated_at: row.external_updated_at,
    paid_at: order?.paid_at ?? null,
    ship_by: order?.deadlines.ship_by ?? null,
    ...deadlineOf(order, status),
    cancel_at: order?.deadlines.cancel_at ?? null,
    currency_code: order?.currency_code ?? null,
    total: order && toMajorUnit(order.money.total, order.currency_code),
    payment: order?.payment ?? null,
    money: order && moneyOf(order),
    buyer_external_id: order?.buyer.external_id ?? null,
    recipient: (order?.recipient ?? null) as JsonValue,
    search_text: searchText(row.external_id, row.display_id, order),
    lines: order ? linesOf(row.id, order, facts) : [],
    parcels: order?.parcels ?? [],
  }
}

function deadlineOf(
  order: NeutralOrder | null,
  status: PlannedCopy<ImportableOrder>["status"]
): Pick<PlannedOrder, "deadline_at" | "deadline_kind"> {
  const next =
    order && status.kind === "status"
      ? nextDeadline(order, status.status)
      : null
  return { deadline_at: next?.at ?? null, deadline_kind: next?.kind ?? null }
}

/** A copy planned anew may have changed address, payment or units as well as the status. */
function isBehind(
  row: ImportableOrder,
  status: PlannedCopy<ImportableOrder>["status"],
  host_state: HostState,
  settings: ChannelSettings
): boolean {
  if (status.kind !== "status") {
    return false
  }
  const changed =
    row.medusa_order_id !== null ||
    row.unrecorded !== null ||
    row.context.received_units > 0
  const wanted = wantedHostState(status.status, settings.deduct_stock_on)
  return changed || hostMoves(host_state, wanted)?.length !== 0
}

function moneyOf(order: NeutralOrder): JsonValue {
  return Object.fromEntries(
    Object.entries(order.money).map(([part, amount]) => [
      part,
      toMajorUnit(amount, order.currency_code),
    ])
  )
}

function linesOf(
  channel_order_id: string,
  order: NeutralOrder,
  facts: ChannelFacts
): PlannedLine[] {
  const ids = orderIdentities(channel_order_id)
  const major = (amount: number) => toMajorUnit(amount, order.currency_code)
  return order.lines.map((line, position) => ({
    id: ids.lineItemId(line.external_line_ids[0]),
    position,
    external_line_ids: line.external_line_ids,
    external_product_id: line.external_product_id,
    external_sku_id: line.external_sku_id,
    seller_sku: line.seller_sku,
    title: line.title,
    sku_title: line.sku_title,
    image_url: line.image_url,
    quantity: line.quantity,
    cancelled_quantity: line.cancelled_quantity,
    unit_price: major(line.unit_price),
    seller_discount: major(line.seller_discount),
    platform_discount: major(line.platform_discount),
    is_gift: line.is_gift,
    fulfilled_by: line.fulfilled_by,
    variant_id: facts.listings.get(line.external_sku_id)?.variant?.id ?? null,
  }))
}

function searchText(
  external_id: string,
  display_id: string,
  order: NeutralOrder | null
): string {
  const words = [
    external_id,
    display_id,
    ...(order?.parcels ?? []).flatMap((parcel) => [
      parcel.external_id,
      parcel.tracking_number,
      ...Object.values(parcel.leg_numbers ?? {}),
    ]),
    ...(order?.lines ?? []).flatMap((line) => [line.seller_sku, line.title]),
  ]
  return [...new Set(words.filter(Boolean))].join(" ").toLowerCase()
}
