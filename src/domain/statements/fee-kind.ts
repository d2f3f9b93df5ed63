/**
 * What a marketplace keeps money for, in words that all marketplaces share. A fee that no word
 * fits is `other`, under the marketplace's own name.
 */
export const FEE_KINDS = [
  "commission",
  "payment",
  "fixed",
  "order_processing",
  "affiliate_commission",
  "shipping",
  "return_shipping",
  "pickup",
  "service_program",
  "voucher_program",
  "flash_sale",
  "campaign",
  "advertising",
  "financing",
  "cancellation",
  "vat",
  "income_tax",
  "other",
] as const
export type FeeKind = (typeof FEE_KINDS)[number]

/** One fee of a line: several of one kind keep their own names. */
export type FeePart = {
  kind: FeeKind
  /** The column's heading, or the marketplace's key. */
  name: string
  /** Signed: what is kept is negative (smallest unit). */
  amount: number
}
