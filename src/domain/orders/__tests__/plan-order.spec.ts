import * as fc from "fast-check"
import {
  CHANNEL_ORDER_ID,
  PLATE,
  anyFacts,
  anyOrder,
  facts,
  line,
  order,
  settings,
  variant,
} from "../__fixtures__/orders"
import { determineStatus, UNTOUCHED } from "../determine-status"
import { NeutralOrder } from "../neutral-order"
import { OrderDraft } from "../order-draft"
import { OrderPlan } from "../order-plan"
import { planOrder } from "../plan-order"
import { PlanningFacts, VariantFacts } from "../planning-facts"

const LEFT_BEFORE = new Date("2025-09-30T00:00:00Z")
const LEFT_AFTER = new Date("2025-10-10T00:00:00Z")

function plan(given: NeutralOrder, known: PlanningFacts = facts()): OrderPlan {
  return planOrder({
    channel_order_id: CHANNEL_ORDER_ID,
    order: given,
    status: determineStatus(given, UNTOUCHED),
    facts: known,
  })
}

function ready(given: NeutralOrder, known?: PlanningFacts) {
  const result = plan(given, known)
  if (result.kind !== "ready") {
    throw new Error(`expected a draft, got ${JSON.stringify(result)}`)
  }
  return result
}

function blocked(given: NeutralOrder, known?: PlanningFacts) {
  const result = plan(given, known)
  if (result.kind !== "blocked") {
    throw new Error(`expected block reasons, got ${result.kind}`)
  }
  return result
}

/** The sum as Medusa makes it, in the smallest unit so that no float can hide. */
function draftSum(draft: OrderDraft): number {
  const minor = draft.currency_code === "vnd" ? 1 : 100
  const whole = (amount: number) => Math.round(amount * minor)
  const off = (entry: { adjustments: { amount: number }[] }) =>
    entry.adjustments.reduce((sum, { amount }) => sum + whole(amount), 0)
  const items = draft.items.reduce(
    (sum, item) => sum + whole(item.unit_price) * item.quantity - off(item),
    0
  )
  return draft.shipping_methods.reduce(
    (sum, method) => sum + whole(method.amount) - off(method),
    items
  )
}

function without(...skus: string[]): PlanningFacts {
  const listings = new Map(facts().listings)
  skus.forEach((sku) => listings.delete(sku))
  return facts({ listings })
}

function linked(
  sku: string,
  changes: Partial<VariantFacts> | null
): PlanningFacts {
  const listings = new Map(facts().listings)
  listings.set(sku, {
    title: sku,
    variant: changes ? variant("cup", changes) : null,
  })
  return facts({ listings })
}

const CUP_SKU = "1731000000000000011"

describe("planOrder: a plain order", () => {
  it("becomes a complete draft", () => {
    const { draft, stock_rule, notes } = ready(order())
    expect({ stock_rule, notes }).toEqual({ stock_rule: "reserved", notes: [] })
    expect(draft).toMatchObject({
      order_id: "order_01JXYZ0000000000000000ABCD",
      display_id: "TTS-578000000000000001",
      status: "pending",
      sales_channel_id: "sc_tts",
      region_id: "reg_vn",
      currency_code: "vnd",
      total: 437_000,
    })
    expect(draft.items[0]).toMatchObject({
      id: "ordli_01JXYZ0000000000000000ABCD_578000000000010001",
      variant_id: "cup",
      quantity: 2,
      unit_price: 199_000,
      adjustments: [
        { amount: 40_000, description: "seller_discount" },
        { amount: 18_000, description: "platform_discount" },
      ],
    })
    expect(draft.shipping_methods).toEqual([
      {
        id: "ordsm_01JXYZ0000000000000000ABCD",
        name: "Shipping",
        amount: 32_000,
        shipping_option_id: "so_hcm",
        adjustments: [{ amount: 20_000, description: "platform_discount" }],
      },
    ])
    expect(draft.reservations).toEqual([
      {
        id: "resitem_ordli_01JXYZ0000000000000000ABCD_578000000000010001_0_iitem_cup",
        line_item_id: "ordli_01JXYZ0000000000000000ABCD_578000000000010001",
        inventory_item_id: "iitem_cup",
        location_id: "sloc_hcm",
        quantity: 2,
        external_id: "578000000000000001",
      },
      expect.objectContaining({
        inventory_item_id: "iitem_plate",
        quantity: 1,
      }),
    ])
    expect(draft.payment).toMatchObject({
      kind: "captured",
      amount: 437_000,
      captured_at: order().paid_at,
    })
  })

  it("keeps the masked address as given and makes nothing up", () => {
    expect(ready(order()).draft.shipping_address).toEqual({
      first_name: "N*** A***",
      last_name: null,
      phone: "(+84)09******12",
      address_1: "*** đường ***",
      address_2: null,
      city: null,
      province: "Hồ Chí Minh",
      postal_code: null,
      country_code: "vn",
    })
    expect(ready(order({ recipient: null })).draft.shipping_address).toBeNull()
  })
})

