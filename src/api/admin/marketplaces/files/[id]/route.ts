import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { sendFile } from "../send-file"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  await sendFile(
    req,
    res,
    await marketplacesOf(req.scope).files.find(req.params.id)
  )
}
