import fc from "fast-check"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { findOrder } from "../support/orders"
import { flow, TikiShop } from "./shop"

/** One thing that happens at the marketplace, on the way, or to us. */
type Happening =
  | { kind: "order" }
  | { kind: "advance" | "cancel"; order: number }
  | { kind: "poll" | "events" | "wide" }
  /** The reading breaks off after so many pages, as when the process dies. */
  | { kind: "broken_poll" | "broken_events"; after: number }
  | { kind: "repeat" | "shuffle" | "drop" }
  | { kind: "nudge"; order: number }

/** In each of them at least one order is placed: there is something to be seen. */
const HISTORIES = 6

const place = fc.nat({ max: 5 })

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Happening>({ kind: "order" }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom("advance" as const, "cancel" as const),
      order: place,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "poll" as const,
        "events" as const,
        "wide" as const
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("broken_poll" as const, "broken_events" as const),
      after: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "repeat" as const,
        "shuffle" as const,
        "drop" as const
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("nudge" as const), order: place }),
  }
)

/** Whatever happens on the way, the shop ends with what one perfect reading would give. */
export function anyHistory(at: () => TikiShop): void {
  it("ends in the same orders as one perfect reading, whatever happened on the way", async () => {
    const shop = at()
    const { tiki } = shop
    let seen = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyHappening, { maxLength: 3 }),
        fc.array(anyHappening, { minLength: 2, maxLength: 10 }),
        async (before, after) => {
          const happenings = [...before, { kind: "order" as const }, ...after]
          tiki.faults.clear()
          tiki.book.clear()
          const codes: string[] = []
          for (const one of happenings) {
            await happen(shop, one, codes)
          }
          tiki.faults.clear()
          await flow(shop, "recent_orders")
          for (const code of codes) {
            const { status } = tiki.orders.get(code)
            expect(await findOrder(shop, code)).toMatchObject({
              raw_status: status,
              import_state: "imported",
            })
            seen += 1
          }
          await expectOneOrderEach(shop, codes)
        }
      ),
      { numRuns: HISTORIES, endOnFailure: true }
    )
    expect(seen).toBeGreaterThanOrEqual(HISTORIES)
  })
}

async function happen(
  shop: TikiShop,
  one: Happening,
  codes: string[]
): Promise<void> {
  const { tiki } = shop
  const chosen =
    "order" in one ? codes[one.order % Math.max(1, codes.length)] : undefined
  switch (one.kind) {
    case "order":
      codes.push(
        ...tiki
          .addOrders([{ lines: [{ original_sku: "LY-LAM-S" }] }])
          .map(({ code }) => code)
      )
      return
    case "advance":
    case "cancel":
      if (chosen) {
        move(tiki, chosen, one.kind)
      }
      return
    case "poll":
      return flow(shop, "recent_orders")
    case "wide":
      return flow(shop, "wide_orders")
    case "events":
      return flow(shop, "event_queue")
    case "broken_poll":
      return broken(shop, "recent_orders", "/v2/orders", one.after)
    case "broken_events":
      return broken(shop, "event_queue", "/events/pull", one.after)
    case "repeat":
    case "shuffle":
      return tiki.queues.disturb(one.kind, 1)
    case "drop":
      tiki.queues.drop(1)
      return
    case "nudge":
      if (chosen) {
        await marketplacesOf(shop.container).nudges.add(
          shop.channel.id,
          [chosen, chosen],
          "event"
        )
      }
  }
}

/** An order that cannot go on stays where it is. */
function move(
  tiki: TikiShop["tiki"],
  code: string,
  how: "advance" | "cancel"
): void {
  const { status } = tiki.orders.get(code)
  if (["canceled", "complete"].includes(status)) {
    return
  }
  if (how === "advance") {
    tiki.orders.advance(code)
  } else if (["queueing", "picking"].includes(status)) {
    tiki.orders.cancel(code, "buyer")
  }
}

/** The flow breaks off in the middle; the next one starts from what is committed. */
async function broken(
  shop: TikiShop,
  kind: "recent_orders" | "event_queue",
  path: string,
  skip: number
): Promise<void> {
  shop.tiki.faults.add({ kind: "lost_answer", path, skip, times: 20 })
  await flow(shop, kind)
  shop.tiki.faults.clear()
}

async function expectOneOrderEach(
  { container }: TikiShop,
  codes: string[]
): Promise<void> {
  const { data } = await container.resolve("query").graph({
    entity: "order",
    fields: ["id", "custom_display_id"],
    filters: { custom_display_id: codes.map((code) => `TIKI-${code}`) },
  })
  expect(data.map(({ custom_display_id }) => custom_display_id).sort()).toEqual(
    codes.map((code) => `TIKI-${code}`).sort()
  )
}
