import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { describeHealth } from "../../../../workflows/health/describe-health"

/** What is wrong, since when and what helps; the last proof of life of every channel and flow. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json(await describeHealth(req.scope))
}
