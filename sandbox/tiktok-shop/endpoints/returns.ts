import { badAfterSale } from "../after-sales/answers"
import { returnToWire } from "../after-sales/return"
import { textOf } from "./cancellations"
import { Endpoint, ShopContext } from "./endpoint"
import { anyOf } from "./any-of"
import { listPage } from "./list-page"

function search(context: ShopContext): object {
  const { twin, shop } = context
  const wanted = {
    id: anyOf(context, "return_ids"),
    order: anyOf(context, "order_ids"),
    buyer: anyOf(context, "buyer_user_ids"),
    type: anyOf(context, "return_types"),
    status: anyOf(context, "return_status"),
    arbitration: anyOf(context, "arbitration_status"),
    proposed: anyOf(context, "seller_proposed_return_type"),
  }
  const found = twin.returns
    .list(shop.id)
    .filter(
      (one) =>
        wanted.id(one.id) &&
        wanted.order(one.order_id) &&
        wanted.type(one.type) &&
        wanted.status(one.status) &&
        wanted.arbitration(one.arbitration ?? "") &&
        wanted.proposed(one.partial_refund === null ? "" : "PARTIAL_REFUND") &&
        wanted.buyer(twin.orders.get(one.order_id).user_id)
    )
  const { items, ...counts } = listPage(
    context,
    found,
    ({ id, create_time, update_time }) => ({
      id,
      times: { create_time, update_time },
    }),
    {
      least: 10,
      most: 50,
      usual: 10,
      sort_fields: ["create_time", "update_time"],
      sort_orders: ["ASC", "DESC"],
    }
  )
  return {
    ...counts,
    return_orders: items.map((one) =>
      returnToWire(one, twin.orders.get(one.order_id), shop, twin.base_url)
    ),
  }
}

/** @throws {ApiError} 25001001 for one that the shop does not have. */
function ownReturn({ twin, shop, path }: ShopContext) {
  const found = twin.returns.find(path.return_id)
  if (found?.shop_id !== shop.id) {
    throw badAfterSale("return_id does not exist in this shop")
  }
  return found
}

function approve(context: ShopContext): object {
  const { twin, body, query } = context
  const offer = body.partial_refund
  const amount =
    typeof offer === "object" && offer !== null && !Array.isArray(offer)
      ? Number(offer.amount)
      : undefined
  twin.returns.approve(ownReturn(context).id, {
    decision: textOf(body, "decision"),
    buyer_keep_item: body.buyer_keep_item === true,
    partial_refund: amount,
    idempotency_key: query.idempotency_key,
  })
  return {}
}

function reject(context: ShopContext): object {
  const { twin, body, query } = context
  twin.returns.reject(ownReturn(context).id, {
    decision: textOf(body, "decision"),
    reject_reason: textOf(body, "reject_reason"),
    idempotency_key: query.idempotency_key,
  })
  return {}
}

const scope = "seller.return_refund.basic"
const base = "/return_refund/202309/returns"

export const returnEndpoints: Endpoint[] = [
  {
    method: "POST",
    template: `${base}/search`,
    scope,
    level: "shop",
    answer: search,
  },
  {
    method: "POST",
    template: `${base}/{return_id}/approve`,
    scope,
    level: "shop",
    answer: approve,
  },
  {
    method: "POST",
    template: `${base}/{return_id}/reject`,
    scope,
    level: "shop",
    answer: reject,
  },
]
