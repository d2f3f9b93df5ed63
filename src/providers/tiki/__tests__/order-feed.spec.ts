import fc from "fast-check"
import { RawOrder } from "../../../domain/provider/marketplace-provider"
import { FeedPage, readFeed } from "../order-feed"
import { PAGE_SIZE } from "../pages"

/** A shop's orders by code: when each was changed last (seconds). */
type Book = Map<string, number>

const second = (number: number) => new Date(number * 1000)

const rawOrder = ([external_id, time]: [string, number]): RawOrder => ({
  external_id,
  raw_status: `state at ${time}`,
  placed_at: second(1),
  external_updated_at: second(time),
  payload: {},
})

type Quirks = {
  /** Rows on a page, at most {@link PAGE_SIZE}. */
  rows: number
  order?: "oldest first" | "newest first" | "by code"
}

/**
 * Tiki's list over a book, sorted by time and cut by number.
 * @param onCall what happens in the shop after each call.
 */
function listOf(
  book: Book,
  to: number,
  { rows: most_rows, order = "oldest first" }: Quirks,
  onCall: (call: number) => void = () => undefined
) {
  let calls = 0
  return {
    calls: () => calls,
    fetchPage: async (head: Date, page: number): Promise<FeedPage> => {
      const rows = [...book]
        .filter(([, time]) => time >= +head / 1000 - 1 && time <= to + 1)
        .sort(([a, one], [b, other]) => {
          const by_code = Number(a) - Number(b)
          const by_time = order === "by code" ? 0 : one - other
          return (by_time || by_code) * (order === "newest first" ? -1 : 1)
        })
      const start = (page - 1) * most_rows
      const last_page = Math.ceil(rows.length / most_rows)
      const orders = rows.slice(start, start + most_rows).map(rawOrder)
      onCall(++calls)
      return { orders, last_page }
    },
  }
}

async function read(
  from: number,
  to: number,
  fetchPage: (head: Date, page: number) => Promise<FeedPage>,
  most_pages?: number
): Promise<RawOrder[]> {
  const found: RawOrder[] = []
  const window = {
    from: second(from),
    to: second(to),
    timeOf: (order: RawOrder) => order.external_updated_at,
    fetchPage,
  }
  for await (const orders of readFeed(window, most_pages)) {
    found.push(...orders)
  }
  return found
}

const bookOf = (times: number[]): Book =>
  new Map(times.map((time, index) => [String(index), time]))

const FROM = 1000
const TO = 2000

describe("reading a window", () => {
  it("takes every order once, oldest change first, and nothing outside", async () => {
    const book = bookOf([999, 1000, 1500, 1500, 1999, 2000, 2001])
    const { fetchPage } = listOf(book, TO, { rows: 50 })
    const orders = await read(FROM, TO, fetchPage)
    expect(orders.map((one) => one.external_id)).toEqual(["1", "2", "3", "4"])
  })

  it("costs one call when there is one page, or none", async () => {
    for (const times of [[], [1001, 1002]]) {
      const list = listOf(bookOf(times), TO, { rows: 50 })
      await read(FROM, TO, list.fetchPage)
      expect(list.calls()).toBe(1)
    }
  })

  it("costs little more than the pages when there are many", async () => {
    const times = Array.from({ length: 500 }, (_, index) => FROM + index)
    const list = listOf(bookOf(times), TO, { rows: PAGE_SIZE })
    expect(await read(FROM, TO, list.fetchPage)).toHaveLength(500)
    expect(list.calls()).toBeLessThanOrEqual(12)
  })

  it("comes through a second with more orders than a page holds", async () => {
    const times = Array.from({ length: 180 }, (_, index) =>
      index < 170 ? 1500 : 1600 + index
    )
    const { fetchPage } = listOf(bookOf(times), TO, { rows: 50 })
    expect(await read(FROM, TO, fetchPage)).toHaveLength(180)
  })

  it("trusts no last page of 0 that comes with a full page", async () => {
    const times = Array.from({ length: 120 }, (_, index) => FROM + index)
    const { fetchPage } = listOf(bookOf(times), TO, { rows: 50 })
    const lying = async (head: Date, page: number) => ({
      ...(await fetchPage(head, page)),
      last_page: 0,
    })
    expect(await read(FROM, TO, lying)).toHaveLength(120)
  })

  it("stops at an empty page, whatever the last page is said to be", async () => {
    const list = listOf(bookOf([1001]), TO, { rows: 50 })
    const lying = async (head: Date, page: number) => ({
      ...(await list.fetchPage(head, page)),
      last_page: 99,
    })
    expect(await read(FROM, TO, lying)).toHaveLength(1)
    expect(list.calls()).toBeLessThan(10)
  })

  it("keeps an order without a readable time", async () => {
    const orders = [{ ...rawOrder(["7", 0]), external_updated_at: new Date(0) }]
    const found = await read(FROM, TO, async () => ({ orders, last_page: 1 }))
    expect(found.map((one) => one.external_id)).toEqual(["7"])
  })

  it("is given up when Tiki never comes to an end", async () => {
    let made = 0
    const endless = async () => ({
      orders: Array.from({ length: 50 }, () =>
        rawOrder([String(made++), 1500])
      ),
      last_page: 1_000_000,
    })
    await expect(read(FROM, TO, endless, 100)).rejects.toMatchObject({
      kind: "invalid_response",
      message: "Tiki: the pages of orders do not come to an end",
    })
  })
})

