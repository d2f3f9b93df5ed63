import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receiveWebhook } from "../../../../workflows/webhooks/receive-webhook"
import { readRawBody } from "./read-raw-body"

/** Marketplaces send small messages; anything larger is none of theirs. */
const MOST_BYTES = 1024 * 1024

const RETRY_AFTER_SECONDS = 10

/**
 * A marketplace's webhook: 200 once it is durable, 401 for a wrong signature, 400 for
 * something that is no message, 413 for too much of it, 503 while too many wait. Always an empty
 * body.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const status = await receiveWebhook(req.scope, {
    provider_id: req.params.provider_id,
    headers: req.headers as Record<string, string | undefined>,
    raw_body: await readRawBody(req, MOST_BYTES),
  })
  if (status === 503) {
    res.setHeader("retry-after", RETRY_AFTER_SECONDS)
  }
  res.status(status).end()
}
