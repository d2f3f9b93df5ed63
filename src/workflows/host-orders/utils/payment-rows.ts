import { DraftPayment } from "../../../domain/orders/order-draft"

/** The provider without a gateway, always there: the marketplace holds the money. */
export const SYSTEM_PAYMENT_PROVIDER = "pp_system_default"

export type CapturedAmount = Omit<
  Extract<DraftPayment, { kind: "captured" }>,
  "kind"
> & { currency_code: string }

type Row = Record<string, unknown> & { id: string }

/** The collection of a draft, in the state in which core would leave it; null without one. */
export function collectionRow(
  payment: DraftPayment,
  currency_code: string,
  now: Date
): Row | null {
  switch (payment.kind) {
    case "captured":
      return {
        id: payment.collection_id,
        currency_code,
        amount: payment.amount,
        ...capturedCollection(payment.amount, new Date(payment.captured_at)),
      }
    case "awaiting_payment":
    case "cash_on_delivery":
      return {
        id: payment.collection_id,
        currency_code,
        amount: payment.amount,
        status: "not_paid",
      }
    case "nothing_owed":
      return {
        id: payment.collection_id,
        currency_code,
        amount: 0,
        ...capturedCollection(0, now),
      }
    case "none":
      return null
  }
}

/**
 * The capture of a collection that was not paid at first, under the ids that a
 * draft captured from the start would have (`pay_col_x` → `pay_x`, …).
 */
export function laterCapture(
  collection: { id: string; amount: number; currency_code: string },
  captured_at: Date
): CapturedAmount {
  const part = collection.id.replace(/^pay_col_/, "")
  return {
    amount: collection.amount,
    currency_code: collection.currency_code,
    collection_id: collection.id,
    session_id: `payses_${part}`,
    payment_id: `pay_${part}`,
    capture_id: `capt_${part}`,
    captured_at,
  }
}

/** What a full capture changes on a collection. */
export function capturedCollection(amount: number, captured_at: Date) {
  return {
    status: "completed",
    authorized_amount: amount,
    captured_amount: amount,
    refunded_amount: 0,
    completed_at: captured_at,
  }
}

export function sessionRow(capture: CapturedAmount): Row {
  return {
    id: capture.session_id,
    payment_collection_id: capture.collection_id,
    currency_code: capture.currency_code,
    amount: capture.amount,
    provider_id: SYSTEM_PAYMENT_PROVIDER,
    data: {},
    context: {},
    status: "authorized",
    authorized_at: new Date(capture.captured_at),
  }
}

export function paymentRow(capture: CapturedAmount): Row {
  return {
    id: capture.payment_id,
    payment_collection_id: capture.collection_id,
    payment_session_id: capture.session_id,
    currency_code: capture.currency_code,
    amount: capture.amount,
    provider_id: SYSTEM_PAYMENT_PROVIDER,
    data: {},
    captured_at: new Date(capture.captured_at),
  }
}

export function captureRow(capture: CapturedAmount): Row {
  return {
    id: capture.capture_id,
    payment_id: capture.payment_id,
    amount: capture.amount,
  }
}
