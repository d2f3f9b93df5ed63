import express, { Express, NextFunction, Request, Response } from "express"
import { DEMO_CATALOGUE } from "../demo-catalogue"
import { drawPicture } from "../pictures"
import { apiHandler } from "./api-routes"
import { consentRoutes } from "./consent-routes"
import { controlRoutes } from "./control-routes"
import { tokenRoutes } from "./token-routes"
import { TikTokShopTwin } from "./twin"

/** One host for the consent page, the token calls, the API, the pictures and the control API. */
export function tiktokShopServer(twin: TikTokShopTwin): Express {
  const app = express()
  app.disable("x-powered-by")
  app.disable("etag")
  app.use("/_control", controlRoutes(twin))
  app.get("/pictures/:key.svg", (request: Request, response: Response) => {
    const demo = DEMO_CATALOGUE.find(({ key }) => key === request.params.key)
    if (!demo) {
      response.sendStatus(404)
      return
    }
    response.type("image/svg+xml").send(drawPicture(demo.picture))
  })
  app.use(consentRoutes(twin))
  app.use(tokenRoutes(twin))
  app.use(express.raw({ type: () => true, limit: "10mb" }))
  const serveApi = apiHandler(twin)
  app.use((request: Request, response: Response, next: NextFunction) => {
    serveApi(request, response).catch(next)
  })
  return app
}
