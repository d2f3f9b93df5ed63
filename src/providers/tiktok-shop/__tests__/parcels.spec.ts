import fc from "fast-check"
import { JsonObject } from "../../../domain/shared/json"
import { buildOrder, buildUnit } from "../__fixtures__/order"
import { mapOrder } from "../mappers"

const unit = (place: number, overrides: JsonObject = {}) =>
  buildUnit({ id: `57800000000001000${place}`, ...overrides })
const parcelsOf = (line_items: JsonObject[], order: JsonObject = {}) =>
  mapOrder(
    buildOrder({ packages: [], shipping_provider: "", line_items, ...order })
  ).parcels
const cancelled = { display_status: "CANCELLED" }

describe("parcels", () => {
  it("follow the units of a split order", () => {
    const parcels = parcelsOf(
      [
        unit(1, {
          package_id: "20",
          package_status: "PROCESSING",
          tracking_number: "VN1",
          shipping_provider_name: "Carrier",
        }),
        unit(2, { package_id: "3" }),
      ],
      { packages: [{ id: "20" }, { id: "3" }] }
    )
    expect(parcels).toEqual([
      {
        external_id: "3",
        state: "to_arrange",
        raw_status: "TO_FULFILL",
        tracking_number: null,
        carrier: null,
        external_line_ids: ["578000000000010002"],
      },
      {
        external_id: "20",
        state: "arranged",
        raw_status: "PROCESSING",
        tracking_number: "VN1",
        carrier: "Carrier",
        external_line_ids: ["578000000000010001"],
      },
    ])
  })

  it("are none before TikTok makes them", () => {
    expect(parcelsOf([unit(1, { package_id: "0" })])).toEqual([])
  })

  it.each([
    ["TO_FULFILL", "to_arrange"],
    ["PROCESSING", "arranged"],
    ["FULFILLING", "collected"],
    ["COMPLETED", "delivered"],
    ["CANCELLED", "cancelled"],
  ])("%s is %s", (package_status, state) => {
    const [parcel] = parcelsOf([unit(1, { package_status })])
    expect(parcel).toMatchObject({ state, raw_status: package_status })
  })

  it.each([
    ["AWAITING_SHIPMENT", "to_arrange"],
    ["AWAITING_COLLECTION", "arranged"],
    ["IN_TRANSIT", "collected"],
    ["DELIVERED", "delivered"],
  ])("without a status of their own follow the unit's %s", (raw, state) => {
    const line_items = [unit(1, { package_status: "", display_status: raw })]
    expect(parcelsOf(line_items, { status: "PARTIALLY_SHIPPING" })).toEqual([
      expect.objectContaining({ state, raw_status: null }),
    ])
  })

  it("that only the order names stand where the order stands", () => {
    const line_items = [unit(1, { package_id: "" })]
    const packages = [{ id: "9" }]
    expect(
      parcelsOf(line_items, { packages, status: "AWAITING_COLLECTION" })
    ).toMatchObject([{ external_id: "9", state: "arranged" }])
  })

  it("hold what goes out: a cancelled unit neither counts nor decides", () => {
    const line_items = [
      unit(1, { ...cancelled, package_status: "CANCELLED" }),
      unit(2, { package_status: "PROCESSING", tracking_number: "VN2" }),
    ]
    expect(parcelsOf(line_items)).toEqual([
      expect.objectContaining({
        state: "arranged",
        raw_status: "PROCESSING",
        tracking_number: "VN2",
        external_line_ids: ["578000000000010002"],
      }),
    ])
  })

  it.each(["TO_FULFILL", "PROCESSING", "CANCELLED", ""])(
    "whose units are all cancelled do not go out, though they be %p",
    (package_status) => {
      const other = { package_id: "5", package_status: "FULFILLING" }
      const parcels = parcelsOf(
        [
          unit(1, { ...cancelled, package_id: "4", package_status }),
          unit(2, other),
        ],
        { status: "IN_TRANSIT", collection_time: 1760020000 }
      )
      expect(parcels).toMatchObject([
        {
          external_id: "4",
          state: "cancelled",
          external_line_ids: ["578000000000010001"],
        },
        { external_id: "5", state: "collected" },
      ])
    }
  )

  it("that were on their way stay so when the order is cancelled", () => {
    const line_items = [unit(1, { ...cancelled, package_status: "FULFILLING" })]
    const order = { status: "CANCELLED", collection_time: 1760020000 }
    expect(parcelsOf(line_items, order)).toMatchObject([{ state: "collected" }])
  })

  it.each(["TO_FULFILL", "PROCESSING"])(
    "stay here when the order is refunded in full while they are %s",
    (package_status) => {
      const line_items = [
        unit(1, { package_status, display_status: "COMPLETED" }),
      ]
      expect(parcelsOf(line_items, { status: "COMPLETED" })).toMatchObject([
        { state: "cancelled" },
      ])
    }
  )
})

describe("an order that is partly on its way", () => {
  const meaning = (...statuses: string[]) =>
    mapOrder(
      buildOrder({
        status: "PARTIALLY_SHIPPING",
        packages: [],
        line_items: statuses.map((package_status, place) =>
          unit(place, {
            package_id: String(place + 1),
            package_status,
            ...(package_status === "CANCELLED" ? cancelled : {}),
          })
        ),
      })
    ).meaning

  it.each([
    [["PROCESSING", "TO_FULFILL"], "awaiting_confirmation"],
    [["PROCESSING", "CANCELLED"], "confirmed"],
    [["FULFILLING", "PROCESSING"], "confirmed"],
    [["FULFILLING", "COMPLETED"], "in_transit"],
  ])("with parcels %p is %s", (statuses, status) => {
    expect(meaning(...statuses)).toEqual({ kind: "status", status })
  })

  it("waits for the seller while a unit lies in no parcel", () => {
    const order = buildOrder({
      status: "PARTIALLY_SHIPPING",
      line_items: [
        unit(1, { package_status: "PROCESSING" }),
        unit(2, { package_id: "", package_status: "" }),
      ],
    })
    expect(mapOrder(order).meaning).toEqual({
      kind: "status",
      status: "awaiting_confirmation",
    })
  })
})

const WORDS = ["TO_FULFILL", "PROCESSING", "FULFILLING", "COMPLETED", ""]

it("every live unit lies in exactly one parcel, in whatever order units come", () => {
  const someUnit = fc.record({
    package_id: fc.constantFrom("1", "2", "3"),
    package_status: fc.constantFrom(...WORDS, "CANCELLED"),
    display_status: fc.constantFrom("AWAITING_SHIPMENT", "CANCELLED"),
  })
  fc.assert(
    fc.property(
      fc.array(someUnit, { minLength: 1, maxLength: 9 }),
      (overrides) => {
        const units = overrides.map((one, place) => unit(place, one))
        const parcels = parcelsOf(units)
        const inside = parcels.flatMap((one) => one.external_line_ids)
        expect(new Set(inside).size).toBe(inside.length)
        for (const { id, display_status } of units) {
          if (display_status !== "CANCELLED") {
            expect(inside).toContain(id)
          }
        }
        expect(
          parcelsOf([...units].reverse()).map(({ state, ...one }) => ({
            id: one.external_id,
            state,
            lines: one.external_line_ids,
          }))
        ).toEqual(
          parcels.map(({ state, ...one }) => ({
            id: one.external_id,
            state,
            lines: one.external_line_ids,
          }))
        )
      }
    )
  )
})
