import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  GetOutstanding,
  GetSettlementReport,
  GetSettlementReportExport,
  GetStatementExport,
} from "./validators"

const LIST = { isList: true, defaults: ["id"] }

export const settlementReportsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/settlement-reports",
    middlewares: [validateAndTransformQuery(GetSettlementReport, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/settlement-reports/outstanding",
    middlewares: [validateAndTransformQuery(GetOutstanding, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/settlement-reports/export",
    middlewares: [validateAndTransformQuery(GetSettlementReportExport, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/statements/:id/export",
    middlewares: [validateAndTransformQuery(GetStatementExport, LIST)],
  },
]
