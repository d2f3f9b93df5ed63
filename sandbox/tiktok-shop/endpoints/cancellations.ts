import { cancellationToWire } from "../after-sales/cancellation"
import { badAfterSale } from "../after-sales/answers"
import {
  Refusable,
  rejectReasons,
  reasonText,
} from "../after-sales/reject-reasons"
import { rejection, refusingDecision } from "../after-sales/return-decisions"
import { Endpoint, ShopContext } from "./endpoint"
import { searchRequests } from "./search-requests"
import { textOf } from "./text-of"

function search(context: ShopContext): object {
  const { twin, shop } = context
  return searchRequests(context, twin.cancellations.list(shop.id), {
    by: {
      cancel_ids: ({ id }) => id,
      cancel_types: ({ type }) => type,
      cancel_status: ({ status }) => status,
    },
    least: 1,
    name: "cancellations",
    toWire: (one, order) => cancellationToWire(one, order, twin.base_url),
  })
}

/** @throws {ApiError} 25001001 for one that the shop does not have. */
function ownCancellation({ twin, shop, path }: ShopContext) {
  const found = twin.cancellations.find(path.cancel_id)
  if (found?.shop_id !== shop.id) {
    throw badAfterSale("cancel_id does not exist in this shop")
  }
  return found
}

function cancelOrder({ twin, shop, body }: ShopContext): object {
  const order = twin.book.find(String(body.order_id ?? ""))
  if (order?.shop_id !== shop.id) {
    throw badAfterSale("order_id does not exist in this shop")
  }
  const reasons = [
    "seller_cancel_reason_out_of_stock",
    "seller_cancel_reason_wrong_price",
  ]
  const reason = String(body.cancel_reason ?? "")
  if (!reasons.includes(reason)) {
    throw badAfterSale("cancel_reason is unknown")
  }
  if (body.skus !== undefined || body.order_line_item_ids !== undefined) {
    throw badAfterSale("orders cannot be cancelled in part here")
  }
  const { id, status } = twin.cancellations.bySeller(order, reason)
  return { cancel_id: id, cancel_status: status }
}

/** What the id of the query stands for; cancellations have one list of reasons, returns several. */
function refusable({ twin, shop, query }: ShopContext): Refusable {
  const id = query.return_or_cancel_id
  const goods_back = twin.returns.find(id)
  if (goods_back?.shop_id === shop.id) {
    const decision = refusingDecision(goods_back)
    return decision ? rejection(goods_back, decision).what : "return"
  }
  if (twin.cancellations.find(id)?.shop_id !== shop.id) {
    throw badAfterSale("return_or_cancel_id does not exist in this shop")
  }
  return "cancellation"
}

const scope = "seller.return_refund.basic"
const base = "/return_refund/202309"

export const cancellationEndpoints: Endpoint[] = [
  {
    method: "POST",
    template: `${base}/cancellations/search`,
    scope,
    level: "shop",
    answer: search,
  },
  {
    method: "POST",
    template: `${base}/cancellations`,
    scope,
    level: "shop",
    answer: cancelOrder,
  },
  {
    method: "POST",
    template: `${base}/cancellations/{cancel_id}/approve`,
    scope,
    level: "shop",
    answer: (context) => {
      const { id } = ownCancellation(context)
      context.twin.cancellations.approve(id, context.query.idempotency_key)
      return {}
    },
  },
  {
    method: "POST",
    template: `${base}/cancellations/{cancel_id}/reject`,
    scope,
    level: "shop",
    answer: (context) => {
      const { id } = ownCancellation(context)
      const { twin, body, query } = context
      const reason = textOf(body, "reject_reason")
      twin.cancellations.reject(id, reason, query.idempotency_key)
      return {}
    },
  },
  {
    method: "GET",
    template: `${base}/reject_reasons`,
    scope,
    level: "shop",
    answer: (context) => ({
      reasons: rejectReasons(refusable(context)).map((reason) => ({
        name: reason.name,
        text: reasonText(reason, context.query.locale),
      })),
    }),
  },
]
