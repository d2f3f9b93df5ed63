import fc from "fast-check"
import { JsonObject } from "../../../domain/shared/json"
import { buildAddress, buildOrder, buildUnit } from "../__fixtures__/order"
import { mapOrder, redactOrder } from "../mappers"

const NOBODY = { external_id: null, email: null, message: null }

const orders = fc
  .record({
    status: fc.constantFrom(
      "ON_HOLD",
      "AWAITING_SHIPMENT",
      "IN_TRANSIT",
      "DELIVERED",
      "COMPLETED",
      "CANCELLED"
    ),
    is_cod: fc.boolean(),
    is_sample_order: fc.boolean(),
    is_replacement_order: fc.boolean(),
    collection_time: fc.constantFrom(0, 1760005000),
    delivery_time: fc.constantFrom(0, 1760009000),
    cancel_time: fc.constantFrom(0, 1760010000),
    cancel_reason: fc.constantFrom("", "Đổi ý"),
    cancellation_initiator: fc.constantFrom("", "SELLER", "BUYER"),
    split_or_combine_tag: fc.constantFrom("", "COMBINED"),
    tracking_number: fc.constantFrom("", "VN0001"),
    is_buyer_request_cancel: fc.boolean(),
    fulfillment_type: fc.constantFrom(
      "FULFILLMENT_BY_SELLER",
      "FULFILLMENT_BY_TIKTOK"
    ),
    rts_time: fc.constantFrom(0, 1760004000),
    collection_due_time: fc.constantFrom(0, 1760020000),
  })
  .map((fields) => buildOrder(fields))

describe("an order without its buyer", () => {
  it("says the same of everything else", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const {
          buyer: _buyer,
          recipient: _recipient,
          ...rest
        } = mapOrder(order)
        expect(mapOrder(redactOrder(order))).toEqual({
          ...rest,
          buyer: NOBODY,
          recipient: null,
        })
      })
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
    const personal: JsonObject = {
      user_id: planted,
      buyer_email: planted,
      buyer_message: planted,
      buyer_nickname: planted,
      buyer_avatar: planted,
      cpf: planted,
      cpf_name: planted,
      seller_note: planted,
      a_field_of_tomorrow: { name: planted },
      recipient_address: buildAddress({
        name: planted,
        phone_number: planted,
        full_address: planted,
        district_info: [{ address_level: "L1", address_name: planted }],
        delivery_preferences: { drop_off_location: planted },
      }),
      line_items: [buildUnit({ engraved_text: planted })],
      packages: [{ id: "1153000000000000777", recipient: planted }],
    }
    const text = JSON.stringify(redactOrder(buildOrder(personal)))
    expect(text).not.toContain("Zxqv")
  })

  it("leaves what is no order as little", () => {
    expect(redactOrder({ line_items: "none", packages: [null] })).toEqual({
      line_items: null,
      packages: [null],
    })
  })
})
