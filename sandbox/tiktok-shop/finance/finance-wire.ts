import { JsonObject } from "../../../src/domain/shared/json"
import { overlay } from "../../shared/overlay"
import { addBreakdowns, SkuShare } from "./breakdown"
import { Statement, Withdrawal } from "./finance-desk"
import {
  addSums,
  breakdownToWire,
  Sums,
  sumShares,
  sumsOf,
  Transaction,
} from "./transaction"

const CURRENCY = "VND"

/** As Vietnam's shops see it: shipping is part of the fees. */
export function statementToWire(
  statement: Statement,
  transactions: readonly Transaction[]
): JsonObject {
  const sums = addSums(transactions.map(sumsOf))
  const wire: JsonObject = {
    id: statement.id,
    statement_time: statement.time,
    currency: CURRENCY,
    revenue_amount: String(sums.revenue),
    fee_amount: String(sums.fee_tax + sums.shipping),
    adjustment_amount: String(sums.adjustment),
    settlement_amount: String(sums.settlement),
    payment_status: statement.payment_status,
    payment_id: statement.payment_id,
  }
  return overlay(wire, statement.overrides) as JsonObject
}

/** What stands above a statement's transactions. */
export function headToWire(
  statement: Statement,
  transactions: readonly Transaction[]
): JsonObject {
  const sums = addSums(transactions.map(sumsOf))
  return {
    id: statement.id,
    create_time: statement.time,
    status: "SETTLED",
    currency: CURRENCY,
    payable_amount: String(sums.settlement),
    total_settlement_amount: String(sums.settlement),
    total_reserve_amount: "0",
    total_settlement_breakdown: {
      total_revenue_amount: String(sums.revenue),
      total_shipping_cost_amount: String(sums.shipping),
      total_fee_tax_amount: String(sums.fee_tax),
      total_adjustment_amount: String(sums.adjustment),
    },
    total_count: transactions.length,
  }
}

export function transactionToWire(transaction: Transaction): JsonObject {
  const { id, type, order_id, shares, overrides } = transaction
  const sums = sumsOf(transaction)
  const wire: JsonObject = shares.length
    ? {
        id,
        type,
        order_id: order_id ?? "",
        order_create_time: transaction.order_create_time,
        ...amountsToWire(sums),
        ...breakdownToWire(addBreakdowns(shares)),
      }
    : {
        id,
        type,
        adjustment_id: `7${id}`,
        ...(order_id ? { adjustment_order_id: order_id } : {}),
        adjustment_amount: String(sums.adjustment),
        settlement_amount: String(sums.settlement),
      }
  return overlay(wire, overrides) as JsonObject
}

const amountsToWire = (sums: Sums): JsonObject => ({
  revenue_amount: String(sums.revenue),
  shipping_cost_amount: String(sums.shipping),
  fee_tax_amount: String(sums.fee_tax),
  adjustment_amount: String(sums.adjustment),
  settlement_amount: String(sums.settlement),
})

/** What all statements say of one order. */
export function orderToWire(
  order: { id: string; create_time: number },
  transactions: readonly Transaction[]
): JsonObject {
  const sums = addSums(transactions.map(sumsOf))
  const skus = transactions.flatMap(({ shares, statement_id }) =>
    shares.map((share) => skuToWire(share, statement_id))
  )
  return {
    order_id: order.id,
    order_create_time: order.create_time,
    currency: CURRENCY,
    revenue_amount: String(sums.revenue),
    shipping_cost_amount: String(sums.shipping),
    fee_and_tax_amount: String(sums.fee_tax),
    settlement_amount: String(sums.settlement),
    total_count: skus.length,
    sku_transactions: skus,
  }
}

function skuToWire(share: SkuShare, statement_id: string): JsonObject {
  const { revenue, shipping, fee_tax, settlement } = sumShares([share])
  return {
    sku_id: share.sku_id,
    sku_name: share.sku_name,
    product_name: share.product_name,
    quantity: String(share.quantity),
    statement_id,
    revenue_amount: String(revenue),
    shipping_cost_amount: String(shipping),
    fee_tax_amount: String(fee_tax),
    settlement_amount: String(settlement),
    ...breakdownToWire(share),
  }
}

export const withdrawalToWire = (withdrawal: Withdrawal): JsonObject => ({
  id: withdrawal.id,
  type: withdrawal.type,
  amount: String(withdrawal.amount),
  currency: CURRENCY,
  status: withdrawal.status,
  create_time: withdrawal.time,
  ...withdrawal.overrides,
})
