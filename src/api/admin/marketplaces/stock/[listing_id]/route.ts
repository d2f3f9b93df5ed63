import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { readStockStory } from "../read-stock-story"

/** Why a listing shows the number that it shows. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json({ stock: await readStockStory(req.scope, req.params.listing_id) })
}
