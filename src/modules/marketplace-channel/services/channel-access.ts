import { Credentials } from "../../../domain/provider/authorization"
import { ChannelAccess } from "../../../domain/provider/channel-access"
import { AuthorizationVaultService } from "./authorization-vault"
import { ProviderRegistryService } from "./provider-registry"
import { RateBudgetService } from "./rate-budget"

/** What is needed of a channel's row to act for it. */
export type AccessibleChannel = {
  id: string
  provider_id: string
  external_id: string
  region: string
  currency_code: string
  provider_data: Record<string, unknown>
  authorization_id: string
}

type Dependencies = {
  authorizationVaultService: AuthorizationVaultService
  providerRegistryService: ProviderRegistryService
  rateBudgetService: RateBudgetService
}

/** Hands providers what they need to call a marketplace for one channel. */
export class ChannelAccessService {
  private readonly vault_: AuthorizationVaultService
  private readonly registry_: ProviderRegistryService
  private readonly budget_: RateBudgetService

  constructor(dependencies: Dependencies) {
    this.vault_ = dependencies.authorizationVaultService
    this.registry_ = dependencies.providerRegistryService
    this.budget_ = dependencies.rateBudgetService
  }

  /** Credentials are read once and kept for as long as the access is used. */
  open(channel: AccessibleChannel): ChannelAccess {
    const { rate_budget } = this.registry_.retrieve(
      channel.provider_id
    ).description
    let credentials: Promise<Credentials> | null = null
    return {
      channel: {
        id: channel.id,
        external_id: channel.external_id,
        region: channel.region,
        currency_code: channel.currency_code,
        provider_data: channel.provider_data as Record<string, string>,
      },
      credentials: () =>
        (credentials ??= this.vault_.credentials(channel.authorization_id)),
      renew: (expired) =>
        (credentials = this.vault_.renew(channel.authorization_id, expired)),
      pace: (lane) => this.budget_.take(channel.id, lane, rate_budget),
    }
  }
}
