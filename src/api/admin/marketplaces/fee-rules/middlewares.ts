import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  GetFeeRules,
  PostFeeRule,
  PostFeeRuleProposals,
  PostFeeRules,
} from "./validators"

const validateRule = validateAndTransformBody(PostFeeRule)

/** `proposals` stands where ids stand, and has a body of its own. */
function validateRuleById(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): unknown {
  return req.params.id === "proposals" ? next() : validateRule(req, res, next)
}

export const feeRulesMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/fee-rules",
    middlewares: [
      validateAndTransformQuery(GetFeeRules, {
        isList: true,
        defaults: ["id"],
      }),
    ],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/fee-rules",
    middlewares: [validateAndTransformBody(PostFeeRules)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/fee-rules/proposals",
    middlewares: [validateAndTransformBody(PostFeeRuleProposals)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/fee-rules/:id",
    middlewares: [validateRuleById],
  },
]
