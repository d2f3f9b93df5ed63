import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { describeWaitingAuthorizations } from "../../../../workflows/channels/describe-authorizations"

/** Installs that began at a marketplace and wait for an admin. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const authorizations = await describeWaitingAuthorizations(req.scope)
  const count = authorizations.length
  res.json({ authorizations, count, offset: 0, limit: count })
}
