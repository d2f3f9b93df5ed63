import { differences } from "../differences"
import { EndOrder, EndState } from "../end-state"
import { brokenInvariants } from "../invariants"

const order: EndOrder = {
  marketplace: "tiki",
  external_id: "910000000",
  status: "confirmed",
  raw_status: "picking",
  import_state: "imported",
  import_rule: "reserved",
  reasons: [],
  host_state: "pending",
  deduct_stock_on: "succeeded",
  medusa_orders: 1,
  medusa_status: "pending",
  asked: 90_000,
  total: 90_000,
  paid: 90_000,
  units: { "CHEN-1": 2 },
  reserved: { "CHEN-1": 2 },
}
const sound: EndState = {
  listed: [
    { marketplace: "tiki", external_id: "910000000", raw_status: "picking" },
  ],
  orders: [order],
  medusa_orders: 1,
  articles: [
    {
      seller_sku: "CHEN-1",
      stocked: 10,
      reserved: 2,
      reserved_rows: 2,
      for_orders: 2,
      for_storefront: 0,
      unseen: 0,
      awaited: 0,
      numbers: {
        "tiktok-shop": { wanted: 8, confirmed: 8, shown: 8, state: "even" },
        tiki: { wanted: 8, confirmed: null, shown: 8, state: "even" },
      },
    },
  ],
  statements: [
    {
      marketplace: "tiki",
      source: "file",
      status: "done",
      stated_net: 87_000,
      lines: [{ state: "matched", count: 1, net: 87_000 }],
    },
  ],
  settlements: [
    {
      marketplace: "tiki",
      external_id: "910000000",
      state: "matched",
      settled_net: 87_000,
      expected_net: 87_000,
      lines_net: 87_000,
      findings: [],
    },
  ],
  writes: [{ marketplace: "tiki", seller_sku: "CHEN-1", quantity: 8, most: 8 }],
  undone: [],
}
const [article] = sound.articles
const [statement] = sound.statements
const [settlement] = sound.settlements

const broken = (changes: Partial<EndState>) =>
  brokenInvariants({ ...sound, ...changes }).map(({ invariant }) => invariant)
const withOrder = (changes: Partial<EndOrder>) =>
  broken({ orders: [{ ...order, ...changes }] })

describe("what holds of every history", () => {
  it("finds nothing wrong with what is right", () => {
    expect(brokenInvariants(sound)).toEqual([])
  })

  it.each([
    ["an order that is nowhere", broken({ orders: [], medusa_orders: 0 })],
    ["one that nobody has decided on", withOrder({ import_state: "pending" })],
    [
      "one that is parked without a reason",
      withOrder({ import_state: "blocked", medusa_orders: 0 }),
    ],
    [
      "one that no rule ignores",
      withOrder({
        import_state: "ignored",
        import_rule: null,
        medusa_orders: 0,
        reserved: {},
      }),
    ],
  ])("finds %s", (_, found) => {
    expect(found).toContain("every_listed_order_is_accounted_for")
  })

  it("finds an order that went on unseen, and one that comes to something else", () => {
    expect(withOrder({ raw_status: "queueing" })).toEqual([
      "every_order_stands_as_in_the_marketplaces_books",
    ])
    expect(withOrder({ total: 90_001 })).toEqual([
      "medusa_orders_come_to_what_was_asked",
    ])
  })

  it.each([
    ["an order that was made twice", withOrder({ medusa_orders: 2 })],
    ["one that was not made", withOrder({ medusa_orders: 0 })],
    ["one that belongs to none", broken({ medusa_orders: 2 })],
  ])("finds %s in Medusa", (_, found) => {
    expect(found).toContain("one_medusa_order_each")
  })

  it.each([
    ["too few held", withOrder({ reserved: { "CHEN-1": 1 } })],
    ["held for what is over", withOrder({ host_state: "canceled" })],
    [
      "a level that says otherwise than its rows",
      broken({ articles: [{ ...article, reserved: 3 }] }),
    ],
    [
      "units held for nobody",
      broken({
        articles: [{ ...article, reserved: 3, reserved_rows: 3, unseen: 1 }],
      }),
    ],
  ])("finds %s", (_, found) => {
    expect(found).toContain("reserved_is_the_sum_of_open_lines")
  })

  it("finds a number that is not what is free, and a write of more than was", () => {
    const numbers = {
      ...article.numbers,
      tiki: { ...article.numbers.tiki, shown: 9 },
    }
    expect(broken({ articles: [{ ...article, numbers }] })).toEqual([
      "numbers_are_what_is_free",
    ])
    expect(broken({ writes: [{ ...sound.writes[0], quantity: 9 }] })).toEqual([
      "no_write_exceeds_what_was_free",
    ])
  })

  it("finds money that does not add up, to the đồng", () => {
    expect(
      broken({ statements: [{ ...statement, stated_net: 87_001 }] })
    ).toEqual(["statement_lines_add_up"])
    expect(
      broken({ settlements: [{ ...settlement, settled_net: 86_999 }] })
    ).toContain("statement_lines_add_up")
    expect(
      broken({
        statements: [
          { ...statement, lines: [{ state: null, count: 1, net: 87_000 }] },
        ],
      })
    ).toEqual(["statement_lines_add_up"])
  })

  it("finds work that nobody did", () => {
    expect(broken({ undone: ["a run is running"] })).toEqual([
      "nothing_is_left_undone",
    ])
  })
})

