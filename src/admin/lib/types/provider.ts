import type { ConnectField } from "../../../domain/provider/authorization"
import type { OrderStatus } from "../../../domain/orders/order-status"
import type { JsonValue } from "../../../domain/shared/json"
import type { LocalizedText } from "../../../domain/shared/localized-text"

export type Provider = {
  id: string
  label: LocalizedText
  capabilities: string[]
  /** What connecting asks for; fields of one method belong together. */
  connect_fields: ConnectField[]
  /** True when a person may sign in at the marketplace instead. */
  connects_by_consent: boolean
  /** Which settings a channel of this provider has. */
  settings_schema?:
    | { name: string }[]
    | { properties?: Record<string, { default?: JsonValue }> }
    | null
  /** Statuses a person may choose for a manual download. */
  downloadable_statuses?: OrderStatus[]
  /** What a manual download brings without a choice; null for every status. */
  default_download_statuses?: OrderStatus[] | null
  /** Page of an order at the marketplace; `{id}` stands for the order id. */
  order_url?: string | null
}
