import fc from "fast-check"
import {
  buildConfirmation,
  buildInvoice,
  buildItem,
  buildOrder,
  buildShipping,
  SHOP,
} from "../__fixtures__/order"
import { mapOrder } from "../mappers"
import {
  formatLocalTime,
  parseClearTime,
  parseLocalTime,
} from "../mappers/time"

describe("Tiki's times", () => {
  it.each([
    ["2025-06-11 08:30:12", "2025-06-11T01:30:12Z"],
    ["2025-06-11 00:00:00", "2025-06-10T17:00:00Z"],
    ["2025-06-11 06:59:59", "2025-06-10T23:59:59Z"],
    ["2025-06-11 07:00:00", "2025-06-11T00:00:00Z"],
    ["2025-01-01 00:00:00", "2024-12-31T17:00:00Z"],
    ["2024-02-29 23:59:59", "2024-02-29T16:59:59Z"],
    // The hours that clocks elsewhere skip or repeat.
    ["2025-03-30 02:30:00", "2025-03-29T19:30:00Z"],
    ["2025-10-26 02:30:00", "2025-10-25T19:30:00Z"],
    ["2025-06-11T08:30:12+07:00", "2025-06-11T01:30:12Z"],
    ["2025-06-11T08:30:12+0700", "2025-06-11T01:30:12Z"],
    ["2025-06-11T01:30:12Z", "2025-06-11T01:30:12Z"],
  ])("%s is %s", (text, utc) => {
    expect(parseLocalTime(text)).toEqual(new Date(utc))
  })

  it("are written as they are read, whatever the second", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800 }).map((s) => s * 1000),
        (moment) => {
          const text = formatLocalTime(new Date(moment))
          expect(text).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
          expect(Number(parseLocalTime(text))).toBe(moment)
        }
      )
    )
  })

  it("are never rounded up", () => {
    expect(formatLocalTime(new Date("2025-06-10T16:59:59.999Z"))).toBe(
      "2025-06-10 23:59:59"
    )
  })

  it("say none with zeros", () => {
    expect(parseLocalTime("0000-00-00 00:00:00")).toBeNull()
  })

  it.each([
    "",
    "yesterday",
    "2025-06-11",
    "2025-13-01 00:00:00",
    "2025-02-30 00:00:00",
    "2025-06-11 25:00:00",
    "2025-06-11 08:30",
    "11-06-2025 08:30:12",
    "1749605800123",
    " 2025-06-11 08:30:12",
  ])("refuse %p", (text) => {
    expect(() => parseLocalTime(text)).toThrow(RangeError)
  })
})

describe("times that only inform", () => {
  it.each([
    ["2025-06-11 08:30:12", "2025-06-11T01:30:12Z"],
    ["2025-06-14", "2025-06-13T17:00:00Z"],
    ["2025-06-11 08:30", "2025-06-11T01:30:00Z"],
    ["2025-06-11T08:30+0700", "2025-06-11T01:30:00Z"],
    ["2025-06-11T01:30Z", "2025-06-11T01:30:00Z"],
    ["1749605412", "2025-06-11T01:30:12Z"],
    ["1749605412000", "2025-06-11T01:30:12Z"],
  ])("%s is %s", (text, utc) => {
    expect(parseClearTime(text)).toEqual(new Date(utc))
  })

  it("say none with zeros", () => {
    expect(parseClearTime("0000-00-00")).toBeNull()
  })

  it.each([
    "soon",
    "11/06/2025",
    "2025-02-30",
    "20250611",
    "12",
    "2025-06-11 8",
  ])("refuse %p", (text) => {
    expect(() => parseClearTime(text)).toThrow(RangeError)
  })

  it("do not keep an order from being understood", () => {
    const shipping = buildShipping({
      plan: { promised_delivery_date: "2025-06-14" },
    })
    const items = ["2025-06-12", "soon"].map((available_confirm_sla, index) =>
      buildItem({
        id: index + 1,
        confirmation: buildConfirmation({ available_confirm_sla }),
      })
    )
    const order = mapOrder(
      buildOrder({
        shipping,
        items,
        invoice: buildInvoice({ purchased_at: "2025-06-11 08:31" }),
        status_histories: [{ status: "queueing", created_at: "soon" }],
        delivery: { delivery_confirmed_at: "later" },
        cancel_info: { canceled_at: "never" },
      }),
      SHOP
    )
    expect(order).toMatchObject({
      paid_at: new Date("2025-06-11T01:31:00Z"),
      delivered_at: null,
      cancelled_at: null,
      deadlines: {
        ship_by: new Date("2025-06-11T17:00:00Z"),
        deliver_by: new Date("2025-06-13T17:00:00Z"),
      },
    })
  })

  it.each([1749605400, 1749605400000, "2025-06-11T08:30:00+07:00"])(
    "tell a step of the history as %p",
    (created_at) => {
      const order = mapOrder(
        buildOrder({
          status: "shipping",
          status_histories: [{ status: "shipping", created_at }],
        }),
        SHOP
      )
      expect(order.collected_at).toEqual(new Date("2025-06-11T01:30:00Z"))
    }
  )
})
