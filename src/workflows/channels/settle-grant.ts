import { MedusaContainer } from "@medusajs/framework/types"
import { SettingsPatch } from "../../domain/channels/settings-rules"
import { Grant } from "../../domain/provider/authorization"
import { ConnectionRequest } from "../../modules/marketplace-channel/services/authorization-register"
import { marketplacesOf } from "../marketplaces"
import { ConnectionFailure } from "./connection-failure"
import { connectChannelsWorkflow } from "./workflows/connect-channels"

/**
 * Makes channels of what a seller has granted on a person's request.
 * @returns the ids of the channels, new and known ones.
 * @throws {ConnectionFailure} when it is another seller than asked for, or has no shop.
 */
export async function settleGrant(
  container: MedusaContainer,
  grant: Grant,
  request: ConnectionRequest
): Promise<string[]> {
  if (!grant.shops.length) {
    throw new ConnectionFailure(
      "no_shops",
      `The account "${grant.account.name}" has no shop. Sign in with the shop's main account.`
    )
  }
  if (request.channel_id) {
    await assertSameAccount(container, request, request.channel_id, grant)
  }
  const { authorizations } = marketplacesOf(container)
  const authorization_id = await authorizations.keep(request.provider_id, grant)
  try {
    const { result } = await connectChannelsWorkflow(container).run({
      input: {
        authorization_id,
        user_id: request.user_id,
        name: request.name,
        settings: request.settings as SettingsPatch | null,
      },
    })
    return result.map(({ id }) => id)
  } catch (error) {
    await authorizations.discardWaiting(authorization_id)
    throw error
  }
}

/** Signing in again must give the same seller and shop; another one would mix two shops' orders. */
async function assertSameAccount(
  container: MedusaContainer,
  { credentials }: ConnectionRequest,
  channel_id: string,
  { account, shops }: Grant
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const channel = await marketplaces.retrieveMarketplaceChannel(channel_id)
  const authorization = await marketplaces.retrieveMarketplaceAuthorization(
    channel.authorization_id
  )
  if (authorization.account_external_id !== account.external_id) {
    const [subject, remedy] = credentials
      ? ["These keys open", "Enter the keys of"]
      : ["The sign-in was", "Sign out at the marketplace and sign in as"]
    throw new ConnectionFailure(
      "different_account",
      `${subject} "${account.name}" (${account.external_id}), but "${channel.name}" belongs to "${authorization.account_name}" (${authorization.account_external_id}). ${remedy} "${authorization.account_name}".`,
      { expected: authorization.account_name, actual: account.name }
    )
  }
  if (!shops.some(({ external_id }) => external_id === channel.external_id)) {
    throw new ConnectionFailure(
      "shop_missing",
      `"${account.name}" has not granted the shop "${channel.name}". Sign in again and choose it.`,
      { expected: channel.name }
    )
  }
}
