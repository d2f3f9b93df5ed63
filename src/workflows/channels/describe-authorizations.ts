import { MedusaContainer } from "@medusajs/framework/types"
import { Shop } from "../../domain/provider/authorization"
import { marketplacesOf } from "../marketplaces"

/** Consents that wait to be claimed, newest first; nothing that opens a shop. */
export async function describeWaitingAuthorizations(
  container: MedusaContainer
) {
  const waiting = await marketplacesOf(container).listMarketplaceAuthorizations(
    { claimed_by: null },
    { order: { created_at: "DESC" } }
  )
  return waiting.map((one) => ({
    id: one.id,
    provider_id: one.provider_id,
    account_external_id: one.account_external_id,
    account_name: one.account_name,
    scopes: one.scopes,
    shops: (one.shops as unknown as Shop[]).map(
      ({ external_id, name, region }) => ({ external_id, name, region })
    ),
    created_at: one.created_at,
  }))
}
