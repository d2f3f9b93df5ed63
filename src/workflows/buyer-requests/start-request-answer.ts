import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { BuyerRequestAnswerKind } from "../../domain/returns/buyer-request"
import { startOrderAction } from "../order-actions/start-order-action"
import { answerAction } from "./request-actions"
import { retrieveRequest } from "./retrieve-request"

export type RequestAnswerRequest = {
  id: string
  answer: BuyerRequestAnswerKind
  /** Of a rejection. */
  reason?: string
  comment?: string
  created_by: string
}

/**
 * Puts the answer to one request on record, as the same run that answers requests of many
 * orders; gives the run's row.
 * @throws {MedusaError} NOT_FOUND; NOT_ALLOWED while its order has not been downloaded.
 */
export async function startRequestAnswer(
  container: MedusaContainer,
  { id, answer, reason, comment, created_by }: RequestAnswerRequest
) {
  const request = await retrieveRequest(container, id)
  if (!request.channel_order_id) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The order ${request.order_external_id} has not been downloaded. Download it first, then answer.`
    )
  }
  return startOrderAction(container, {
    action: answerAction(request.kind, answer),
    ids: [request.channel_order_id],
    params: {
      request_id: id,
      ...(reason ? { reason } : {}),
      ...(comment ? { comment } : {}),
    },
    created_by,
  })
}