describe("reading while orders change", () => {
  const times = fc.array(fc.integer({ min: FROM - 3, max: TO + 3 }), {
    maxLength: 60,
  })
  /** After which call which order changes, and to when: inside the window, or behind it. */
  const changes = fc.array(
    fc.record({
      call: fc.integer({ min: 1, max: 15 }),
      order: fc.nat(59),
      now: fc.oneof(fc.constant(TO), fc.integer({ min: TO - 5, max: TO + 50 })),
    }),
    { maxLength: 12 }
  )
  const quirks = fc.record({
    rows: fc.integer({ min: 1, max: 7 }),
  })

  it("finds every order that stands in the window all the time", async () => {
    await fc.assert(
      fc.asyncProperty(
        times,
        changes,
        quirks,
        async (times, changes, quirks) => {
          const book = bookOf(times)
          const untouched = new Map(book)
          const { fetchPage } = listOf(book, TO, quirks, (call) => {
            for (const change of changes.filter((one) => one.call === call)) {
              const id = String(change.order)
              const known = book.get(id)
              if (known !== undefined && known < change.now) {
                book.set(id, change.now)
                untouched.delete(id)
              }
            }
          })
          const found = await read(FROM, TO, fetchPage)
          const ids = new Set(found.map((one) => one.external_id))
          for (const [id, time] of untouched) {
            expect(ids.has(id)).toBe(time >= FROM && time < TO)
          }
          const states = found.map((one) => one.external_id + one.raw_status)
          expect(new Set(states).size).toBe(found.length)
        }
      ),
      { numRuns: 1000 }
    )
  })

  it("finds an order that moves up while one read before leaves the window", async () => {
    const book = bookOf([FROM + 1, FROM + 1])
    const { fetchPage } = listOf(book, TO, { rows: 1 }, (call) => {
      if (call === 2) {
        book.set("0", TO)
      }
    })
    const found = await read(FROM, TO, fetchPage)
    expect(found.map((one) => one.external_id)).toEqual(["0", "1"])
  })

  it("ends in the same set as one perfect read, however often it is begun again", async () => {
    await fc.assert(
      fc.asyncProperty(
        times,
        quirks,
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
        async (times, quirks, crashes) => {
          const book = bookOf(times)
          const kept = new Map<string, RawOrder>()
          for (const crash of [...crashes, Infinity]) {
            const { fetchPage } = listOf(book, TO, quirks, (call) => {
              if (call === crash) {
                throw new Error("the process ends")
              }
            })
            const window = {
              from: second(FROM),
              to: second(TO),
              timeOf: (order: RawOrder) => order.external_updated_at,
              fetchPage,
            }
            try {
              for await (const orders of readFeed(window)) {
                orders.forEach((one) => kept.set(one.external_id, one))
              }
            } catch {
              // Begun again below.
            }
          }
          const perfect = [...book].filter(
            ([, time]) => time >= FROM && time < TO
          )
          expect(
            [...kept.values()].map((one) => one.external_id).sort()
          ).toEqual(perfect.map(([id]) => id).sort())
        }
      )
    )
  })

  it.each(["newest first", "by code"] as const)(
    "finds everything when Tiki sorts otherwise (%s)",
    async (order) => {
      const times = Array.from(
        { length: 170 },
        (_, index) => FROM + ((index * 611) % 997)
      )
      const list = listOf(bookOf(times), TO, { rows: PAGE_SIZE, order })
      const found = await read(FROM, TO, list.fetchPage)
      const read_times = found.map((one) => +one.external_updated_at / 1000)
      expect(read_times).toEqual([...times].sort((a, b) => a - b))
    }
  )
})
