import { RawOrder } from "../../domain/provider/marketplace-provider"
import { endless, MOST_PAGES, PAGE_SIZE } from "./pages"

/** A page of orders, sorted by time as far as Tiki keeps its word. */
export type FeedPage = {
  orders: RawOrder[]
  last_page: number
  /** How many came, where not all of them can be read. */
  rows?: number
}

/** What is read: orders whose time lies from `from` up to `to`, exclusively. */
export type FeedWindow = {
  from: Date
  to: Date
  timeOf(order: RawOrder): Date
  /** Asks for a page of the orders from a moment on, oldest first. */
  fetchPage(from: Date, page: number): Promise<FeedPage>
}

/**
 * Reads a window while its orders change. Counting pages would lose some: an order that
 * changes moves to the end, and all behind it move up, one of them onto a page that was
 * read already. So the next page is asked for by time instead: the first page from the
 * last time seen on, where nothing that stands still can get lost. Only where more than
 * a page share that time, or Tiki does not sort, pages are counted; then from this head
 * on is read again until the same comes twice.
 *
 * Yields each state of an order once, oldest first.
 */
export async function* readFeed(
  window: FeedWindow,
  most_pages = MOST_PAGES
): AsyncGenerator<RawOrder[]> {
  const calls = { left: most_pages }
  const seen = new Set<string>()
  let head: Date | null = window.from
  while (head) {
    const stretch: Stretch = await readStretch(window, head, seen, calls)
    yield stretch.fresh.sort(
      (one, other) => Number(window.timeOf(one)) - Number(window.timeOf(other))
    )
    head = stretch.next
  }
}

/** What came from one head on, and where the next one is; null at the end. */
type Stretch = { fresh: RawOrder[]; next: Date | null }

async function readStretch(
  window: FeedWindow,
  head: Date,
  seen: Set<string>,
  calls: { left: number }
): Promise<Stretch> {
  const fresh: RawOrder[] = []
  let before: string | null = null
  for (;;) {
    const states: string[] = []
    let next: Date | null = null
    let page = 0
    for (let more = true; more && !next;) {
      if (calls.left-- <= 0) {
        throw endless("orders")
      }
      const found = await window.fetchPage(head, ++page)
      const { orders, last_page, rows = orders.length } = found
      states.push(...orders.map(stateOf))
      fresh.push(...takeFresh(orders, window, seen))
      more = rows > 0 && (page < last_page || rows >= PAGE_SIZE)
      next = more ? nextHead(orders, window, head) : null
    }
    const now = states.join()
    if (page === 1 || now === before) {
      return { fresh, next }
    }
    before = now
  }
}

function stateOf(order: RawOrder): string {
  const { external_id, raw_status, external_updated_at } = order
  return [external_id, raw_status, Number(external_updated_at)].join()
}

/** Orders of the window that have not come in this state before. */
function takeFresh(
  orders: RawOrder[],
  { from, to, timeOf }: FeedWindow,
  seen: Set<string>
): RawOrder[] {
  return orders.filter((order) => {
    const state = stateOf(order)
    const time = timeOf(order)
    const inside = isUnknown(time) || (time >= from && time < to)
    return inside && !seen.has(state) && seen.add(state)
  })
}

/**
 * The time to go on from: the last one of a sorted page, when it leads on. Orders that
 * have changed since they were sorted lie behind the window and lead nowhere.
 */
function nextHead(
  orders: RawOrder[],
  { to, timeOf }: FeedWindow,
  head: Date
): Date | null {
  const times = orders
    .map(timeOf)
    .filter((time) => time < to && !isUnknown(time))
    .map(Number)
  const sorted = times.every(
    (time, index) => !index || times[index - 1] <= time
  )
  const last = times[times.length - 1]
  return sorted && last > Number(head) ? new Date(last) : null
}

/** An order without a readable time; it is kept, so that it can be parked. */
function isUnknown(time: Date): boolean {
  return Number(time) === 0
}
