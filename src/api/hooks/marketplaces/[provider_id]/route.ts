import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receiveWebhook } from "../../../../workflows/webhooks/receive-webhook"
import { readRawBody } from "./read-raw-body"

/** Marketplaces send small messages; anything larger is none of theirs. */
const MOST_BYTES = 1024 * 1024

/**
 * A marketplace's webhook: 200 once it is durable, 401 for a wrong signature, 400 for
 * something that is no message, 413 for too much of it. Always an empty body.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const status = await receiveWebhook(req.scope, {
    provider_id: req.params.provider_id,
    headers: req.headers as Record<string, string | undefined>,
    raw_body: await readRawBody(req, MOST_BYTES),
  })
  res.status(status).end()
}
