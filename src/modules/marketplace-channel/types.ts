import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { RetentionDays } from "../../domain/retention/retention-days"

/** Options of the plugin, handed to the module by the host; beside these, {@link RetentionDays}. */
export type MarketplaceModuleOptions = Partial<RetentionDays> & {
  /** One entry per marketplace app, loaded as Medusa module providers. */
  providers?: {
    resolve: string
    id: string
    options?: Record<string, unknown>
  }[]
  /** Encrypts shop tokens at rest; at least 16 characters. Required to start the server. */
  encryptionKey?: string
  /** Keys that older rows may still be encrypted with; the rows are re-encrypted as they are used. */
  previousEncryptionKeys?: string[]
  /** Public address of the Medusa server, for callbacks and for the way back into the admin. */
  publicUrl?: string
  /** Seconds between two polls of a channel's orders. Default 60. */
  pollIntervalSeconds?: number
  /** Seconds between two looks at changed stock. Default 1. */
  stockIntervalSeconds?: number
  /** Minutes between two full comparisons. Default 60. */
  sweepIntervalMinutes?: number
  /**
   * Path of a Chromium, which makes PDF pages of waybills that a marketplace gives as web
   * pages; the package `playwright-core` has to be installed. Without it such waybills come
   * as a web page that is printed from the browser.
   */
  browserPath?: string
  /**
   * Key in the `metadata` of a product variant, or of its inventory items, under which the shop
   * keeps what one unit costs it, in the major unit of its currency: reports take it off the
   * net. Default `cost_price`.
   */
  costMetadataKey?: string
}

/** Prefix under which the loader registers each provider by its id. */
export const PROVIDER_PREFIX = "marketplace_provider_"
/** Registration that lists the ids of all providers. */
export const PROVIDER_IDS = "marketplace_provider_ids"

export type RegisteredProvider = { id: string; provider: MarketplaceProvider }

/** What the module's services find in their container besides one another. */
export type ModuleCradle = { marketplaceOptions: MarketplaceModuleOptions }
