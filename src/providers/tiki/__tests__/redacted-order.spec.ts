import fc from "fast-check"
import { JsonObject } from "../../../domain/shared/json"
import {
  buildInvoice,
  buildItem,
  buildOrder,
  buildShipping,
  histories,
  SHOP,
} from "../__fixtures__/order"
import { mapIncome } from "../income"
import { mapOrder, redactOrder } from "../mappers"

const NOBODY = { external_id: null, email: null, message: null }

const words = fc.constantFrom(
  null,
  "",
  "Khách hàng đổi ý",
  "Nhà bán huỷ",
  "Quá hạn xác nhận",
  "Hỏi chị Lan, 0900 000 000",
  "out of stock"
)

const orders = fc
  .record({
    status: fc.constantFrom(
      "queueing",
      "picking",
      "handover_to_partner",
      "successful_delivery",
      "complete",
      "canceled",
      "returned",
      "holded"
    ),
    is_rma: fc.boolean(),
    refused: fc.boolean(),
    cancel_info: fc.option(
      fc.record({
        reason_code: fc.constantFrom(null, "out_of_stock", "x_unknown"),
        reason_text: words,
        comment: words,
        canceled_at: fc.constantFrom(null, "2025-06-12 10:00:00"),
      })
    ),
    shipping_detail: fc.constantFrom(null, {
      status: "picked",
      timestamp: "2025-06-12 09:00:00",
    }),
    tracking_code: fc.constantFrom(null, "TKP0001"),
    history: fc.constantFrom(
      [],
      ["queueing", "picking"],
      ["queueing", "handover_to_partner"]
    ),
    state_histories: fc.constantFrom(null, [{ state: "shipped", by: "x" }]),
    delivered_at: fc.constantFrom(null, "2025-06-13 10:00:00"),
  })
  .map(({ status, is_rma, refused, cancel_info, history, ...rest }) =>
    buildOrder({
      status,
      is_rma,
      cancel_info,
      state_histories: rest.state_histories,
      status_histories: histories(...history),
      delivery: { delivery_confirmed_at: rest.delivered_at },
      shipping: buildShipping({
        tracking_code: rest.tracking_code,
        shipping_detail: rest.shipping_detail,
      }),
      items: [
        buildItem({
          confirmation: {
            status: refused ? "seller_canceled" : "confirmed",
            available_confirm_sla: "2025-06-11 13:30:12",
          },
        }),
      ],
    })
  )

describe("an order without its buyer", () => {
  it("says the same of everything else, a cancellation's own words aside", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const before = mapOrder(order, SHOP)
        const after = mapOrder(redactOrder(order), SHOP)
        expect(after).toEqual({
          ...before,
          buyer: NOBODY,
          recipient: null,
          cancellation: before.cancellation && {
            initiator: before.cancellation.initiator,
            reason: after.cancellation?.reason,
          },
        })
      })
    )
  })

  it("is expected to pay the same", () => {
    fc.assert(
      fc.property(
        orders,
        fc.constantFrom("invoice" as const, "detail" as const),
        (order, by) => {
          expect(mapIncome(redactOrder(order), SHOP, by)).toEqual(
            mapIncome(order, SHOP, by)
          )
        }
      )
    )
  })

  it("is not redacted any further", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const once = redactOrder(order)
        expect(redactOrder(once)).toEqual(once)
      })
    )
  })

  it("holds nothing that a name, an address or a field of tomorrow was in", () => {
    const planted = "Zxqv Trần Thử Nghiệm"
    const address: JsonObject = {
      full_name: planted,
      street: planted,
      phone: planted,
      email: planted,
      region: planted,
    }
    const personal: JsonObject = {
      customer: { id: planted, full_name: planted },
      billing_address: address,
      shipping: buildShipping({
        address,
        shipping_detail: { status: "picked", recipient: planted },
        plan: { id: 1, description: planted },
      }),
      invoice: buildInvoice({
        tax_info: { company: planted },
        coupon_code: planted,
        gift_card_code: planted,
      }),
      payment: { method: "cod", is_prepaid: false, description: planted },
      delivery: { delivery_note: planted },
      cancel_info: { reason_text: planted, comment: planted },
      store: { name: planted },
      labels: [{ text: planted }],
      a_field_of_tomorrow: planted,
    }
    const text = JSON.stringify(redactOrder(buildOrder(personal)))
    expect(text).not.toContain("Zxqv")
  })
})
