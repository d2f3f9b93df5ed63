import { MarketplaceModuleOptions } from "../../modules/marketplace-channel/types"

/** Where a marketplace sends a seller after consent; null without a public address. */
export function callbackUrl(
  { publicUrl }: MarketplaceModuleOptions,
  provider_id: string
): string | null {
  return publicUrl
    ? `${publicUrl.replace(/\/$/, "")}/hooks/marketplaces/${provider_id}/callback`
    : null
}
