import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WorkflowManager } from "@medusajs/framework/orchestration"

/** Which workflows this app has; scheduled jobs are workflows to Medusa. */
export function GET(req: MedusaRequest, res: MedusaResponse): void {
  res.json({
    workflows: [...WorkflowManager.getWorkflows().keys()],
    module: req.scope.hasRegistration("marketplace_channel"),
  })
}
