import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { testChannel } from "../../../../../../workflows/channels/test-channel"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json(await testChannel(req.scope, req.params.id))
}
