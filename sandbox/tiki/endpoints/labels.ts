import { badRequest, refused } from "../api-error"
import { hasLabel, isMade, labelAddress } from "../labels/access"
import { Endpoint, SellerContext } from "./endpoint"
import { findOrder } from "./orders"

const MODELS = {
  "tiki-delivery": "tiki_delivery",
  dropship: "dropship",
  "seller-delivery": "seller_delivery",
  "cross-border": "cross_border",
} as const
type Model = keyof typeof MODELS

/** The address of a page; goods that go to Tiki's warehouse get a stamp instead of a label. */
const labels =
  (model: Model) =>
  (context: SellerContext): object => {
    const { twin, query } = context
    const order = findOrder(context)
    if (order.fulfillment_type !== MODELS[model]) {
      throw refused(`The order is of type ${order.fulfillment_type}`)
    }
    if (query.format !== "html") {
      throw badRequest("format has to be html")
    }
    if (!hasLabel(order)) {
      throw refused(
        "Labels exist after confirmation, until the order is canceled"
      )
    }
    const made = isMade(order, twin)
    const stamped = model === "tiki-delivery"
    return {
      shipping_label_url:
        made && !stamped ? labelAddress(order, twin, "label") : null,
      shipping_stamp_url:
        made && stamped ? labelAddress(order, twin, "stamp") : null,
    }
  }

export const labelEndpoints: Endpoint[] = (Object.keys(MODELS) as Model[]).map(
  (model): Endpoint => ({
    scope: "order",
    level: "seller",
    method: "GET",
    template: `/integration/v2/orders/{code}/${model}/labels`,
    answer: labels(model),
  })
)
