import { ORDER_STATUSES } from "../../../domain/orders/order-status"
import { needsNoGoods } from "../read-pick-list"

it("goods are fetched for orders that are still to leave the shop, and for no others", () => {
  expect(ORDER_STATUSES.filter((status) => !needsNoGoods(status))).toEqual([
    "new",
    "awaiting_confirmation",
    "confirmed",
    "packing",
    "packed",
  ])
})
