import { LineKind } from "../../domain/statements/statement-line"

/**
 * TikTok's types of transactions, those of other countries included. The list is open, and some
 * are spelt as sentences with wide brackets: compared by their letters and digits alone.
 */
const KINDS: Record<string, LineKind> = {
  ORDER: "sale",
  RESERVE: "reserve",

  CHARGE_BACK: "deduction",
  CUSTOMER_SERVICE_COMPENSATION: "deduction",
  DEDUCTIONS_INCURRED_BY_SELLER: "deduction",
  FBT_WAREHOUSE_SERVICE_FEE: "deduction",
  PLATFORM_PENALTY: "deduction",
  SAMPLE_SHIPPING_FEE: "deduction",
  STAMP_DUTY: "deduction",
  VIOLATION_FEE_CREDIT_CARD: "deduction",
  VIOLATION_FEE_SETTLEMENT_FEE: "deduction",

  LOGISTICS_REIMBURSEMENT: "compensation",
  PLATFORM_COMMISSION_COMPENSATION: "compensation",
  PLATFORM_COMPENSATION: "compensation",
  PLATFORM_REIMBURSEMENT: "compensation",
  SHIPPING_FEE_COMPENSATION: "compensation",

  COFUNDED_CREATOR_REWARDS: "marketing",
  GMV_PAYMENT_FOR_ADS: "marketing",

  BILL_DEDUCTION_FOR_NEGATIVE_BALANCE: "adjustment",
  BILL_PAYMENT_NEGATIVE_BALANCE: "adjustment",
  OTHER_ADJUSTMENT: "adjustment",
  PLATFORM_COMMISSION_ADJUSTMENT: "adjustment",
  PROMOTION_ADJUSTMENT: "adjustment",
  REBATE: "adjustment",
  SALES_PROCEED_NEGATIVE_BALANCE: "adjustment",
  SELLER_MISSION_REWARD: "adjustment",
  SHIPPING_FEE_ADJUSTMENT: "adjustment",
  SHIPPING_FEE_REBATE: "adjustment",
}

/** `unknown` for a type that is not in the table. */
export function lineKindOf(type: string): LineKind {
  const key = type
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
  return new Map(Object.entries(KINDS)).get(key) ?? "unknown"
}
