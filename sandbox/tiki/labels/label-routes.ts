import { Request, Response, Router } from "express"
import { TikiTwin } from "../twin"
import { hasLabel, isMade, opens } from "./access"
import { labelPage } from "./label-page"

/** The pages that the labels call links to: HTML, never a file, and open to their address alone. */
export function labelRoutes(twin: TikiTwin): Router {
  const router = Router()
  router.get(
    "/tiki/labels/:code/:kind(label|stamp).html",
    ({ params, query }: Request, response: Response) => {
      const order = twin.book.find(params.code)
      if (!order || !hasLabel(order) || !isMade(order, twin)) {
        response.sendStatus(404)
        return
      }
      if (!opens(order, query.key)) {
        response.sendStatus(403)
        return
      }
      const { partial_confirmation_lowers_total: without_refused } =
        twin.options
      response
        .type("html")
        .send(labelPage(order, twin.seller(order.seller_id), without_refused))
    }
  )
  return router
}
