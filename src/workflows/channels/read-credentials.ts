import { MedusaError } from "@medusajs/framework/utils"
import {
  ConnectMethod,
  connectMethods,
  readFilledIn,
} from "../../domain/channels/connect-methods"
import { ProviderDescription } from "../../domain/provider/marketplace-provider"

/** Of a description, what connecting looks at. */
export type Connectable = Pick<
  ProviderDescription,
  "label" | "connect_fields" | "connects_by_consent"
>

/**
 * The fields that a person has filled in, of exactly one method; null when none are and
 * the marketplace lets them sign in instead.
 *
 * @throws {MedusaError} INVALID_DATA naming the field and the remedy, and never a value.
 */
export function readCredentials(
  { label, connect_fields, connects_by_consent }: Connectable,
  given: Record<string, string> = {}
): Record<string, string> | null {
  const filled = readFilledIn(connect_fields, given)
  const ways = describeMethods(connectMethods(connect_fields))
  switch (filled.kind) {
    case "complete":
      return filled.values
    case "nothing":
      if (connects_by_consent) {
        return null
      }
      throw refusal(
        ways
          ? `credentials: ${label.en} cannot be signed in to from here. Give ${ways}.`
          : `credentials: ${label.en} cannot be connected: the app of the provider's options is missing.`
      )
    case "unknown_field":
      throw refusal(
        `${filled.names.map((name) => `credentials.${name}`).join(", ")}: the marketplace asks for no such field. ` +
          (ways ? `It takes ${ways}.` : "Sign in at the marketplace instead.")
      )
    case "several_methods":
      throw refusal(
        `credentials: these fields belong to several ways of connecting. Give one of them only: ${describeMethods(filled.methods)}.`
      )
    case "incomplete":
      throw refusal(
        `${filled.missing.map(({ name }) => `credentials.${name}`).join(", ")}: is missing. Give ${describeMethods([filled.method])}.`
      )
  }
}

/** As in: client_id and client_secret ("Client id and secret"), or client_key ("Client key"). */
function describeMethods(methods: ConnectMethod[]): string {
  return methods
    .map(({ label, fields }) => {
      const required = fields.filter((field) => field.required)
      const names = (required.length ? required : fields).map(
        ({ name }) => name
      )
      return `${names.join(" and ")} ("${label.en}")`
    })
    .join(", or ")
}

function refusal(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