describe("planOrder: what cannot be made yet", () => {
  it("names a product that was never downloaded, and holds the others", () => {
    const { reasons, holds } = blocked(order(), without(CUP_SKU))
    expect(reasons).toEqual([
      {
        code: "listing_not_downloaded",
        params: {
          product: "Ly gốm men lam",
          sku: "LY-LAM-S",
          external_sku_id: CUP_SKU,
          external_product_id: "1731000000000000001",
        },
      },
    ])
    expect(holds).toEqual(
      ready(order()).draft.reservations.filter(
        ({ inventory_item_id }) => inventory_item_id === "iitem_plate"
      )
    )
  })

  it("tells unlinked and deleted apart", () => {
    expect(blocked(order(), linked(CUP_SKU, null)).reasons).toMatchObject([
      { code: "listing_not_linked", params: { product: "Ly gốm men lam" } },
    ])
    const deleted = blocked(order(), linked(CUP_SKU, { deleted: true }))
    expect(deleted.reasons).toMatchObject([
      { code: "variant_deleted", params: { variant_id: "cup" } },
    ])
    expect(deleted.holds).toHaveLength(1)
  })

  it("gives one reason for each offending product, not for each line", () => {
    const twice = order({
      lines: [
        line({ quantity: 1, seller_discount: 0, platform_discount: 0 }),
        line({
          external_line_ids: ["9"],
          quantity: 1,
          seller_discount: 40_000,
          platform_discount: 18_000,
        }),
        PLATE,
      ],
    })
    const codes = blocked(twice, without(CUP_SKU, PLATE.external_sku_id))
    expect(codes.reasons.map(({ params }) => params.product)).toEqual([
      "Ly gốm men lam",
      "Đĩa gốm nâu 15 cm",
    ])
  })

  it("parks an unknown status and holds its units", () => {
    const odd = order({
      raw_status: "TELEPORTED",
      meaning: { kind: "unknown" },
    })
    const { reasons, holds } = blocked(odd)
    expect(reasons).toEqual([
      { code: "unknown_status", params: { status: "TELEPORTED" } },
    ])
    expect(holds).toHaveLength(2)
  })

  it("holds nothing for an unknown status that has a cancel time", () => {
    const odd = order({
      meaning: { kind: "unknown" },
      cancelled_at: LEFT_AFTER,
    })
    expect(blocked(odd).holds).toEqual([])
  })

  it("parks a currency that the store lacks, and a disabled sales channel", () => {
    const known = facts({
      store_currencies: ["eur"],
      sales_channel: { id: "sc_tts", disabled: true },
    })
    expect(blocked(order(), known).reasons).toEqual([
      {
        code: "sales_channel_disabled",
        params: { sales_channel_id: "sc_tts" },
      },
      { code: "currency_not_supported", params: { currency: "vnd" } },
    ])
  })

  it.each([
    [
      "a warehouse nobody mapped",
      "elsewhere",
      [{ external_id: "a", stock_location_id: "b" }],
      "sloc_default",
      null,
    ],
    [
      "no warehouse named",
      null,
      [{ external_id: "a", stock_location_id: "b" }],
      "sloc_default",
      "sloc_default",
    ],
    ["nothing mapped at all", "elsewhere", [], "sloc_default", "sloc_default"],
    ["nothing mapped and no default", "elsewhere", [], null, null],
  ])("%s", (_, warehouse, warehouses, default_location_id, location) => {
    const given = order({ warehouse_external_id: warehouse })
    const known = facts({
      settings: settings({ warehouses }),
      default_location_id,
    })
    if (location) {
      const { reservations } = ready(given, known).draft
      expect(reservations.map(({ location_id }) => location_id)).toEqual([
        location,
        location,
      ])
    } else {
      expect(blocked(given, known)).toMatchObject({
        reasons: [{ code: "warehouse_not_mapped", params: { warehouse } }],
        holds: [],
      })
    }
  })

  it.each([
    ["no lines", { lines: [] }, "lines"],
    ["no SKU", { lines: [line({ external_sku_id: "" })] }, "lines[0]"],
    ["a fraction of a unit", { lines: [line({ quantity: 1.5 })] }, "lines[0]"],
    [
      "more cancelled than sold",
      { lines: [line({ cancelled_quantity: 3 })] },
      "lines[0]",
    ],
    ["one line id twice", { lines: [line(), line()] }, "lines[1]"],
  ])("does not understand %s", (_, changes, path) => {
    expect(blocked(order(changes)).reasons).toMatchObject([
      { code: "payload_not_understood", params: { path } },
    ])
  })
})

