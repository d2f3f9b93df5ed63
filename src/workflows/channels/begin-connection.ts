import { randomBytes } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  defaultSettings,
  SettingsPatch,
} from "../../domain/channels/settings-rules"
import { AuthorizationStart } from "../../domain/provider/authorization"
import { JsonObject } from "../../domain/shared/json"
import { marketplacesOf } from "../marketplaces"
import { callbackUrl } from "./callback-url"
import { applySettings } from "./check-settings"
import { ConnectionFailure, toConnectionFailure } from "./connection-failure"
import { readCredentials } from "./read-credentials"
import { settleGrant } from "./settle-grant"

export type ConnectionInput = {
  provider_id: string
  user_id: string
  name?: string
  settings?: SettingsPatch
  /** Values of the provider's `connect_fields`, of one method. */
  credentials?: Record<string, string>
  /** Signs an existing channel in again; it has to be the same account. */
  reauthorize_channel_id?: string
}

export type ConnectionStart =
  { authorization_url: string } | { channel_ids: string[] }

/**
 * Starts connecting a shop: gives the marketplace's consent page, or the channels at
 * once when the credentials suffice. A plain function, as secrets stay out of workflow inputs.
 *
 * @throws {MedusaError} saying what is wrong with the input or at the marketplace.
 */
export async function beginConnection(
  container: MedusaContainer,
  input: ConnectionInput
): Promise<ConnectionStart> {
  const marketplaces = marketplacesOf(container)
  const provider = marketplaces.providers.retrieve(input.provider_id)
  const credentials = readCredentials(provider.description, input.credentials)
  const defaults = defaultSettings(
    provider.description.default_settings,
    new Date()
  )
  applySettings(defaults, input.settings ?? {}, defaults)
  await assertReauthorizable(container, input)

  const state = randomBytes(32).toString("base64url")
  const request = {
    provider_id: input.provider_id,
    user_id: input.user_id,
    channel_id: input.reauthorize_channel_id ?? null,
    name: input.name ?? null,
    settings: (input.settings ?? null) as JsonObject | null,
    credentials,
  }
  try {
    const start: AuthorizationStart = await provider.beginAuthorization({
      state,
      callback_url: callbackUrl(marketplaces.options, input.provider_id),
      credentials: credentials ?? undefined,
    })
    if (start.kind === "granted") {
      return {
        channel_ids: await settleGrant(container, start.grant, request),
      }
    }
    await marketplaces.authorizations.begin(state, request)
    return { authorization_url: start.authorization_url }
  } catch (error) {
    throw toMedusaError(toConnectionFailure(error))
  }
}

async function assertReauthorizable(
  container: MedusaContainer,
  { reauthorize_channel_id: id, provider_id }: ConnectionInput
): Promise<void> {
  if (!id) {
    return
  }
  const channel = await marketplacesOf(container).retrieveMarketplaceChannel(id)
  if (channel.provider_id !== provider_id) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Channel ${id} belongs to ${channel.provider_id}, not to ${provider_id}.`
    )
  }
}

function toMedusaError(failure: ConnectionFailure): MedusaError {
  return new MedusaError(
    failure.code === "failed"
      ? MedusaError.Types.UNEXPECTED_STATE
      : MedusaError.Types.NOT_ALLOWED,
    failure.message,
    failure.code
  )
}
