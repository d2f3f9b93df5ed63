import { Amount } from "../shared/amount"

const DAY_MS = 86_400_000

/** Money of a statement that arrives later than this comes with another one's (milliseconds). */
const LONGEST_MS = 10 * DAY_MS

/** A statement that the marketplace says it has paid. */
export type PaidStatement = {
  id: string
  /** When its last day began (UTC): no payout of it is earlier. */
  last_day: Date
  /** The same for statements that were paid together; null where nobody says. */
  payment_external_id: string | null
  /** What it states to be paid (smallest unit). */
  net: Amount
  /** ISO 4217, lower case. */
  currency_code: string
}

/** Money that came into the marketplace's wallet for settled orders. */
export type ArrivedPayout = {
  id: string
  external_id: string
  at: Date
  amount: Amount
  currency_code: string
}

/** Statements that were paid in one. */
type Payment = {
  ids: string[]
  external_id: string | null
  last_day: number
  net: Amount
  currency_code: string
}

/**
 * Which payout brought the money of which statement: the one of the payment's own id, else one
 * of exactly its amount, else the first that is left within ten days, whose difference is then
 * to be shown. A payout stands for one payment only, and never comes before its statements' last day.
 * @returns payouts by statement; a statement whose money has not come is not among them.
 */
export function matchPayouts(
  statements: PaidStatement[],
  payouts: ArrivedPayout[]
): Map<string, string> {
  const matches = new Map<string, string>()
  let left = [...payouts].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || compare(a.id, b.id)
  )
  // What a statement owes is kept from later ones: no payout is about it.
  let open = paymentsOf(statements).filter(({ net }) => net > 0)
  for (const fits of [byId, byAmount, byTime]) {
    open = open.filter((payment) => {
      const found = left.find((payout) => fits(payment, payout))
      if (found) {
        left = left.filter((payout) => payout !== found)
        payment.ids.forEach((id) => matches.set(id, found.id))
      }
      return !found
    })
  }
  return matches
}

function byId(payment: Payment, payout: ArrivedPayout): boolean {
  return payment.external_id === payout.external_id
}

function byAmount(payment: Payment, payout: ArrivedPayout): boolean {
  return payment.net === payout.amount && byTime(payment, payout)
}

function byTime(payment: Payment, payout: ArrivedPayout): boolean {
  const wait = payout.at.getTime() - payment.last_day
  return (
    payment.currency_code === payout.currency_code &&
    wait >= 0 &&
    wait <= LONGEST_MS
  )
}

function paymentsOf(statements: PaidStatement[]): Payment[] {
  const payments = new Map<string, Payment>()
  for (const statement of statements) {
    const { id, payment_external_id, currency_code, net } = statement
    const last_day = statement.last_day.getTime()
    const key = payment_external_id ?? `statement ${id}`
    const known = payments.get(key)
    payments.set(key, {
      ids: [...(known?.ids ?? []), id],
      external_id: payment_external_id,
      last_day: Math.max(known?.last_day ?? last_day, last_day),
      net: (known?.net ?? 0) + net,
      currency_code,
    })
  }
  return [...payments.values()].sort(
    (a, b) => a.last_day - b.last_day || compare(a.ids[0], b.ids[0])
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
