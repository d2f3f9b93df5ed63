import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { startOrderAction } from "../../../../../workflows/order-actions/start-order-action"
import { PostOrderActionType } from "./validators"

/** Does something with orders at their marketplaces; the run says of each what became of it. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostOrderActionType>,
  res: MedusaResponse
) => {
  const run = await startOrderAction(req.scope, {
    ...req.validatedBody,
    created_by: req.auth_context.actor_id,
  })
  res.status(202).json({ run })
}
