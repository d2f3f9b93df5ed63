import { badAfterSale } from "../after-sales/answers"
import { returnToWire } from "../after-sales/return"
import { Endpoint, ShopContext } from "./endpoint"
import { searchRequests } from "./search-requests"
import { textOf } from "./text-of"

function search(context: ShopContext): object {
  const { twin, shop } = context
  return searchRequests(context, twin.returns.list(shop.id), {
    by: {
      return_ids: ({ id }) => id,
      return_types: ({ type }) => type,
      return_status: ({ status }) => status,
      arbitration_status: ({ arbitration }) => arbitration ?? "",
      seller_proposed_return_type: ({ partial_refund }) =>
        partial_refund === null ? "" : "PARTIAL_REFUND",
    },
    least: 10,
    name: "return_orders",
    toWire: (one, order) => returnToWire(one, order, shop, twin.base_url),
  })
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
