import { MedusaContainer } from "@medusajs/framework/types"
import { Modules, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { HostState } from "../../domain/orders/host-state"
import { orderIdentities } from "../../domain/orders/identities"
import { OrderDraft } from "../../domain/orders/order-draft"
import { isCancelled } from "../../domain/orders/order-status"
import { nameOrders } from "../host-orders/steps/name-orders"
import { CreateHostOrdersResult } from "../host-orders/types"
import { createHostOrdersWorkflow } from "../host-orders/workflows/create-host-orders"
import { Channel } from "./channel"
import { ImportableOrder } from "./importable-order"
import { keepHolds } from "./keep-holds"
import { PlannedCopy } from "./plan-copies"
import { PlanOutcome } from "./plan-outcome"

type Planned = PlannedCopy<ImportableOrder>

type Refusals = CreateHostOrdersResult["refused"]

export type AppliedPlans = {
  /** By channel order. */
  outcomes: Map<string, PlanOutcome>
  /** Ids of the order lines whose units Medusa would not keep. */
  unkept: ReadonlySet<string>
}

/**
 * Carries plans out: makes the Medusa orders of those that are ready, keeps units for
 * the linked lines of those that are blocked, gives back what no plan keeps any more.
 * An order that Medusa has already is only looked at; its moves come when it settles.
 */
export async function applyPlans(
  container: MedusaContainer,
  channel: Channel,
  planned: Planned[]
): Promise<AppliedPlans> {
  const refusals = refusalsOf([
    ...(await createOrders(container, channel, newDrafts(planned))),
    ...(await nameLeftOver(container, planned)),
  ])
  const unkept = await keepHolds(container, planned)
  return {
    outcomes: new Map(
      planned.map((copy) => {
        const { id } = copy.row
        const refusal = refusals.get(id) ?? unkept.reasons.get(id)
        return [id, outcomeOf(copy, refusal)]
      })
    ),
    unkept: unkept.line_ids,
  }
}

/**
 * An order that was cancelled before it was made whole is cancelled in Medusa too, under its
 * number, whatever its plan lacks by now. Any other waits until its plan is ready, and is made
 * whole then.
 */
async function nameLeftOver(
  container: MedusaContainer,
  planned: Planned[]
): Promise<Refusals> {
  const left = planned.filter(
    ({ row, plan, status }) =>
      row.unrecorded !== null && plan.kind !== "ready" && isOver(status)
  )
  return left.length
    ? nameOrders(
        container,
        left.map(({ row }) => ({
          channel_order_id: row.id,
          order_id: orderIdentities(row.id).order_id,
          display_id: row.display_id,
        }))
      )
    : []
}

/** The drafts of orders that Medusa does not have yet, or not whole. */
function newDrafts(planned: Planned[]): OrderDraft[] {
  return planned.flatMap(({ row, plan }) =>
    plan.kind === "ready" && row.medusa_order_id === null ? plan.draft : []
  )
}

/** Makes the orders; gives those that Medusa refused. */
async function createOrders(
  container: MedusaContainer,
  channel: Channel,
  drafts: OrderDraft[]
): Promise<Refusals> {
  if (!drafts.length) {
    return []
  }
  const { result } = await createHostOrdersWorkflow(container).run({
    input: { drafts },
  })
  if (channel.settings.emit_order_placed && result.created.length) {
    await container.resolve(Modules.EVENT_BUS).emit(
      result.created.map((id) => ({
        name: OrderWorkflowEvents.PLACED,
        data: { id },
      }))
    )
  }
  return result.refused
}

/** What Medusa said, by channel order. */
function refusalsOf(refused: Refusals): Map<string, string> {
  return new Map(
    refused.map(({ channel_order_id, message }) => [channel_order_id, message])
  )
}

function outcomeOf(
  { row, plan, status }: Planned,
  refusal: string | undefined
): PlanOutcome {
  if (refusal !== undefined) {
    return {
      import_state: "blocked",
      reasons: [
        ...(plan.kind === "blocked" ? plan.reasons : []),
        { code: "refused_by_medusa", params: { reason: refusal } },
      ],
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
      host_state: row.unrecorded ?? plan.draft.status,
      rule: plan.stock_rule,
    }
  }
  if (row.unrecorded !== null && isOver(status)) {
    return {
      import_state: "imported",
      medusa_order_id: orderIdentities(row.id).order_id,
      host_state: row.unrecorded,
      rule: plan.kind === "ignored" ? plan.rule : "",
    }
  }
  return plan.kind === "blocked"
    ? { import_state: "blocked", reasons: plan.reasons }
    : { import_state: "ignored", rule: plan.rule }
}

const isOver = (status: Planned["status"]): boolean =>
  status.kind === "status" && isCancelled(status.status)
