import { LocalizedText } from "../../domain/shared/localized-text"
import { ClaimFacts } from "../../domain/statements/claims/claim-text"
import { ClaimRow } from "../../modules/marketplace-channel/read-claims"
import { marketplacesOf } from "../marketplaces"

type Marketplaces = ReturnType<typeof marketplacesOf>

/** What a marketplace is called; its id where it is not configured any more. */
export function marketplaceName(
  { providers }: Marketplaces,
  provider_id: string
): LocalizedText {
  return providers.has(provider_id)
    ? providers.retrieve(provider_id).description.label
    : { vi: provider_id, en: provider_id }
}

/** What the text of a claim is written from. */
export function claimFacts(
  marketplaces: Marketplaces,
  claim: ClaimRow
): ClaimFacts {
  return {
    number: claim.number,
    marketplace: marketplaceName(marketplaces, claim.provider_id),
    shop_name: claim.channel_name,
    shop_id: claim.shop_id,
    external_order_id: claim.external_order_id,
    reason: claim.reason,
    amount: claim.amount,
    currency_code: claim.currency_code,
    external_reference: claim.external_reference,
    basis: claim.basis,
    evidence: claim.evidence,
  }
}
