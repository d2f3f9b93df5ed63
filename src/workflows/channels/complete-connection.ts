import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { marketplacesOf } from "../marketplaces"
import { callbackUrl } from "./callback-url"
import {
  ConnectionFailureCode,
  ConnectionFailureFacts,
  toConnectionFailure,
} from "./connection-failure"
import { settleGrant } from "./settle-grant"

/** What a marketplace's consent page sends back. */
export type ConsentReturn = {
  provider_id: string
  code?: string
  state?: string
  /** For example `auth_denied`. */
  error?: string
}

export type ConnectionOutcome =
  | { connected: string[] }
  | { claim: string }
  | ({ error: ConnectionFailureCode } & ConnectionFailureFacts)

/**
 * Finishes a sign-in; failures are answers, not errors.
 *
 * - With a `state` of ours: exchanges the code and connects the shops.
 * - With a `state` that is unknown, used or too old: exchanges nothing.
 * - Without one (an install that began at the marketplace): exchanges the code at once,
 *   for it is short-lived, and keeps the consent until an admin claims it.
 */
export async function completeConnection(
  container: MedusaContainer,
  { provider_id, code, state, error }: ConsentReturn
): Promise<ConnectionOutcome> {
  const { authorizations, options, providers } = marketplacesOf(container)
  const provider = providers.retrieve(provider_id)
  const request = state
    ? await authorizations.redeem(provider_id, state)
    : undefined
  if (request === null) {
    return { error: "state_invalid" }
  }
  if (error || !code) {
    return { error: error ? "access_denied" : "state_invalid" }
  }
  try {
    const grant = await provider.completeAuthorization({
      code,
      callback_url: callbackUrl(options, provider_id),
      credentials: request?.credentials ?? undefined,
    })
    return request
      ? { connected: await settleGrant(container, grant, request) }
      : { claim: await authorizations.keep(provider_id, grant) }
  } catch (cause) {
    const failure = toConnectionFailure(cause)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`marketplaces: connecting ${provider_id}: ${failure.message}`)
    return { error: failure.code, ...failure.facts }
  }
}
