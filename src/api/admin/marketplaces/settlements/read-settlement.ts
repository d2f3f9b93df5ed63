import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { toMajorUnit } from "../../../../domain/shared/amount"
import {
  majorAmounts,
  majorParts,
  SettlementView,
} from "../../../../modules/marketplace-channel/read-settlements"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import {
  knownOrder,
  loadSettlementFacts,
} from "../../../../workflows/statements/settlement-facts"
import { readActorNames } from "../orders/read-actor-names"
import { readOrders } from "../orders/read-orders"
import { showLine } from "../statements/show-statements"
import { showSettlements } from "./show-settlements"

/**
 * One settlement with everything that it follows from: its lines over all statements, what the
 * order should bring by which fees, what people did about it, and the order itself.
 * @throws {MedusaError} NOT_FOUND.
 */
export async function readSettlement(container: MedusaContainer, id: string) {
  const marketplaces = marketplacesOf(container)
  const { settlements } = await marketplaces.settlementReader.listSettlements(
    { id: [id] },
    { limit: 1, offset: 0 }
  )
  const [settlement] = await showSettlements(container, settlements)
  if (!settlement) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no settlement ${id}.`
    )
  }
  const { channel_order_id } = settlement
  const [lines, expectation, events, claims, orders] = await Promise.all([
    marketplaces.settlementReader.listLinesOfOrder(settlement),
    readExpectation(container, settlement),
    readEvents(container, id, settlement.currency_code),
    readClaims(container, id),
    channel_order_id ? readOrders(container, [channel_order_id]) : [],
  ])
  return {
    ...settlement,
    lines: lines.map(showLine),
    expectation,
    events,
    claims,
    order: orders[0] ?? null,
  }
}

/** Worked out from what is known now. */
async function readExpectation(
  container: MedusaContainer,
  settlement: SettlementView
) {
  const { channel_id, external_order_id, currency_code } = settlement
  const marketplaces = marketplacesOf(container)
  const facts = await loadSettlementFacts(marketplaces, channel_id, [
    external_order_id,
  ])
  const known = knownOrder(marketplaces, facts, external_order_id, new Date())
  if (!known) {
    return null
  }
  const { order, expectation } = known
  const major = (amount: number) => toMajorUnit(amount, currency_code)
  return {
    basis: expectation.basis,
    amounts: majorAmounts(expectation.amounts, currency_code),
    fee_parts:
      expectation.fee_parts && majorParts(expectation.fee_parts, currency_code),
    price: major(order.price),
    seller_discount: major(order.seller_discount),
    refunded: major(order.refunded),
    lost: major(order.lost),
    missing: major(order.missing),
    quantity: order.quantity,
  }
}

async function readEvents(
  container: MedusaContainer,
  settlement_id: string,
  currency_code: string
) {
  const rows = await marketplacesOf(container).listMarketplaceSettlementEvents(
    { settlement_id },
    { order: { at: "ASC", id: "ASC" } }
  )
  const names = await readActorNames(
    container,
    rows.map(({ actor_id }) => actor_id)
  )
  return rows.map(({ id, kind, params, at, actor_id }) => ({
    id,
    kind,
    params: inMajor(params, currency_code),
    at,
    actor_id,
    actor_name: names.get(actor_id) ?? null,
  }))
}

function inMajor(params: Record<string, unknown>, currency_code: string) {
  const amounts = (value: unknown) =>
    value && majorAmounts(value as SettlementView["settled"], currency_code)
  return {
    ...params,
    ...("settled" in params ? { settled: amounts(params.settled) } : {}),
    ...("difference" in params
      ? { difference: amounts(params.difference) }
      : {}),
    ...(typeof params.amount === "number"
      ? { amount: toMajorUnit(params.amount, currency_code) }
      : {}),
  }
}

async function readClaims(container: MedusaContainer, settlement_id: string) {
  const rows = await marketplacesOf(container).listMarketplaceClaims(
    { settlement_id },
    { order: { created_at: "ASC" } }
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    reason: row.reason,
    amount: toMajorUnit(Number(row.amount), row.currency_code),
    currency_code: row.currency_code,
    state: row.state,
    deadline_at: row.deadline_at,
    created_at: row.created_at,
  }))
}
