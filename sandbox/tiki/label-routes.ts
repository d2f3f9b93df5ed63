import { Request, Response, Router } from "express"
import { TikiTwin } from "./twin"

/** The pages that the labels call links to: HTML, never a file. */
export function labelRoutes(twin: TikiTwin): Router {
  const router = Router()
  router.get(
    "/tiki/labels/:code/:kind.html",
    ({ params }: Request, response: Response) => {
      const order = twin.book.find(params.code)
      if (!order) {
        response.sendStatus(404)
        return
      }
      const rows = order.items
        .map(({ name, quantity }) => `<li>${quantity} × ${name}</li>`)
        .join("")
      response
        .type("html")
        .send(
          `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${order.code}</title><h1>Tiki ${order.code}</h1><p>${order.person.ward}, ${order.person.province}</p><ul>${rows}</ul></html>`
        )
    }
  )
  return router
}
