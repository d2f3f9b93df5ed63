import { Request, Response, Router } from "express"
import { RawAnswer, replyThroughFaults } from "../shared/fault-reply"
import { DocumentOrder } from "./packages/documents"
import { drawPdf, drawPng } from "./packages/draw-pdf"
import { labelContent } from "./packages/label-content"
import { TikTokShopTwin } from "./twin"

const PATH = "/documents/:token.:ending"

const failed = (status: number, body: string): RawAnswer => ({
  status,
  body,
  type: "text",
  code: null,
})

async function draw(
  twin: TikTokShopTwin,
  { package_id, type, size }: DocumentOrder
): Promise<RawAnswer> {
  const view = twin.packages.get(package_id)
  const content = labelContent(view, twin.shop(view.shop_id))
  const picture = type === "SHIPPING_LABEL_PICTURE"
  const made_at = view.arrangements[0]?.at ?? view.create_time
  const body = picture
    ? await drawPng(content)
    : Buffer.from(await drawPdf(content, type, size, made_at))
  return { status: 200, body, type: picture ? "png" : "pdf", code: null }
}

/** Where `doc_url` points: no signature, no token; 403 once the link has expired. */
export function documentRoutes(twin: TikTokShopTwin): Router {
  const router = Router()
  router.get(PATH, (request: Request, response: Response, next) => {
    const wanted = twin.documents.open(request.params.token)
    const made = wanted
      ? draw(twin, wanted)
      : Promise.resolve(failed(403, "The link has expired"))
    made
      .then((answer) =>
        replyThroughFaults(
          twin,
          request,
          response,
          { template: PATH },
          {
            refuse: ({ kind }) =>
              ["429", "500", "503"].includes(kind)
                ? failed(Number(kind), "Try again later")
                : null,
            run: () => answer,
          }
        )
      )
      .catch(next)
  })
  return router
}
