import {
  ConfirmationAnswer,
  ConfirmationOffer,
} from "../../../domain/provider/confirms-orders"
import { JsonObject } from "../../../domain/shared/json"
import { errorOf } from "../../__fixtures__/error-of"
import { Reply } from "../../__fixtures__/scripted-fetch"
import { answer, failure, html, page } from "../__fixtures__/answers"
import {
  buildConfirmation,
  buildItem,
  buildOrder,
  buildProduct,
} from "../__fixtures__/order"
import { setUp } from "../__fixtures__/scripted-provider"

const CODE = "912345678"
const seller_delivery = { fulfillment_type: "seller_delivery" }
const warehouses = page([{ id: 50123, name: "Kho", is_primary: true }])

const confirm = (
  external_line_ids: string[],
  more: Partial<Extract<ConfirmationAnswer, { kind: "confirm" }>> = {}
): ConfirmationAnswer => ({
  kind: "confirm",
  external_line_ids,
  warehouse_external_id: "50123",
  pickup_slot: null,
  ...more,
})
const refuse: ConfirmationAnswer = {
  kind: "refuse",
  warehouse_external_id: "50123",
}

async function offerFor(order: JsonObject): Promise<ConfirmationOffer> {
  const { provider, access } = setUp(page([order]))
  const [offer] = await provider.readConfirmationOffers(access, [CODE])
  return offer
}

describe("an offer", () => {
  it.each<[string, JsonObject, Partial<ConfirmationOffer>]>([
    [
      "to take or refuse a dropship order as a whole",
      {},
      { state: "waiting", scope: "whole_order", may_refuse: true },
    ],
    [
      "to confirm what the seller delivers, by line, and never to refuse it",
      seller_delivery,
      { state: "waiting", scope: "by_line", may_refuse: false },
    ],
    [
      "to confirm what Tiki packs",
      { fulfillment_type: "tiki_delivery" },
      { state: "waiting", scope: "by_line", may_refuse: false },
    ],
    [
      "to confirm what goes abroad",
      { fulfillment_type: "cross_border" },
      { state: "waiting", scope: "by_line", may_refuse: false },
    ],
  ])("is made %s", async (_what, overrides, expected) => {
    expect(await offerFor(buildOrder(overrides))).toMatchObject({
      external_id: CODE,
      external_line_ids: ["770001", "770002"],
      confirm_by: new Date("2025-06-11T06:30:12Z"),
      ...expected,
    })
  })

  it.each<[string, JsonObject]>([
    [
      "goods in Tiki's warehouse",
      {
        fulfillment_type: "tiki_delivery",
        items: [
          buildItem({ product: buildProduct({ inventory_type: "instock" }) }),
        ],
      },
    ],
    ["vouchers", { fulfillment_type: "instant_delivery" }],
    ["a fulfilment that is not known", { fulfillment_type: null }],
    ["a held order", { status: "holded" }],
    ["an order that Tiki still processes", { status: "processing" }],
    ["items of others", { items: [buildItem({ seller: { id: 1 } })] }],
    [
      "own items beside goods in Tiki's warehouse that wait as well",
      {
        fulfillment_type: "tiki_delivery",
        items: [
          buildItem(),
          buildItem({
            id: 2,
            product: buildProduct({ inventory_type: "instock" }),
          }),
        ],
      },
    ],
    [
      "own items beside another seller's that nobody knows about",
      {
        ...seller_delivery,
        items: [
          buildItem(),
          buildItem({ id: 2, seller: { id: 1 }, confirmation: null }),
        ],
      },
    ],
  ])("is not made for %s", async (_what, overrides) => {
    expect(await offerFor(buildOrder(overrides))).toMatchObject({
      state: "not_offered",
      external_line_ids: [],
      may_refuse: false,
      confirm_by: null,
    })
  })

  it("names only the seller's own items that wait", async () => {
    const refused = buildConfirmation({ status: "seller_canceled" })
    const confirmed = buildConfirmation({ status: "seller_confirmed" })
    const items = [
      buildItem(),
      buildItem({ id: 2, seller: { id: 1 }, confirmation: confirmed }),
      buildItem({ id: 3, confirmation: refused }),
    ]
    const offer = await offerFor(buildOrder({ ...seller_delivery, items }))
    expect(offer.external_line_ids).toEqual(["770001"])
  })

  it("is left out for an order that cannot be understood, the others are not", async () => {
    const { provider, access } = setUp(
      page([buildOrder({ code: "1", items: 7 }), buildOrder()])
    )
    const offers = await provider.readConfirmationOffers(access, ["1", CODE])
    expect(offers.map((one) => one.external_id)).toEqual([CODE])
  })
})

