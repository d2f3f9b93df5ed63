import { MedusaContainer } from "@medusajs/framework/types"
import { isExpiring } from "../../domain/channels/renewal"
import { marketplacesOf } from "../marketplaces"
import { toChannel } from "../orders/channel"

type Filters = { id?: string[]; provider_id?: string[]; status?: string[] }

/**
 * Channels as the API shows them, with their health; nothing that opens a shop.
 * In the order they were connected.
 */
export async function describeChannels(
  container: MedusaContainer,
  filters: Filters,
  page: { limit?: number; offset?: number } = {}
) {
  const marketplaces = marketplacesOf(container)
  const [rows, count] = await marketplaces.listAndCountMarketplaceChannels(
    filters,
    {
      take: page.limit,
      skip: page.offset,
      order: { created_at: "ASC", id: "ASC" },
    }
  )
  const channels = rows.map(toChannel)
  const [authorizations, flows] = await Promise.all([
    marketplaces.listMarketplaceAuthorizations(
      { id: channels.map((channel) => channel.authorization_id) },
      {
        select: [
          "id",
          "account_external_id",
          "account_name",
          "refresh_expires_at",
        ],
      }
    ),
    marketplaces.listMarketplaceFlows({
      channel_id: channels.map(({ id }) => id),
    }),
  ])
  const now = new Date()
  return {
    count,
    channels: channels.map((channel) => {
      const authorization = authorizations.find(
        ({ id }) => id === channel.authorization_id
      )
      const own = flows.filter((flow) => flow.channel_id === channel.id)
      const expiring = isExpiring(
        authorization?.refresh_expires_at ?? null,
        now
      )
      return {
        id: channel.id,
        provider_id: channel.provider_id,
        name: channel.name,
        external_id: channel.external_id,
        region: channel.region,
        currency_code: channel.currency_code,
        status:
          channel.status === "connected" && expiring
            ? "expiring"
            : channel.status,
        status_reason: channel.status_reason,
        settings: channel.settings,
        warehouses: channel.warehouses,
        sales_channel_id: channel.sales_channel_id,
        account: authorization
          ? {
              external_id: authorization.account_external_id,
              name: authorization.account_name,
            }
          : null,
        authorization_ends_at: authorization?.refresh_expires_at ?? null,
        last_order_sync_at: channel.last_order_sync_at,
        last_listing_sync_at: channel.last_listing_sync_at,
        last_error:
          channel.status_reason ??
          own.find(({ last_error }) => last_error)?.last_error ??
          null,
        flows: own.map((flow) => ({
          kind: flow.kind,
          due_at: flow.due_at,
          cursor: flow.cursor,
          last_success_at: flow.last_success_at,
          last_error: flow.last_error,
          failures: flow.failures,
        })),
        created_at: channel.created_at,
        updated_at: channel.updated_at,
      }
    }),
  }
}

/** @throws {MedusaError} NOT_FOUND */
export async function describeChannel(container: MedusaContainer, id: string) {
  await marketplacesOf(container).retrieveMarketplaceChannel(id)
  const { channels } = await describeChannels(container, { id: [id] })
  return channels[0]
}