describe("planOrder: stock", () => {
  it("keeps a kit by its components and a counted item named twice once", () => {
    const kit = linked(CUP_SKU, {
      inventory: [
        { inventory_item_id: "iitem_cup", required_quantity: 1 },
        { inventory_item_id: "iitem_saucer", required_quantity: 2 },
        { inventory_item_id: "iitem_cup", required_quantity: 3 },
      ],
    })
    const { reservations } = ready(order(), kit).draft
    const kept = reservations.map((r) => [r.inventory_item_id, r.quantity])
    expect(kept).toEqual([
      ["iitem_cup", 8],
      ["iitem_saucer", 4],
      ["iitem_plate", 1],
    ])
  })

  it("keeps nothing of what is sold without counting", () => {
    const { draft } = ready(
      order(),
      linked(CUP_SKU, { manage_inventory: false })
    )
    expect(draft.items[0].variant_id).toBe("cup")
    expect(draft.reservations).toHaveLength(1)
  })

  it("leaves goods in the marketplace's warehouse alone", () => {
    const given = order({
      lines: [line(), PLATE].map((l) => ({
        ...l,
        fulfilled_by: "marketplace" as const,
      })),
      warehouse_external_id: "elsewhere",
    })
    const { draft, stock_rule, notes } = ready(given, without(CUP_SKU))
    expect(stock_rule).toBe("fulfilled_by_marketplace")
    expect(draft.items.map(({ variant_id }) => variant_id)).toEqual([
      null,
      null,
    ])
    expect(draft.reservations).toEqual([])
    expect(notes.map(({ code }) => code)).toEqual([
      "fulfilled_by_marketplace",
      "fulfilled_by_marketplace",
    ])
  })

  it("never counts goods that had left before counting began", () => {
    const old = order({
      meaning: { kind: "completed" },
      collected_at: LEFT_BEFORE,
    })
    const { draft, stock_rule } = ready(old, without(CUP_SKU))
    expect(stock_rule).toBe("before_stock_from")
    expect(draft.items.map(({ variant_id }) => variant_id)).toEqual([
      null,
      null,
    ])
    expect(draft.reservations).toEqual([])
    expect(ready(order({ ...old, collected_at: LEFT_AFTER })).stock_rule).toBe(
      "reserved"
    )
  })

  it("counts goods that left at the very moment counting began", () => {
    const { stock_from } = facts().settings
    const at = order({ collected_at: new Date(stock_from) })
    expect(ready(at).stock_rule).toBe("reserved")
  })

  it("keeps history as channel orders only when the shop wants it so", () => {
    const known = facts({
      settings: settings({ import_history: "channel_only" }),
    })
    const old = order({
      meaning: { kind: "completed" },
      collected_at: LEFT_BEFORE,
    })
    expect(plan(old, known)).toEqual({
      kind: "ignored",
      rule: "before_stock_from",
    })
    expect(plan(order(), known).kind).toBe("ready")
  })

  it("lets goods of another seller pass without stock, and ignores an order of nothing else", () => {
    const [cup, plate] = order().lines
    const foreign = { ...cup, fulfilled_by: "other_seller" as const }
    const { draft, notes } = ready(order({ lines: [foreign, plate] }))
    expect(draft.items.map(({ variant_id }) => variant_id)).toEqual([
      null,
      "plate",
    ])
    expect(draft.reservations).toHaveLength(1)
    expect(notes).toMatchObject([
      { code: "foreign_seller_items", external_sku_id: CUP_SKU },
    ])
    const theirs = { ...plate, fulfilled_by: "other_seller" as const }
    expect(plan(order({ lines: [foreign, theirs] }))).toEqual({
      kind: "ignored",
      rule: "foreign_seller_items",
    })
  })

  it("brings in products that can no longer be downloaded, when told to", () => {
    const told = settings({ always_import_products: true })
    const { draft, notes } = ready(order(), {
      ...without(CUP_SKU),
      settings: told,
    })
    expect(draft.items.map(({ variant_id }) => variant_id)).toEqual([
      null,
      "plate",
    ])
    expect(notes).toEqual([
      {
        code: "product_missing",
        external_sku_id: CUP_SKU,
        product: "Ly gốm men lam",
      },
    ])
    const components = [
      {
        external_product_id: "1731000000000000001",
        external_sku_id: "1731000000000000012",
        seller_sku: null,
        quantity: 2,
      },
    ]
    const set = order({ lines: [line({ components }), PLATE] })
    expect(
      blocked(set, { ...without(CUP_SKU), settings: told }).reasons
    ).toMatchObject([{ code: "listing_not_downloaded" }])
    const unlinked = { ...linked(CUP_SKU, null), settings: told }
    expect(blocked(order(), unlinked).reasons).toMatchObject([
      { code: "listing_not_linked" },
    ])
  })
})