describe("answering", () => {
  /** Answers the offer of an order that has become another one meanwhile. */
  const act = async (
    order: JsonObject,
    reply: ConfirmationAnswer,
    replies: Reply[] = [answer(order), answer({})]
  ) => {
    const offer = await offerFor(order)
    const { provider, access, sent } = setUp(...replies)
    const work = provider.answerConfirmation(access, offer, reply)
    return { work, sent }
  }
  const writes = (sent: { method: string; url: URL; body?: string }[]) =>
    sent
      .filter(({ method }) => method === "POST")
      .map(({ url, body }) => [url.pathname, JSON.parse(body ?? "null")])

  it("confirms a dropship order, with the slot", async () => {
    const { work, sent } = await act(
      buildOrder(),
      confirm(["770001", "770002"], { pickup_slot: "2025-06-12 08:00:00" })
    )
    await work
    expect(writes(sent)).toEqual([
      [
        `/integration/v2/orders/${CODE}/dropship/confirm-available`,
        {
          confirmation_status: "seller_confirmed",
          seller_inventory_id: 50123,
          expected_pickup_time: "2025-06-12 08:00:00",
        },
      ],
    ])
  })

  it("refuses a dropship order", async () => {
    const { work, sent } = await act(buildOrder(), refuse)
    await work
    expect(writes(sent)).toEqual([
      [
        `/integration/v2/orders/${CODE}/dropship/confirm-available`,
        { confirmation_status: "seller_canceled", seller_inventory_id: 50123 },
      ],
    ])
  })

  it("confirms lines, and leaves the others out of stock", async () => {
    const { work, sent } = await act(
      buildOrder(seller_delivery),
      confirm(["770002"])
    )
    await work
    expect(writes(sent)).toEqual([
      [
        `/integration/v2/orders/${CODE}/confirm-available`,
        { available_item_ids: [770002], seller_inventory_id: 50123 },
      ],
    ])
  })

  it("writes ids beyond 2^53 as the numbers they are", async () => {
    const id = "99900000000000000123"
    const order = buildOrder({ ...seller_delivery, items: [buildItem({ id })] })
    const { work, sent } = await act(order, confirm([id]))
    await work
    expect(sent[1].body).toBe(
      `{"available_item_ids":[${id}],"seller_inventory_id":50123}`
    )
  })

  it("takes the main warehouse when none is chosen", async () => {
    const order = buildOrder()
    const { work, sent } = await act(
      order,
      { ...refuse, warehouse_external_id: null },
      [answer(order), warehouses, answer({})]
    )
    await work
    expect(writes(sent)[0][1]).toMatchObject({ seller_inventory_id: 50123 })
  })

  const nowhere = { warehouse_external_id: null }
  const two_warehouses = page([{ id: 1 }, { id: 2 }])

  it("asks for a warehouse to confirm from when there is no main one", async () => {
    const order = buildOrder()
    const { work, sent } = await act(
      order,
      confirm(["770001", "770002"], nowhere),
      [answer(order), two_warehouses]
    )
    expect(await errorOf(work)).toMatchObject({ kind: "rejected" })
    expect(writes(sent)).toEqual([])
  })

  it.each<[string, JsonObject, Response, object]>([
    ["the first", {}, two_warehouses, { seller_inventory_id: 1 }],
    [
      "the order's",
      { items: [buildItem({ seller_inventory_id: 2 })] },
      two_warehouses,
      { seller_inventory_id: 2 },
    ],
    ["no", {}, page([]), {}],
  ])(
    "refuses with %s warehouse when there is no main one",
    async (_which, overrides, list, named) => {
      const order = buildOrder(overrides)
      const { work, sent } = await act(order, { ...refuse, ...nowhere }, [
        answer(order),
        list,
        answer({}),
      ])
      await work
      expect(writes(sent)[0][1]).toEqual({
        confirmation_status: "seller_canceled",
        ...named,
      })
    }
  )

  it("reads the warehouses once for all answers of a batch, as part of the order work", async () => {
    const order = buildOrder()
    const offer = await offerFor(order)
    const { provider, access, sent } = setUp(
      answer(order),
      warehouses,
      answer({}),
      answer(order),
      answer({})
    )
    for (let answers = 0; answers < 2; answers++) {
      await provider.answerConfirmation(access, offer, {
        ...refuse,
        ...nowhere,
      })
    }
    expect(writes(sent)).toHaveLength(2)
    expect(sent).toHaveLength(5)
    expect(new Set(access.lanes)).toEqual(new Set(["orders"]))
  })

  it.each<[string, JsonObject, ConfirmationAnswer, string]>([
    ["no line", seller_delivery, confirm([]), "invalid_request"],
    [
      "a line of another order",
      seller_delivery,
      confirm(["770001", "999"]),
      "invalid_request",
    ],
    ["a part of a dropship order", {}, confirm(["770001"]), "invalid_request"],
    [
      "a refusal that would be an empty list",
      seller_delivery,
      refuse,
      "rejected",
    ],
    [
      "an order that waits for nothing",
      { status: "picking" },
      confirm(["770001"]),
      "rejected",
    ],
  ])("sends nothing for %s", async (_what, overrides, reply, kind) => {
    const { work, sent } = await act(buildOrder(overrides), reply)
    expect((await errorOf(work)).kind).toBe(kind)
    expect(sent).toHaveLength(0)
  })

  it.each<[string, JsonObject]>([
    ["was cancelled", { status: "canceled" }],
    ["has other items", { items: [buildItem()] }],
    ["is fulfilled otherwise", { fulfillment_type: "dropship" }],
    [
      "was confirmed by somebody else",
      {
        items: [
          buildItem({
            confirmation: buildConfirmation({ status: "seller_confirmed" }),
          }),
        ],
      },
    ],
  ])(
    "sends nothing for an order that meanwhile %s",
    async (_what, overrides) => {
      const now = buildOrder({ ...seller_delivery, ...overrides })
      const { work, sent } = await act(
        buildOrder(seller_delivery),
        confirm(["770001", "770002"]),
        [answer(now)]
      )
      expect(await errorOf(work)).toMatchObject({
        kind: "rejected",
        message: `Tiki: order ${CODE} has changed; look again`,
      })
      expect(writes(sent)).toEqual([])
    }
  )

  it.each<[string, Reply]>([
    ["a failure at Tiki", failure(500)],
    ["a page of HTML", html(200)],
    ["half an answer", new Response('{"id":')],
  ])("is never repeated after %s", async (_what, reply) => {
    const { work, sent } = await act(buildOrder(), refuse, [
      answer(buildOrder()),
      reply,
      answer({}),
    ])
    expect((await errorOf(work)).kind).toBe("outcome_unknown")
    expect(writes(sent)).toHaveLength(1)
  })

  it("says why Tiki refuses", async () => {
    const { work } = await act(buildOrder(), refuse, [
      answer(buildOrder()),
      failure(422, "The order is canceled"),
    ])
    expect(await errorOf(work)).toMatchObject({
      kind: "rejected",
      message: expect.stringContaining("The order is canceled"),
    })
  })
})

describe("pickup slots", () => {
  it("are handed back as they are", async () => {
    const { provider, access } = setUp(
      answer({
        seller_id: 60042,
        pickup_slots: [
          {
            expected_pickup_slot: "Sáng 12/06",
            expected_pickup_time: "2025-06-12 08:00:00",
          },
          { expected_pickup_time: "2025-06-12 14:00:00" },
        ],
      })
    )
    expect(await provider.readPickupSlots(access)).toEqual([
      {
        value: "2025-06-12 08:00:00",
        label: {
          en: "Sáng 12/06 (2025-06-12 08:00:00)",
          vi: "Sáng 12/06 (2025-06-12 08:00:00)",
        },
      },
      {
        value: "2025-06-12 14:00:00",
        label: { en: "2025-06-12 14:00:00", vi: "2025-06-12 14:00:00" },
      },
    ])
  })
})
