import { FeeKind } from "../../domain/statements/fee-kind"
import { normalizeText } from "../../domain/listings/normalize-text"
import { TIKI_STATEMENT } from "./statement-format"

/**
 * Tiki's keys of fees; the list is open, and no page names all of them. What is not here is
 * understood by its Vietnamese name, as in statements.
 */
const BY_KEY: Record<string, FeeKind> = {
  base_fee: "fixed",
  cancel_fee: "cancellation",
  cancellation_fee: "cancellation",
  commission: "commission",
  commission_fee: "commission",
  fixed_fee: "fixed",
  payment: "payment",
  payment_fee: "payment",
  pickup: "pickup",
  pickup_fee: "pickup",
  return_fee: "return_shipping",
  return_shipping_fee: "return_shipping",
  shipping_fee: "shipping",
  sla_fee: "cancellation",
}

/** A fee that neither its key nor its name explains is `other`. */
export function feeKindOf(key: string | null, name: string | null): FeeKind {
  const known = new Map(Object.entries(BY_KEY)).get(key?.toLowerCase() ?? "")
  const heading = normalizeText(name ?? "")
  return (
    known ??
    TIKI_STATEMENT.fee_columns.find(({ aliases }) =>
      aliases.some((alias) => normalizeText(alias) === heading)
    )?.kind ??
    "other"
  )
}
