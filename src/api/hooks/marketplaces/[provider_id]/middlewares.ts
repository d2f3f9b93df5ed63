import { MiddlewareRoute } from "@medusajs/framework/http"

/** The route reads the body itself: signatures are made over its bytes. */
export const webhooksMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/hooks/marketplaces/:provider_id",
    bodyParser: false,
  },
]
