import {
  ORDER_ACTIONS,
  type OrderAction,
} from "../../domain/orders/order-action"
import {
  FIRST_ACTIONS,
  MORE_ACTIONS,
  REQUEST_ACTIONS,
  applicable,
  shipPlan,
} from "../lib/order-bulk"

const order = (id: string, ...actions: OrderAction[]) => ({ id, actions })

const tiktok = order("1", "arrange_shipment")
const tiki = order("2", "confirm_order")
const packed = order("3", "print_waybills")
const over = order("4")

describe("actions on a selection", () => {
  it("count the orders they apply to", () => {
    const orders = [tiktok, tiki, packed, over]
    expect(applicable("print_waybills", orders)).toEqual([packed])
    expect(applicable("confirm_order", orders)).toEqual([tiki])
    expect(applicable("mark_returned", orders)).toEqual([])
  })

  it("bring orders of both kinds on their way", () => {
    const orders = applicable("arrange_shipment", [tiktok, tiki, packed, over])
    expect(shipPlan(orders)).toEqual({ arrange: [tiktok], confirm: [tiki] })
  })

  it("offer every action somewhere, and none twice", () => {
    const offered = [...FIRST_ACTIONS, ...MORE_ACTIONS]
    expect(new Set(offered).size).toBe(offered.length)
    expect(new Set([...offered, ...REQUEST_ACTIONS])).toEqual(
      new Set(ORDER_ACTIONS)
    )
  })
})
