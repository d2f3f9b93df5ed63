import * as fc from "fast-check"
import { ChannelSettings } from "../../channels/channel-settings"
import { defaultSettings } from "../../channels/settings-rules"
import { NeutralOrder, NeutralOrderLine } from "../neutral-order"
import { ORDER_STATUSES } from "../order-status"
import { ListingFacts, PlanningFacts, VariantFacts } from "../planning-facts"

export const CHANNEL_ORDER_ID = "mpord_01JXYZ0000000000000000ABCD"

export function line(
  changes: Partial<NeutralOrderLine> = {}
): NeutralOrderLine {
  return {
    external_line_ids: ["578000000000010001", "578000000000010002"],
    external_product_id: "1731000000000000001",
    external_sku_id: "1731000000000000011",
    seller_sku: "LY-LAM-S",
    title: "Ly gốm men lam",
    sku_title: "Nhỏ",
    image_url: null,
    quantity: 2,
    cancelled_quantity: 0,
    unit_price: 199_000,
    seller_discount: 40_000,
    platform_discount: 18_000,
    is_gift: false,
    fulfilled_by: "seller",
    ...changes,
  }
}

export const PLATE = line({
  external_line_ids: ["578000000000010003"],
  external_product_id: "1731000000000000002",
  external_sku_id: "1731000000000000021",
  seller_sku: "DIA-NAU-15",
  title: "Đĩa gốm nâu 15 cm",
  sku_title: null,
  quantity: 1,
  unit_price: 89_000,
  seller_discount: 0,
  platform_discount: 4_000,
})

/** The order of the API reference: two cups, a plate, 437.000 ₫ to pay. */
export function order(changes: Partial<NeutralOrder> = {}): NeutralOrder {
  return {
    external_id: "578000000000000001",
    raw_status: "AWAITING_SHIPMENT",
    meaning: { kind: "status", status: "awaiting_confirmation" },
    placed_at: new Date("2025-10-09T08:53:20Z"),
    external_updated_at: new Date("2025-10-09T09:55:00Z"),
    paid_at: new Date("2025-10-09T08:54:55Z"),
    currency_code: "vnd",
    payment: "prepaid",
    kind: "sale",
    original_external_id: null,
    warehouse_external_id: "7400000000000000021",
    buyer: { external_id: null, email: null, message: null },
    recipient: {
      name: "N*** A***",
      phone: "(+84)09******12",
      address_1: "*** đường ***",
      address_2: null,
      city: null,
      province: "Hồ Chí Minh",
      postal_code: null,
      country_code: "vn",
      full_address: "Việt Nam, Hồ Chí Minh, *** đường ***",
    },
    money: {
      subtotal: 487_000,
      seller_discount: 40_000,
      platform_discount: 22_000,
      shipping_fee: 32_000,
      shipping_seller_discount: 0,
      shipping_platform_discount: 20_000,
      tax: 0,
      total: 437_000,
    },
    lines: [line(), PLATE],
    parcels: [],
    arranged_at: null,
    collected_at: null,
    delivered_at: null,
    cancelled_at: null,
    cancellation: null,
    seller_confirmation: null,
    deadlines: {
      ship_by: null,
      collect_by: null,
      deliver_by: null,
      cancel_at: null,
    },
    flags: [],
    ...changes,
  }
}

export function variant(
  id: string,
  changes: Partial<VariantFacts> = {}
): VariantFacts {
  return {
    id,
    product_id: `prod_of_${id}`,
    product_title: `Product of ${id}`,
    variant_title: "M",
    sku: id.toUpperCase(),
    thumbnail: null,
    manage_inventory: true,
    inventory: [{ inventory_item_id: `iitem_${id}`, required_quantity: 1 }],
    deleted: false,
    ...changes,
  }
}

export function settings(
  changes: Partial<ChannelSettings> = {}
): ChannelSettings {
  return {
    ...defaultSettings(
      { deduct_stock_on: "handover", order_lookback_days: null },
      new Date("2025-10-01T00:00:00Z")
    ),
    warehouses: [
      { external_id: "7400000000000000021", stock_location_id: "sloc_hcm" },
    ],
    ...changes,
  }
}

export function facts(changes: Partial<PlanningFacts> = {}): PlanningFacts {
  return {
    settings: settings(),
    display_prefix: "TTS",
    sales_channel: { id: "sc_tts", disabled: false },
    store_currencies: ["vnd"],
    region_id: "reg_vn",
    listings: new Map<string, ListingFacts>([
      ["1731000000000000011", { variant: variant("cup"), title: "Ly gốm" }],
      ["1731000000000000021", { variant: variant("plate"), title: "Đĩa" }],
    ]),
    reservation_generation: 0,
    default_location_id: null,
    shipping_option_id_by_location: { sloc_hcm: "so_hcm" },
    ...changes,
  }
}

const SKUS = ["1", "2", "3", "4", "5"]

/** Anything may stand behind a SKU: nothing, no link, a kit, a deleted variant, … */
export const anyFacts: fc.Arbitrary<PlanningFacts> = fc
  .record({
    listings: fc.array(
      fc.oneof(
        { weight: 1, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constant(null) },
        {
          weight: 8,
          arbitrary: fc.record({
            manage_inventory: fc.boolean(),
            deleted: fc.integer({ max: 9, min: 0 }).map((n) => n === 9),
            inventory: fc.array(
              fc.record({
                inventory_item_id: fc.constantFrom("iitem_a", "iitem_b"),
                required_quantity: fc.integer({ min: 0, max: 5 }),
              }),
              { maxLength: 3 }
            ),
          }),
        }
      ),
      { minLength: SKUS.length, maxLength: SKUS.length }
    ),
    mapped: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    always_import_products: fc.boolean(),
    import_history: fc.constantFrom("orders" as const, "channel_only" as const),
  })
  .map(({ listings, mapped, ...rest }) =>
    facts({
      settings: settings({ ...rest, ...(mapped ? {} : { warehouses: [] }) }),
      listings: new Map(
        listings.flatMap((found, index): [string, ListingFacts][] =>
          found === undefined
            ? []
            : [
                [
                  SKUS[index],
                  {
                    title: SKUS[index],
                    variant: found && variant(`v${index}`, found),
                  },
                ],
              ]
        )
      ),
    })
  )

