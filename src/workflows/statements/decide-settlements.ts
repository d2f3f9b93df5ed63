import { MedusaContainer } from "@medusajs/framework/types"
import {
  SettlementFilters,
  SettlementView,
} from "../../modules/marketplace-channel/read-settlements"
import { marketplacesOf } from "../marketplaces"
import { captureSettledPayments } from "./capture-settled-payments"

/** A settlement that was left as it is. */
export type RefusedDecision = {
  id: string
  code: "unknown_settlement" | "pending" | "not_found"
  /** English; the screens have it in both languages. */
  message: string
}

export type DecidedSettlements = {
  /** Those that are now as they were wanted, in the order of the ids. */
  settlements: SettlementView[]
  refused: RefusedDecision[]
}

const MESSAGES: Record<RefusedDecision["code"], string> = {
  unknown_settlement: "There is no such settlement (any more).",
  pending:
    "Nothing was paid for this order yet, so there is nothing to agree with.",
  not_found:
    "This order was never downloaded, so nothing could be compared. Download it first.",
}

/**
 * Confirms settlements: a person has looked and agrees. It is recorded with its amounts, changes
 * nothing at the marketplace, in Medusa a payment only where the channel is set so, and repeating
 * it does nothing.
 */
export async function confirmSettlements(
  container: MedusaContainer,
  { ids, actor }: { ids: string[]; actor: string }
): Promise<DecidedSettlements> {
  await marketplacesOf(container).settlements.confirm({ ids, actor })
  await captureSettledPayments(container, ids)
  return decided(container, ids, ({ state }) =>
    state === "pending" || state === "not_found" ? state : null
  )
}

/** Takes confirmations back; what is open already stays so. */
export async function reopenSettlements(
  container: MedusaContainer,
  decision: { ids: string[]; actor: string; reason: string | null }
): Promise<DecidedSettlements> {
  await marketplacesOf(container).settlements.reopen(decision)
  return decided(container, decision.ids, () => null)
}

async function decided(
  container: MedusaContainer,
  wanted: string[],
  refusal: (settlement: SettlementView) => RefusedDecision["code"] | null
): Promise<DecidedSettlements> {
  const ids = [...new Set(wanted)]
  const filters: SettlementFilters = { id: ids }
  const { settlements } = await marketplacesOf(
    container
  ).settlementReader.listSettlements(filters, { limit: ids.length, offset: 0 })
  const byId = new Map(settlements.map((one) => [one.id, one]))
  const refused = ids.flatMap((id): RefusedDecision[] => {
    const settlement = byId.get(id)
    const code = settlement ? refusal(settlement) : "unknown_settlement"
    return code ? [{ id, code, message: MESSAGES[code] }] : []
  })
  const left = new Set(refused.map(({ id }) => id))
  return {
    settlements: ids.flatMap((id) =>
      left.has(id) ? [] : (byId.get(id) ?? [])
    ),
    refused,
  }
}
