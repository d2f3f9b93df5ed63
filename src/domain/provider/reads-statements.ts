import { Amount } from "../shared/amount"
import { SettledAmounts } from "../statements/amounts"
import { StatementLine } from "../statements/statement-line"
import { ChannelAccess } from "./channel-access"
import { MarketplaceProvider, Page } from "./marketplace-provider"

/** A statement as the marketplace's API lists it. Times UTC. */
export type NeutralStatement = {
  external_id: string
  /** The marketplace's day of settlement. */
  period_from: Date
  period_to: Date
  currency_code: string
  /** As the marketplace states them. */
  totals: SettledAmounts
  payment: "paid" | "processing" | "failed" | null
  payment_external_id: string | null
}

/**
 * A statement whose entry in the list cannot be understood; those beside it are read all the
 * same. `problem` names the field.
 */
export type UnreadableStatement = {
  external_id: string
  /** The marketplace's day of settlement, as far as it can be read. */
  period_from: Date | null
  problem: string
}

export type StatementPage = Page<NeutralStatement> & {
  unreadable?: UnreadableStatement[]
}

/** Money that left the marketplace's wallet for the shop's bank, or moved within it. */
export type NeutralPayout = {
  external_id: string
  kind: "withdrawal" | "settlement" | "transfer" | "reversal"
  at: Date
  amount: Amount
  currency_code: string
  /** The marketplace's own word. */
  raw_status: string
}

/** A payout whose entry in the list cannot be understood, as with statements. */
export type UnreadablePayout = {
  external_id: string
  /** When it was made (UTC), as far as that can be read. */
  at: Date | null
  problem: string
}

export type PayoutPage = Page<NeutralPayout> & {
  unreadable?: UnreadablePayout[]
}

export type StatementQuery = {
  /** Inclusive. */
  from: Date
  /** Exclusive. */
  to: Date
}

/** Optional: statements can be fetched from the marketplace itself. */
export interface ReadsStatements {
  /**
   * Oldest first; a statement may come twice. One that cannot be understood is named in its
   * page and stops nothing.
   */
  readStatements(
    access: ChannelAccess,
    query: StatementQuery
  ): AsyncIterable<StatementPage>
  readStatementLines(
    access: ChannelAccess,
    statement: Pick<NeutralStatement, "external_id" | "currency_code">
  ): AsyncIterable<Page<StatementLine>>
  /** One that cannot be understood is named in its page and stops nothing. */
  readPayouts(
    access: ChannelAccess,
    query: StatementQuery
  ): AsyncIterable<PayoutPage>
}

export function readsStatements(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & ReadsStatements {
  return "readStatements" in provider
}
