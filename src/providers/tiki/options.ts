import { z } from "@medusajs/framework/zod"
import { callOptions, checkOptions, text, url } from "../shared/options"
import { TikiApp, TikiConfig } from "./types"

const schema = z
  .object({
    clientId: text.optional(),
    clientSecret: text.optional(),
    apiUrl: url.default("https://api.tiki.vn"),
    scopes: text.default("product order inventory offline"),
    clientAuthentication: z.enum(["basic", "post"]).default("basic"),
    allowClientKey: z.boolean().default(true),
    eventQueueName: text.default("medusa-plugin-marketplaces"),
    incomeFigure: z.enum(["invoice", "detail"]).default("invoice"),
    ...callOptions,
  })
  .superRefine(({ clientId, clientSecret }, context) => {
    if (Boolean(clientId) !== Boolean(clientSecret)) {
      context.addIssue({
        code: "custom",
        path: [clientId ? "clientSecret" : "clientId"],
        message: "is needed as well",
      })
    }
  })

/**
 * Checks the options and fills in the defaults.
 * @throws {MedusaError} INVALID_DATA naming the first option that is missing or wrong; never its value.
 */
export function readOptions(options: unknown): TikiConfig {
  return checkOptions("tiki", schema, options)
}

/** The app that sellers consent to; undefined when there is none. */
export function appOf(config: TikiConfig): TikiApp | undefined {
  const { clientId: client_id, clientSecret: client_secret } = config
  return client_id && client_secret ? { client_id, client_secret } : undefined
}
