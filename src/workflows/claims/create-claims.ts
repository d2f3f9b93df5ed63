import { MedusaContainer } from "@medusajs/framework/types"
import { ClaimSkipCode } from "../../domain/statements/claims/draft-claims"
import { MadeClaims } from "../../modules/marketplace-channel/claim-rows"
import { marketplacesOf } from "../marketplaces"
import { judgeDueSettlements } from "../statements/judge-due-settlements"

/** English, with the remedy; the screens have it in both languages. */
const MESSAGES: Record<ClaimSkipCode, string> = {
  unknown_settlement: "There is no such settlement (any more).",
  comparing: "The order is still being compared. Try again in a moment.",
  confirmed:
    "The settlement was confirmed as it is. Reopen it first, then claim.",
  nothing_to_claim: "Nothing is missing here that could be claimed.",
  fees_unknown:
    "The channel has no fee rules, so nobody can tell whether the fee is too high. Enter its rules first.",
  already_claimed: "It is claimed already.",
  already_paid: "It was claimed before, and the money has come.",
}

export type CreatedClaims = {
  /** New ones, in the order of the settlements. */
  ids: string[]
  skipped: (MadeClaims["skipped"][number] & { message: string })[]
}

/**
 * Makes claims of what is short, missing or wrongly charged in these settlements: one for each
 * cause, with what proves it. Repeating it makes none; what was left out says why.
 */
export async function createClaims(
  container: MedusaContainer,
  claims: { settlement_ids: string[]; actor: string }
): Promise<CreatedClaims> {
  const marketplaces = marketplacesOf(container)
  const due = await marketplaces.listMarketplaceSettlements(
    { id: claims.settlement_ids, due_at: { $ne: null } },
    { select: ["id"], take: 1 }
  )
  if (due.length) {
    await judgeDueSettlements(container)
  }
  const { ids, skipped } = await marketplaces.claims.make(claims)
  return {
    ids,
    skipped: skipped.map((skip) => ({ ...skip, message: MESSAGES[skip.code] })),
  }
}
