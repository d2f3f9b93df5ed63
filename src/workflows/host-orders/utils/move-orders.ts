import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { MoveHostOrdersResult } from "../types"
import { activeChanges } from "./active-changes"
import { chunked } from "./chunked"
import { confirmChanges } from "./confirm-changes"
import { consumeReservations, StockEffect } from "./consume-reservations"
import { derivedId } from "./derived-id"
import { applyHalving } from "./halving"
import { loadOrderStates } from "./load-order-states"
import { orderService, whileOrdersLocked } from "./module-services"
import { Move, MOVE_PREFIX, MovePlan, MoveRequest, planMove } from "./move-plan"
import { MANUAL_PROVIDER, writeFulfillments } from "./write-fulfillments"

/** Locked, read and planned together. */
const ORDERS_PER_BATCH = 20

export type MoveOutcome = MoveHostOrdersResult & {
  effect: StockEffect
  fulfilled: { order_id: string; fulfillment_id: string }[]
  shipped_fulfillment_ids: string[]
  delivered_fulfillment_ids: string[]
}

type PendingMove = { change_id: string; order_id: string; plan: MovePlan }

/** Everything beside the change, each part idempotent, then the change itself. */
async function carryOut(
  container: MedusaContainer,
  moves: PendingMove[],
  outcome: MoveOutcome
): Promise<void> {
  if (!moves.length) {
    return
  }
  await writeFulfillments(container, moves)
  const effect = await consumeReservations(
    container,
    moves.map(({ plan }) => plan)
  )
  await confirmChanges(
    container,
    moves.map(({ change_id }) => change_id)
  )

  outcome.effect.level_ids.push(...effect.level_ids)
  outcome.effect.lowered_reservation_ids.push(...effect.lowered_reservation_ids)
  outcome.effect.ended_reservation_ids.push(...effect.ended_reservation_ids)
  for (const { order_id, plan } of moves) {
    const made = plan.fulfillments.map(({ id }) => id)
    outcome.fulfilled.push(
      ...made.map((fulfillment_id) => ({ order_id, fulfillment_id }))
    )
    outcome.shipped_fulfillment_ids.push(...made)
    if (plan.delivered_at) {
      outcome.delivered_fulfillment_ids.push(...made, ...plan.dated)
    }
  }
}

/** Finishes moves that an earlier run had begun. @returns orders held by somebody else's change. */
async function finishBegun(
  container: MedusaContainer,
  order_ids: string[],
  outcome: MoveOutcome
): Promise<Set<string>> {
  const active = await activeChanges(container, order_ids)
  const held = new Set<string>()
  const begun: PendingMove[] = []
  for (const { id, order_id, metadata } of active) {
    if (id.startsWith(MOVE_PREFIX) && metadata?.plan) {
      begun.push({ change_id: id, order_id, plan: metadata.plan })
    } else {
      held.add(order_id)
    }
  }
  await carryOut(container, begun, outcome)
  begun.forEach(({ order_id }) => outcome.moved.push(order_id))
  return held
}

async function begin(
  container: MedusaContainer,
  moves: (Extract<Move, { kind: "move" }> & { order_id: string })[]
): Promise<void> {
  if (!moves.length) {
    return
  }
  await orderService(container).createOrderChange(
    moves.map(({ change_id, order_id, actions, plan }) => ({
      id: change_id,
      order_id,
      metadata: { plan },
      actions: actions.map((action) => ({
        action: action.action,
        reference: Modules.FULFILLMENT,
        reference_id: action.fulfillment_id,
        details: {
          reference_id: action.line_item_id,
          quantity: action.quantity,
        },
      })),
    }))
  )
}

/** Found out before anything is begun, as every order would be left half moved. */
async function throwWithoutManualProvider(
  container: MedusaContainer
): Promise<void> {
  const providers = (await container
    .resolve(Modules.FULFILLMENT)
    .listFulfillmentProviders({ id: MANUAL_PROVIDER }, { take: 1 })) as {
    is_enabled?: boolean
  }[]
  if (!providers.some(({ is_enabled }) => is_enabled)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The Fulfillment Module needs the provider "${MANUAL_PROVIDER}" (@medusajs/medusa/fulfillment-manual)`
    )
  }
}

async function moveTogether(
  container: MedusaContainer,
  requests: MoveRequest[],
  outcome: MoveOutcome
): Promise<void> {
  const order_ids = requests.map(({ order_id }) => order_id)
  const held = await finishBegun(container, order_ids, outcome)
  const states = await loadOrderStates(container, order_ids)
  const refused = new Map<string, string>()
  const unchanged: string[] = []
  const moves: (Extract<Move, { kind: "move" }> & { order_id: string })[] = []

  for (const request of requests) {
    const { order_id } = request
    const state = states.get(order_id)
    if (!state) {
      refused.set(order_id, `Order ${order_id} was not found`)
      continue
    }
    const change_id = derivedId(MOVE_PREFIX, randomUUID())
    const move = planMove(state, request, change_id)
    if (move.kind === "refused") {
      refused.set(order_id, move.message)
    } else if (move.kind === "unchanged") {
      unchanged.push(order_id)
    } else if (held.has(order_id)) {
      refused.set(order_id, `Order ${order_id} has an open order change`)
    } else {
      moves.push({ ...move, order_id })
    }
  }

  await begin(container, moves)
  await carryOut(container, moves, outcome)
  outcome.moved.push(...moves.map(({ order_id }) => order_id))
  outcome.unchanged.push(...unchanged)
  refused.forEach((message, order_id) =>
    outcome.refused.push({ order_id, message })
  )
}

/**
 * Brings each order to what its request asks for, some at a time. The order change
 * is written first, pending and with its whole plan, and confirmed last: after a
 * crash anywhere between, the next run finds it and finishes it.
 * @throws {MedusaError} when the host has no manual fulfilment provider.
 */
export async function moveOrders(
  container: MedusaContainer,
  requests: MoveRequest[]
): Promise<MoveOutcome> {
  const outcome: MoveOutcome = {
    moved: [],
    unchanged: [],
    refused: [],
    effect: {
      level_ids: [],
      lowered_reservation_ids: [],
      ended_reservation_ids: [],
    },
    fulfilled: [],
    shipped_fulfillment_ids: [],
    delivered_fulfillment_ids: [],
  }
  const unique = [
    ...new Map(requests.map((request) => [request.order_id, request])).values(),
  ]
  if (unique.some(({ fulfil }) => fulfil)) {
    await throwWithoutManualProvider(container)
  }
  for (const some of chunked(unique, ORDERS_PER_BATCH)) {
    await whileOrdersLocked(
      container,
      some.map(({ order_id }) => order_id),
      async () => {
        const refused = await applyHalving(some, (batch) =>
          moveTogether(container, batch, outcome)
        )
        refused.forEach(({ row, message }) =>
          outcome.refused.push({ order_id: row.order_id, message })
        )
      }
    )
  }
  outcome.moved = [...new Set(outcome.moved)]
  outcome.unchanged = outcome.unchanged.filter(
    (id) => !outcome.moved.includes(id)
  )
  return outcome
}