describe("planOrder: cancelled", () => {
  const cancelled = order({
    meaning: { kind: "cancelled" },
    cancelled_at: LEFT_AFTER,
    cancellation: { initiator: "buyer", reason: null },
    lines: [
      line({ cancelled_quantity: 2 }),
      { ...PLATE, cancelled_quantity: 1 },
    ],
  })

  it("is made as it was sold, without stock and without money", () => {
    const { draft, stock_rule } = ready(cancelled)
    expect(stock_rule).toBe("cancelled")
    expect(draft).toMatchObject({
      status: "canceled",
      reservations: [],
      payment: { kind: "none" },
      total: 437_000,
    })
    expect(draft.items.map(({ quantity }) => quantity)).toEqual([2, 1])
    expect(draftSum(draft)).toBe(437_000)
  })

  it("needs no link, and says which lines have none", () => {
    const { draft, notes } = ready(cancelled, without(CUP_SKU))
    expect(draft.items.map(({ variant_id }) => variant_id)).toEqual([
      null,
      "plate",
    ])
    expect(notes).toMatchObject([{ code: "imported_without_product" }])
  })

  it("keeps its stock when it was cancelled after collection", () => {
    const back = order({ ...cancelled, collected_at: LEFT_AFTER })
    const { draft, stock_rule } = ready(back)
    expect(stock_rule).toBe("reserved")
    expect(draft.status).toBe("pending")
    expect(draft.reservations.map(({ quantity }) => quantity)).toEqual([2, 1])
  })

  it("holds nothing while another reason blocks it", () => {
    const known = facts({ store_currencies: [] })
    expect(blocked(cancelled, known).holds).toEqual([])
  })
})

