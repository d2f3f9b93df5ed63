/**
 * For how many days things are kept that are no part of the books. Numbers never go: orders,
 * quantities, amounts, ledgers stay. Nor does what is still open, however old it is.
 */
export type RetentionDays = {
  /**
   * Days after an order's last change for which its copy as the marketplace gave it, its
   * recipient and the texts of its buyer's requests are kept. Afterwards what the rules for
   * status, goods and money read is all that stays. Default 180: longer than returns and
   * claims of either marketplace take.
   */
  orderCopyDays: number
  /**
   * Days for which bodies of webhooks and events are kept. Default 14: long enough to look
   * back at a fault, and longer than the marketplaces repeat a message.
   */
  webhookDays: number
  /** Days for which it is known how many webhooks were refused. Default 90. */
  refusalDays: number
  /** Days for which runs that ended, their result lines and files are kept. Default 90. */
  runDays: number
  /**
   * Days for which files of waybills can be fetched again. Default 1: they hold names and
   * addresses, serve to print once, and the marketplace gives them again.
   */
  waybillDays: number
  /**
   * Days for which photos of parcels at handovers and receipts are kept. Default 365: proof
   * for claims, and a label with the buyer's address may be on them.
   */
  photoDays: number
  /**
   * Days for which a consent waits to be claimed, and what was typed in to begin one is kept.
   * Default 7: both hold secrets.
   */
  authorizationDays: number
  /** Days for which changes and writes of stock can be looked back at. Default 90. */
  stockHistoryDays: number
}
export type RetentionTerm = keyof RetentionDays

export const DEFAULT_RETENTION_DAYS: Readonly<RetentionDays> = {
  orderCopyDays: 180,
  webhookDays: 14,
  refusalDays: 90,
  runDays: 90,
  waybillDays: 1,
  photoDays: 365,
  authorizationDays: 7,
  stockHistoryDays: 90,
}
export const RETENTION_TERMS = Object.keys(
  DEFAULT_RETENTION_DAYS
) as RetentionTerm[]

/** A month of returns has to be over; a repeat of a message has to be recognised. */
const FEWEST_DAYS: Partial<RetentionDays> = {
  orderCopyDays: 30,
  webhookDays: 3,
}
/** An hour. */
const FEWEST_ELSE = 1 / 24
/** A hundred years. */
const MOST_DAYS = 36_500

const DAY_MS = 86_400_000

/**
 * The times as the shop set them, defaults filled in.
 * @throws {RangeError} naming the option that is no possible number of days.
 */
export function readRetentionDays(
  options: Partial<RetentionDays>
): RetentionDays {
  const days = { ...DEFAULT_RETENTION_DAYS }
  for (const term of RETENTION_TERMS) {
    const value = options[term]
    if (value === undefined) {
      continue
    }
    const fewest = FEWEST_DAYS[term] ?? FEWEST_ELSE
    if (!Number.isFinite(value) || value < fewest || value > MOST_DAYS) {
      throw new RangeError(
        `"${term}" has to be a number of days from ${fewest === FEWEST_ELSE ? "1/24 (an hour)" : fewest} to ${MOST_DAYS}, not ${String(value)}`
      )
    }
    days[term] = value
  }
  return days
}

/** When the time of what is made now is over. */
export function keptUntil(days: number, now: Date): Date {
  return new Date(now.getTime() + days * DAY_MS)
}

/** What is older than this is not kept any more. */
export function keptSince(days: number, now: Date): Date {
  return new Date(now.getTime() - days * DAY_MS)
}
