import { MedusaContainer } from "@medusajs/framework/types"
import { HostState } from "../../domain/orders/host-state"
import { orderIdentities } from "../../domain/orders/identities"
import { DraftReservation, OrderDraft } from "../../domain/orders/order-draft"
import { createHostOrdersWorkflow } from "../host-orders/workflows/create-host-orders"
import { releaseUnitsWorkflow } from "../host-orders/workflows/release-units"
import { reserveUnitsWorkflow } from "../host-orders/workflows/reserve-units"
import { ImportableOrder } from "./import-orders"
import { PlannedCopy } from "./plan-copies"
import { PlanOutcome } from "./to-planned-order"

type Planned = PlannedCopy<ImportableOrder>

/**
 * Carries plans out: makes the Medusa orders of those that are ready, keeps units for
 * the linked lines of those that are blocked, gives back what no plan keeps any more.
 * An order that Medusa has already is only looked at; its moves come when it settles.
 */
export async function applyPlans(
  container: MedusaContainer,
  planned: Planned[]
): Promise<Map<string, PlanOutcome>> {
  const refusals = await createOrders(container, newDrafts(planned))
  await keepHolds(container, planned)
  return new Map(
    planned.map((copy) => [copy.row.id, outcomeOf(copy, refusals)])
  )
}

/** The drafts of orders that Medusa does not have yet. */
function newDrafts(planned: Planned[]): OrderDraft[] {
  return planned.flatMap(({ row, plan }) =>
    plan.kind === "ready" && row.medusa_order_id === null ? plan.draft : []
  )
}

/** Makes the orders; gives what Medusa said of those it refused, by channel order. */
async function createOrders(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<Map<string, string>> {
  if (!drafts.length) {
    return new Map()
  }
  const { result } = await createHostOrdersWorkflow(container).run({
    input: { drafts },
  })
  return new Map(
    result.refused.map(({ channel_order_id, message }) => [
      channel_order_id,
      message,
    ])
  )
}

/**
 * Holds of an order without a Medusa order follow its newest plan: what it no longer
 * keeps is given back, so that a cancelled order frees its units whatever blocks it.
 */
async function keepHolds(
  container: MedusaContainer,
  planned: Planned[]
): Promise<void> {
  const waiting = planned
    .filter(({ row, plan }) => !row.medusa_order_id && plan.kind !== "ready")
    .map(({ row, plan }) => ({
      row,
      holds: plan.kind === "blocked" ? plan.holds : [],
    }))
  const released = await releaseLines(
    container,
    waiting.flatMap(({ row, holds }) => linesWithoutHold(row, holds))
  )
  const holds: DraftReservation[] = []
  for (const order of waiting) {
    const touched = order.row.line_ids.some((id) => released.has(id))
    holds.push(...(touched ? await renewHolds(container, order) : order.holds))
  }
  if (holds.length) {
    await reserveUnitsWorkflow(container).run({
      input: { reservations: holds },
    })
  }
}

function linesWithoutHold(
  row: ImportableOrder,
  holds: DraftReservation[]
): string[] {
  const held = new Set(holds.map(({ line_item_id }) => line_item_id))
  return row.line_ids.filter((id) => !held.has(id))
}

/** Gives the units of lines back; gives the lines that had any. */
async function releaseLines(
  container: MedusaContainer,
  line_item_ids: string[]
): Promise<Set<string>> {
  if (!line_item_ids.length) {
    return new Set()
  }
  const { result } = await releaseUnitsWorkflow(container).run({
    input: { line_item_ids },
  })
  return new Set(
    line_item_ids.filter((line) =>
      result.released.some((id) => id.startsWith(`resitem_${line}_`))
    )
  )
}

/** A given-back reservation keeps its id taken: what stays held moves to the next generation. */
async function renewHolds(
  container: MedusaContainer,
  { row, holds }: { row: ImportableOrder; holds: DraftReservation[] }
): Promise<DraftReservation[]> {
  await releaseLines(
    container,
    holds.map(({ line_item_id }) => line_item_id)
  )
  row.reservation_generation += 1
  const ids = orderIdentities(row.id)
  return holds.map((hold) => ({
    ...hold,
    id: ids.reservationId(
      hold.line_item_id,
      hold.inventory_item_id,
      row.reservation_generation
    ),
  }))
}

function outcomeOf(
  { row, plan, status }: Planned,
  refusals: Map<string, string>
): PlanOutcome {
  const refusal = refusals.get(row.id)
  if (refusal !== undefined) {
    return {
      import_state: "blocked",
      reasons: [{ code: "refused_by_medusa", params: { reason: refusal } }],
    }
  }
  if (row.medusa_order_id !== null && status.kind === "status") {
    return {
      import_state: "imported",
      medusa_order_id: row.medusa_order_id,
      host_state: row.host_state as HostState,
      rule: row.import_rule ?? "",
    }
  }
  if (plan.kind === "ready") {
    return {
      import_state: "imported",
      medusa_order_id: plan.draft.order_id,
      host_state: plan.draft.status,
      rule: plan.stock_rule,
    }
  }
  return plan.kind === "blocked"
    ? { import_state: "blocked", reasons: plan.reasons }
    : { import_state: "ignored", rule: plan.rule }
}
