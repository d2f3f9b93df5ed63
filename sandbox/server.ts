import express, { Express, Request, Response } from "express"
import { DEMO_CATALOGUE, TIKI_ONLY_PRODUCTS } from "./demo-catalogue"
import { drawPicture } from "./pictures"
import { serveTiki } from "./tiki/server"
import { TikiTwin } from "./tiki/twin"
import { serveTikTokShop } from "./tiktok-shop/server"
import { TikTokShopTwin } from "./tiktok-shop/twin"

/** One host for all marketplaces and the pictures of their products. */
export function sandboxServer(tiktok: TikTokShopTwin, tiki: TikiTwin): Express {
  const app = express()
  app.disable("x-powered-by")
  app.disable("etag")
  app.get("/pictures/:key.svg", (request: Request, response: Response) => {
    const demo = [...DEMO_CATALOGUE, ...TIKI_ONLY_PRODUCTS].find(
      ({ key }) => key === request.params.key
    )
    if (!demo) {
      response.sendStatus(404)
      return
    }
    response.type("image/svg+xml").send(drawPicture(demo.picture))
  })
  serveTiki(app, tiki)
  serveTikTokShop(app, tiktok)
  return app
}
