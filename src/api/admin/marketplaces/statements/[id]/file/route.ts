import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { marketplacesOf } from "../../../../../../workflows/marketplaces"
import { sendFile } from "../../../files/send-file"

/** The file as it was uploaded. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const marketplaces = marketplacesOf(req.scope)
  const { file_id } = await marketplaces.retrieveMarketplaceStatement(
    req.params.id
  )
  if (!file_id) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "This statement did not come as a file."
    )
  }
  await sendFile(req, res, await marketplaces.files.find(file_id))
}
