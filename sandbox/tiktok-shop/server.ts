import express, { Express, NextFunction, Request, Response } from "express"
import { apiHandler } from "./api-routes"
import { consentRoutes } from "./consent-routes"
import { controlRoutes } from "./control/routes"
import { documentRoutes } from "./document-routes"
import { tokenRoutes } from "./token-routes"
import { TikTokShopTwin } from "./twin"

/** Adds TikTok's consent page, token calls, API and control API to a host; the API takes every path that is left. */
export function serveTikTokShop(app: Express, twin: TikTokShopTwin): void {
  app.use("/_control", controlRoutes(twin))
  app.use(consentRoutes(twin))
  app.use(tokenRoutes(twin))
  app.use(documentRoutes(twin))
  app.use(express.raw({ type: () => true, limit: "10mb" }))
  const serveApi = apiHandler(twin)
  app.use((request: Request, response: Response, next: NextFunction) => {
    serveApi(request, response).catch(next)
  })
}
