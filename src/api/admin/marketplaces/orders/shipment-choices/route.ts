import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { readShipmentChoices } from "../../../../../workflows/order-actions/shipment-choices"
import { PostShipmentChoicesType } from "./validators"

/** What may be chosen when the shipment of orders is arranged, read from their marketplaces now. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostShipmentChoicesType>,
  res: MedusaResponse
) => {
  const choices = await readShipmentChoices(req.scope, req.validatedBody.ids)
  res.json({ choices })
}