describe("planOrder: money", () => {
  function methods(changes: Partial<NeutralOrder["money"]>) {
    const { draft } = ready(order({ money: { ...order().money, ...changes } }))
    return draft.shipping_methods.map(({ amount, adjustments }) => ({
      amount,
      adjustments,
    }))
  }

  it("gives each shipping discount a method of its own", () => {
    expect(
      methods({ shipping_seller_discount: 5_000, total: 432_000 })
    ).toEqual([
      {
        amount: 12_000,
        adjustments: [{ amount: 5_000, description: "seller_discount" }],
      },
      {
        amount: 20_000,
        adjustments: [{ amount: 20_000, description: "platform_discount" }],
      },
    ])
  })

  it("makes a fee that nothing explains one adjustment", () => {
    expect(methods({ shipping_platform_discount: 0, total: 460_000 })).toEqual([
      {
        amount: 32_000,
        adjustments: [{ amount: -3_000, description: "other" }],
      },
    ])
  })

  it("takes a small reduction off the shipping", () => {
    expect(methods({ total: 432_000 })[1]).toEqual({
      amount: 5_000,
      adjustments: [{ amount: 5_000, description: "other" }],
    })
  })

  it("takes a large reduction off the largest line", () => {
    const { draft } = ready(
      order({ money: { ...order().money, total: 237_000 } })
    )
    expect(draft.items[0].adjustments).toContainEqual({
      amount: 200_000,
      description: "other",
    })
  })

  it("counts only live units, and explains a total that still counts all", () => {
    const lines = [line({ cancelled_quantity: 1 }), PLATE]
    const { draft } = ready(order({ lines }))
    expect(draft.items[0]).toMatchObject({
      quantity: 1,
      adjustments: [
        { amount: 20_000 },
        { amount: 9_000 },
        { amount: -170_000, description: "cancelled_units" },
      ],
    })
    expect(draft.reservations[0].quantity).toBe(1)
    expect(draftSum(draft)).toBe(437_000)
  })

  it("follows a marketplace that states live units only", () => {
    const lines = [line({ cancelled_quantity: 1 }), PLATE]
    const money = { ...order().money, subtotal: 288_000, total: 267_000 }
    const { draft } = ready(order({ lines, money }))
    expect(draft.shipping_methods).toHaveLength(1)
    expect(draftSum(draft)).toBe(267_000)
  })

  it("splits an uneven discount without going below nothing on either side", () => {
    const uneven = line({
      quantity: 3,
      cancelled_quantity: 1,
      unit_price: 1,
      seller_discount: 2,
      platform_discount: 1,
    })
    const money = {
      ...order().money,
      subtotal: 3,
      shipping_fee: 0,
      shipping_platform_discount: 0,
      total: 0,
    }
    const { draft } = ready(order({ lines: [uneven], money }))
    expect(draft.items[0]).toMatchObject({
      quantity: 2,
      adjustments: [{ amount: 2, description: "seller_discount" }],
    })
    expect(draft.shipping_methods).toMatchObject([{ adjustments: [] }])
  })

  it("leaves out a line whose units are all cancelled", () => {
    const lines = [line(), { ...PLATE, cancelled_quantity: 1 }]
    const { draft } = ready(order({ lines }))
    expect(draft.items.map(({ variant_id }) => variant_id)).toEqual(["cup"])
    expect(draftSum(draft)).toBe(437_000)
  })

  it("lets a sample keep its list price at a total of nothing", () => {
    const sample = order({
      kind: "sample",
      money: {
        subtotal: 0,
        seller_discount: 0,
        platform_discount: 0,
        shipping_fee: 0,
        shipping_seller_discount: 0,
        shipping_platform_discount: 0,
        tax: 0,
        total: 0,
      },
    })
    const { draft } = ready(sample)
    expect(draft.payment).toMatchObject({ kind: "nothing_owed" })
    expect(draft.items.map(({ unit_price }) => unit_price)).toEqual([0, 0])
    expect(draft.reservations).toHaveLength(2)
    expect(draft.metadata).toMatchObject({ marketplace_order_kind: "sample" })
  })

  it.each([
    ["a missing line", { lines: [line()] }, "subtotal", 487_000, 398_000],
    [
      "discounts above the price",
      { lines: [line({ seller_discount: 400_000 }), PLATE] },
      "line",
      418_000,
      398_000,
    ],
    [
      "shipping below nothing",
      { money: { ...order().money, shipping_fee: 19_000 } },
      "shipping",
      20_000,
      19_000,
    ],
    [
      "a total far too low",
      { money: { ...order().money, total: 10_000 } },
      "total",
      10_000,
      437_000,
    ],
    [
      "a negative amount",
      { money: { ...order().money, total: -1 } },
      "amounts",
      -1,
      0,
    ],
  ])("parks %s", (_, changes, part, stated, computed) => {
    const { reasons, holds } = blocked(order(changes))
    expect(reasons).toMatchObject([
      { code: "totals_do_not_add_up", params: { part, stated, computed } },
    ])
    expect(holds.length).toBeGreaterThan(0)
  })

  it("takes a total that leaves out units which the subtotal still counts", () => {
    const [cup] = order().lines
    const part = (id: string, quantity: number, cancelled_quantity = 0) => ({
      ...cup,
      external_line_ids: [id],
      unit_price: 50_000,
      seller_discount: 0,
      platform_discount: 0,
      quantity,
      cancelled_quantity,
    })
    const { draft } = ready(
      order({
        lines: [part("1", 1), part("2", 1), part("3", 2, 2)],
        money: {
          ...order().money,
          subtotal: 200_000,
          seller_discount: 0,
          platform_discount: 0,
          shipping_fee: 0,
          shipping_seller_discount: 0,
          shipping_platform_discount: 0,
          total: 100_000,
        },
      })
    )
    expect(draft.items).toHaveLength(2)
    expect(draftSum(draft)).toBe(100_000)
  })

  it.each([
    ["prepaid", {}, "captured"],
    [
      "not paid yet",
      { paid_at: null, meaning: { kind: "status", status: "new" } },
      "awaiting_payment",
    ],
    ["paid at an unknown time", { paid_at: null }, "captured"],
    ["cash on delivery", { payment: "cod", paid_at: null }, "cash_on_delivery"],
  ] as const)("%s: %s", (_, changes, kind) => {
    expect(
      ready(order(changes as Partial<NeutralOrder>)).draft.payment
    ).toMatchObject({
      kind,
      amount: 437_000,
    })
  })
})