const amount = fc.integer({ min: 0, max: 180_000_000 })

/** Lines that may be wrong in themselves: discounts above the price, all units cancelled. */
const anyLines = fc
  .array(
    fc.record({
      sku: fc.constantFrom(...SKUS),
      quantity: fc.integer({ min: 1, max: 20 }),
      cancelled: fc.integer({ min: 0, max: 20 }),
      unit_price: fc.oneof(amount, fc.constant(0)),
      seller_share: fc.integer({ min: 0, max: 60 }),
      platform_share: fc.integer({ min: 0, max: 45 }),
      is_gift: fc.boolean(),
      fulfilled_by: fc.constantFrom(
        "seller" as const,
        "marketplace" as const,
        "other_seller" as const
      ),
    }),
    { minLength: 1, maxLength: 6 }
  )
  .map((entries) =>
    entries.map((entry, index) => {
      const gross = entry.unit_price * entry.quantity
      return line({
        external_line_ids: Array.from(
          { length: entry.quantity },
          (_, unit) => `${index}${String(unit).padStart(2, "0")}`
        ),
        external_sku_id: entry.sku,
        quantity: entry.quantity,
        cancelled_quantity: Math.max(0, entry.cancelled - 20 + entry.quantity),
        unit_price: entry.unit_price,
        seller_discount: Math.floor((gross * entry.seller_share) / 100),
        platform_discount: Math.floor((gross * entry.platform_share) / 100),
        is_gift: entry.is_gift,
        fulfilled_by: entry.fulfilled_by,
      })
    })
  )

const anyTime = fc.option(
  fc.date({
    min: new Date("2025-09-25T00:00:00Z"),
    max: new Date("2025-10-20T00:00:00Z"),
    noInvalidDate: true,
  })
)

/**
 * Orders as marketplaces state them, and worse: the subtotal may count all units, live
 * units, no gifts, or be wrong; the total may hold fees or reductions nobody explains.
 */
export const anyOrder: fc.Arbitrary<NeutralOrder> = fc
  .record({
    lines: anyLines,
    subtotal_of: fc.constantFrom(
      ...(["all", "all", "all", "live", "no_gifts", "zero", "wrong"] as const)
    ),
    shipping_fee: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000 })),
    seller_share: fc.integer({ min: 0, max: 60 }),
    platform_share: fc.integer({ min: 0, max: 60 }),
    rest: fc.oneof(
      fc.constant(0),
      fc.integer({ min: -5_000, max: 5_000 }),
      fc.integer({ min: -80_000, max: 80_000 })
    ),
    currency_code: fc.constantFrom("vnd", "vnd", "vnd", "usd"),
    payment: fc.constantFrom("prepaid" as const, "cod" as const),
    meaning: fc.oneof(
      fc.constantFrom(
        { kind: "completed" as const },
        { kind: "completed" as const },
        { kind: "cancelled" as const },
        { kind: "cancelled" as const },
        { kind: "not_yet_with_seller" as const },
        { kind: "unknown" as const }
      ),
      fc
        .constantFrom(...ORDER_STATUSES)
        .map((status) => ({ kind: "status" as const, status }))
    ),
    warehouse: fc.constantFrom("7400000000000000021", null, "elsewhere"),
    collected_at: anyTime,
    cancelled_at: anyTime,
    paid_at: anyTime,
  })
  .map(({ lines, subtotal_of, rest, warehouse, ...drawn }) => {
    const { seller_share, platform_share, shipping_fee, ...given } = drawn
    const shipping_seller_discount = Math.floor(
      (shipping_fee * seller_share) / 100
    )
    const shipping_platform_discount = Math.floor(
      (shipping_fee * platform_share) / 100
    )
    const sum = (unitsOf: (entry: NeutralOrderLine) => number) =>
      lines.reduce((total, entry) => total + unitsOf(entry), 0)
    const subtotal = {
      all: sum((entry) => entry.unit_price * entry.quantity),
      live: sum(
        (entry) =>
          entry.unit_price * (entry.quantity - entry.cancelled_quantity)
      ),
      no_gifts: sum((entry) =>
        entry.is_gift ? 0 : entry.unit_price * entry.quantity
      ),
      zero: 0,
      wrong: sum((entry) => entry.unit_price * entry.quantity) + 1,
    }[subtotal_of]
    const free = subtotal_of === "zero"
    const seller_discount = free ? 0 : sum((entry) => entry.seller_discount)
    const platform_discount = free ? 0 : sum((entry) => entry.platform_discount)
    const total =
      subtotal -
      seller_discount -
      platform_discount +
      shipping_fee -
      shipping_seller_discount -
      shipping_platform_discount +
      rest
    return order({
      ...given,
      lines,
      warehouse_external_id: warehouse,
      money: {
        subtotal,
        seller_discount,
        platform_discount,
        shipping_fee,
        shipping_seller_discount,
        shipping_platform_discount,
        tax: 0,
        total,
      },
    })
  })
