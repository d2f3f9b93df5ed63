import type {
  ChannelSettings,
  ChannelStatus,
} from "../../../domain/channels/channel-settings"
import type { MarketplaceErrorKind } from "../../../domain/provider/marketplace-error"

export type Channel = {
  id: string
  provider_id: string
  name: string
  external_id: string
  region: string | null
  currency_code: string
  status: ChannelStatus
  settings: ChannelSettings
  sales_channel_id: string | null
  last_order_sync_at: string | null
  last_listing_sync_at?: string | null
  /** Why the status is what it is; null when all is well. */
  status_reason?: string | null
  /** What went wrong last; null when all is well. */
  last_error?: string | null
  /** When a person has to sign in again; null when unknown or never. */
  authorization_ends_at?: string | null
  /** The marketplace's warehouses, as far as they are known. */
  warehouses?: { external_id: string; name: string; is_default?: boolean }[]
}

/** An installation that came without our own request and waits for its owner. */
export type Authorization = {
  id: string
  provider_id: string
  account_name: string
  shops: { name: string }[]
}

export type ConnectResult = { channel?: Channel; authorization_url?: string }

export type ChannelTest = {
  ok: boolean
  /** The marketplace's or our own sentence, in English. */
  reason?: string | null
  code?: MarketplaceErrorKind | "failed"
  shop?: { name: string } | null
}