describe("the same history with faults", () => {
  it("is to end as without them, whatever was written on the way", () => {
    expect(differences({ ...sound, writes: [] }, sound)).toEqual([])
  })

  it.each([
    ["paid", { paid: 0 }, { paid: 90_000 }],
    ["the state of what never came back", { host_state: "shipped" }, {}],
  ])("minds %s", (_, faulty, clean) => {
    const end = (changes: Partial<EndOrder>) => ({
      ...sound,
      orders: [{ ...order, ...changes }],
    })
    expect(differences(end(faulty), end(clean))).toHaveLength(1)
  })

  it("takes for the same what depends on when it was seen", () => {
    const coming = { ...order, status: "returning" }
    const ignored = {
      ...order,
      import_state: "ignored",
      import_rule: "not_yet_with_seller",
    }
    const end = (one: EndOrder) => ({ ...sound, orders: [one] })
    expect(
      differences(
        end({ ...coming, host_state: "shipped" }),
        end({ ...coming, host_state: "completed", medusa_status: "completed" })
      )
    ).toEqual([])
    expect(differences(end(ignored), end({ ...ignored, units: {} }))).toEqual(
      []
    )
  })

  it("takes goods that come back for the same, in the count or out of it", () => {
    const coming = { ...order, status: "returning" }
    const left = { ...coming, host_state: "completed", reserved: {} }
    const seen = {
      ...sound,
      orders: [left],
      articles: [
        {
          ...article,
          stocked: 8,
          reserved: 0,
          reserved_rows: 0,
          for_orders: 0,
        },
      ],
    }
    const unseen = (deduct_stock_on: string) => ({
      ...sound,
      orders: [{ ...coming, deduct_stock_on }],
    })
    expect(differences(unseen("succeeded"), seen)).toEqual([])
    const messages = differences(unseen("handover"), {
      ...seen,
      orders: [{ ...left, deduct_stock_on: "handover" }],
    }).map(({ message }) => message)
    expect(messages).toContain(
      'orders.910000000.host_state is "pending" instead of "out"'
    )
    expect(messages).toContain("articles.CHEN-1.stocked is 10 instead of 8")
  })

  it("is told wherein it ended otherwise", () => {
    const faulty = { ...sound, orders: [{ ...order, status: "new" }] }
    expect(differences(faulty, sound)).toEqual([
      {
        invariant: "same_as_without_faults",
        message: 'orders.910000000.status is "new" instead of "confirmed"',
      },
    ])
  })
})