describe("planOrder: any order", () => {
  const known = anyFacts
  const runs = { numRuns: 500 }

  it("sums up to the marketplace's total exactly, or is blocked", () => {
    let made = 0
    fc.assert(
      fc.property(anyOrder, (given) => {
        const result = plan(given, {
          ...facts({ store_currencies: ["vnd", "usd"] }),
          settings: settings({ always_import_products: true }),
          listings: new Map(),
        })
        if (result.kind === "ready") {
          made += 1
          expect(draftSum(result.draft)).toBe(given.money.total)
        }
      }),
      runs
    )
    expect(made).toBeGreaterThan(runs.numRuns / 4)
  })

  it("never makes a line or a shipping method negative", () => {
    fc.assert(
      fc.property(anyOrder, known, (given, facts) => {
        const result = plan(given, facts)
        if (result.kind !== "ready") {
          return
        }
        const { items, shipping_methods } = result.draft
        for (const item of items) {
          const off = item.adjustments.reduce((sum, a) => sum + a.amount, 0)
          expect(item.unit_price * item.quantity - off).toBeGreaterThan(-0.001)
          expect(item.quantity).toBeGreaterThan(0)
        }
        for (const method of shipping_methods) {
          expect(method.adjustments.length).toBeLessThanOrEqual(1)
          const off = method.adjustments[0]?.amount ?? 0
          expect(method.amount - off).toBeGreaterThan(-0.001)
        }
      }),
      runs
    )
  })

  it("keeps the same units under the same ids, blocked or not", () => {
    fc.assert(
      fc.property(anyOrder, known, (given, facts) => {
        const free = plan(given, facts)
        const held = plan(given, {
          ...facts,
          sales_channel: { id: "sc_tts", disabled: true },
        })
        if (free.kind === "ready") {
          expect(held).toMatchObject({ holds: free.draft.reservations })
        }
      }),
      runs
    )
  })

  it("keeps only positive units, each id once, all of lines the order will have", () => {
    fc.assert(
      fc.property(anyOrder, known, (given, facts) => {
        const result = plan(given, facts)
        if (result.kind === "ignored") {
          return
        }
        const kept =
          result.kind === "ready" ? result.draft.reservations : result.holds
        const ids = kept.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(kept.every(({ quantity }) => quantity > 0)).toBe(true)
        if (result.kind === "ready") {
          const items = new Set(
            result.draft.items.flatMap((i) => (i.variant_id ? i.id : []))
          )
          expect(kept.every((r) => items.has(r.line_item_id))).toBe(true)
        }
      }),
      runs
    )
  })

  it("says why whenever it blocks", () => {
    fc.assert(
      fc.property(anyOrder, known, (given, facts) => {
        const result = plan(given, facts)
        if (result.kind === "blocked") {
          expect(result.reasons.length).toBeGreaterThan(0)
        }
      }),
      runs
    )
  })
})

describe("an order that Medusa has", () => {
  const again = (given: NeutralOrder, known: PlanningFacts) =>
    planOrder({
      channel_order_id: CHANNEL_ORDER_ID,
      order: given,
      status: determineStatus(given, UNTOUCHED),
      facts: known,
      is_made: true,
    })

  it("is planned whatever has become of links, sales channel and warehouse", () => {
    const bare = facts({
      listings: new Map(),
      sales_channel: { id: "sc_closed", disabled: true },
      store_currencies: [],
      default_location_id: null,
      settings: settings({ warehouses: [] }),
    })
    expect(blocked(order(), bare).reasons.length).toBeGreaterThan(1)
    const plan = again(order(), bare)
    expect(plan).toMatchObject({ kind: "ready", draft: { reservations: [] } })
  })
})
