import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../../workflows/marketplaces"
import { sendFile } from "../../../files/send-file"

/** The first file that the run made. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const marketplaces = marketplacesOf(req.scope)
  const { id } = await marketplaces.retrieveMarketplaceRun(req.params.id, {
    select: ["id"],
  })
  const [file] = await marketplaces.files.listOfRuns([id])
  await sendFile(req, res, file)
}
