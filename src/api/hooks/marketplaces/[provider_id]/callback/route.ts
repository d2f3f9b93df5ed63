import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeConnection } from "../../../../../workflows/channels/complete-connection"
import { marketplacesOf } from "../../../../../workflows/marketplaces"

/** Where a marketplace sends the seller after consent; goes on in the admin. Needs no login. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // The host writes addresses into its log, where the seller's code must not stand.
  req.originalUrl = req.originalUrl.replace(/\?.*/, "")
  const outcome = await completeConnection(req.scope, {
    provider_id: req.params.provider_id,
    code: text(req.query.code),
    state: text(req.query.state),
    error: text(req.query.error),
  })
  const parameters = new URLSearchParams(
    Object.entries(outcome).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
  )
  res.setHeader("Cache-Control", "no-store")
  res.setHeader("Referrer-Policy", "no-referrer")
  res.redirect(302, `${channelsPage(req)}?${parameters}`)
}

/** The channels page of the admin, on the public address when there is one. */
function channelsPage({ scope }: MedusaRequest): string {
  const { admin } = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const { publicUrl = "" } = marketplacesOf(scope).options
  const path = (admin?.path ?? "/app").replace(/\/$/, "")
  return `${publicUrl.replace(/\/$/, "")}${path}/marketplaces/channels`
}

/** A marketplace may write "null" where it has nothing to say. */
function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value !== "null"
    ? value
    : undefined
}
