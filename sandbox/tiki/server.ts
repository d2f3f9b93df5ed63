import { Express, NextFunction, raw, Request, Response } from "express"
import { apiHandler } from "./api-routes"
import { consentRoutes } from "./consent-routes"
import { controlRoutes } from "./control-routes"
import { labelRoutes } from "./labels/label-routes"
import { tokenRoutes } from "./token-routes"
import { TikiTwin } from "./twin"

/** Adds Tiki's OAuth, API, label pages and control API to a host. */
export function serveTiki(app: Express, twin: TikiTwin): void {
  app.use("/_control/tiki", controlRoutes(twin))
  app.use(consentRoutes(twin))
  app.use(tokenRoutes(twin))
  app.use(labelRoutes(twin))
  const serveApi = apiHandler(twin)
  app.use(
    "/integration",
    raw({ type: () => true, limit: "10mb" }),
    (request: Request, response: Response, next: NextFunction) => {
      serveApi(request, response).catch(next)
    }
  )
}
