import { MedusaError } from "@medusajs/framework/utils"
import { MarketplaceProvider } from "../../../domain/provider/marketplace-provider"
import { PROVIDER_IDS, PROVIDER_PREFIX, RegisteredProvider } from "../types"

/** Finds a marketplace by its id, and does nothing else. */
export class ProviderRegistryService {
  private readonly container_: Record<string, unknown>

  constructor(container: Record<string, unknown>) {
    this.container_ = container
  }

  list(): RegisteredProvider[] {
    return (this.container_[PROVIDER_IDS] as string[]).map((id) => ({
      id,
      provider: this.retrieve(id),
    }))
  }

  has(id: string): boolean {
    return (this.container_[PROVIDER_IDS] as string[]).includes(id)
  }

  /** @throws {MedusaError} NOT_FOUND, naming the providers that exist. */
  retrieve(id: string): MarketplaceProvider {
    if (!this.has(id)) {
      const known = (this.container_[PROVIDER_IDS] as string[]).join(", ")
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no marketplace provider "${id}". Configured: ${known || "none"}.`
      )
    }
    return this.container_[PROVIDER_PREFIX + id] as MarketplaceProvider
  }
}
