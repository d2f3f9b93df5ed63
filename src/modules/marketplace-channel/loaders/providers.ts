import { asFunction, asValue, Lifetime } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import { LoaderOptions } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { MarketplaceProvider } from "../../../domain/provider/marketplace-provider"
import {
  MarketplaceModuleOptions,
  PROVIDER_IDS,
  PROVIDER_PREFIX,
} from "../types"

type ProviderClass = new (
  container: object,
  options: Record<string, unknown>
) => MarketplaceProvider

/**
 * Registers the marketplaces of the plugin's `providers` option, each under its id.
 * @throws {MedusaError} when an id is missing or used twice.
 */
export default async function loadProviders({
  container,
  options,
}: LoaderOptions<MarketplaceModuleOptions>): Promise<void> {
  const moduleOptions: MarketplaceModuleOptions = options ?? {}
  container.register("marketplaceOptions", asValue(moduleOptions))
  const providers = moduleOptions.providers ?? []
  const seen = new Set<string>()
  for (const { id, resolve } of providers) {
    if (!id) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `medusa-plugin-marketplaces: the provider ${resolve} has no "id"`
      )
    }
    if (seen.has(id)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `medusa-plugin-marketplaces: two providers have the id "${id}"`
      )
    }
    seen.add(id)
  }
  container.register(PROVIDER_IDS, asValue([...seen]))
  await moduleProviderLoader({
    container,
    providers,
    registerServiceFn: async (klass, moduleContainer, { id, options }) => {
      const Provider = klass as unknown as ProviderClass
      moduleContainer.register(
        PROVIDER_PREFIX + id,
        asFunction((cradle: object) => new Provider(cradle, options ?? {}), {
          lifetime: Lifetime.SINGLETON,
        })
      )
    },
  })
}
