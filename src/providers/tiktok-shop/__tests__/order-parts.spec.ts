import { JsonObject } from "../../../domain/shared/json"
import {
  buildAddress,
  buildOrder,
  buildPayment,
  buildUnit,
} from "../__fixtures__/order"
import { mapOrder } from "../mappers"

describe("money", () => {
  const money = (overrides: JsonObject) =>
    mapOrder(buildOrder({ payment: buildPayment(overrides) })).money

  it("counts a co-funded shipping discount as the platform's", () => {
    expect(
      money({
        shipping_fee_platform_discount: "5000",
        shipping_fee_cofunded_discount: "7000",
        shipping_fee_seller_discount: "8000",
      })
    ).toMatchObject({
      shipping_seller_discount: 8000,
      shipping_platform_discount: 12000,
    })
  })

  it("takes the tax as given, else its parts", () => {
    expect(money({ tax: "900", product_tax: "1" }).tax).toBe(900)
    expect(
      money({ tax: "", product_tax: "700", shipping_fee_tax: "50" }).tax
    ).toBe(750)
  })

  it("keeps cents exact where the currency has them", () => {
    const order = mapOrder(
      buildOrder({
        payment: buildPayment({ currency: "USD", total_amount: "19.99" }),
        line_items: [buildUnit({ currency: "USD", original_price: "0.1" })],
      })
    )
    expect(order.money.total).toBe(1999)
    expect(order.lines[0].unit_price).toBe(10)
  })
})

describe("a recipient", () => {
  const recipient = (recipient_address: JsonObject | null) =>
    mapOrder(buildOrder({ recipient_address })).recipient

  it("is null while TikTok keeps the address back", () => {
    expect(recipient(null)).toBeNull()
    expect(
      recipient({ name: "", region_code: "VN", district_info: [] })
    ).toBeNull()
  })

  it("takes province and city from the administrative levels", () => {
    expect(
      recipient(
        buildAddress({
          address_line2: "Tầng 2",
          address_line3: "Phòng 5",
          district_info: [
            { address_level: "L0", address_name: "Việt Nam" },
            { address_level: "L1", address_name: "Hà Nội" },
            { address_level: "L2", address_name: "Ba Đình" },
          ],
        })
      )
    ).toMatchObject({
      province: "Hà Nội",
      city: "Ba Đình",
      address_2: "Tầng 2, Phòng 5",
    })
  })

  it("invents nothing", () => {
    expect(recipient({ name: "A" })).toEqual({
      name: "A",
      phone: null,
      address_1: null,
      address_2: null,
      city: null,
      province: null,
      postal_code: null,
      country_code: null,
      full_address: null,
    })
  })
})
