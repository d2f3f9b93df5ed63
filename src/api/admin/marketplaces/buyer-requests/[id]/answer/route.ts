import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { startRequestAnswer } from "../../../../../../workflows/buyer-requests/start-request-answer"
import { PostBuyerRequestAnswerType } from "../../validators"

/** Answers a buyer's request at its marketplace; the run says what became of it. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostBuyerRequestAnswerType>,
  res: MedusaResponse
) => {
  const run = await startRequestAnswer(req.scope, {
    id: req.params.id,
    ...req.validatedBody,
    created_by: req.auth_context.actor_id,
  })
  res.status(202).json({ run })
}
