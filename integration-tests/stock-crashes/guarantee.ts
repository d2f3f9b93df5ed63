import { StockShop, TIKI_BUFFER } from "./shop"
import { Decided, Listing, Shown, Stocked } from "./witness"

/** A write of the plugin's, from the marketplaces' own logs. */
type Write = {
  at: number
  listing_id: string
  /** As it was sent. */
  asked: number | null
}

export type Judged = {
  writes: number
  /** Writes that were not on record before they arrived. */
  unrecorded: Write[]
  /** Writes of more than was left after every sale that counters had shown. */
  broken: (Write & {
    offered: number
    most: number
    stocked: number
    shown: number[]
    /** How long before the decision the others' looks were stored. */
    known_for_ms: number[]
  })[]
}

/** A look of another channel that ended so shortly before is not known to everybody yet. */
const JUST_NOW_MS = 250

/**
 * Judges every write by what was known when it was decided: what lay on the shelf, what its
 * own reading showed as sold, and what stored readings of the other channel did.
 */
export async function brokenWrites(shop: StockShop): Promise<Judged> {
  const { witness, tiki } = shop
  const listings = (await witness.listings()).flatMap(
    ({ inventory_item_id: item, ...one }) => (item ? { ...one, item } : [])
  )
  const shown = groups(await witness.shown(), ({ listing_id }) => listing_id)
  const stocked = groups(
    await witness.stockings(),
    ({ inventory_item_id }) => inventory_item_id
  )
  const decided = groups(
    await witness.decided(),
    ({ listing_id }) => listing_id
  )
  const judged: Judged = { writes: 0, unrecorded: [], broken: [] }
  for (const listing of listings) {
    const others = listings.filter(
      ({ id, item }) => item === listing.item && id !== listing.id
    )
    const on_tiki = listing.channel_id === tiki.id
    const buffer = on_tiki ? TIKI_BUFFER : 0
    for (const write of writesOf(shop, listing)) {
      judged.writes += 1
      const decision = last<Decided>(
        (decided.get(listing.id) ?? []).filter(
          ({ quantity, committed }) =>
            // Tiki is told what lies there, units of open orders included.
            write.asked === quantity + (on_tiki ? committed : 0)
        ),
        ({ sent_at }) => sent_at,
        write.at
      )
      if (!decision) {
        judged.unrecorded.push(write)
        continue
      }
      const { sent_at, committed, quantity } = decision
      const on_shelf =
        last<Stocked>(stocked.get(listing.item) ?? [], ({ at }) => at, sent_at)
          ?.units ?? 0
      const looks = others.flatMap(
        ({ id }) =>
          last<Shown>(
            shown.get(id) ?? [],
            ({ at }) => at,
            sent_at - JUST_NOW_MS
          ) ?? []
      )
      const sold = [committed, ...looks.map((look) => look.committed)]
      const most = sold.reduce((left, units) => left - units, on_shelf) - buffer
      if (quantity > Math.max(most, 0)) {
        judged.broken.push({
          ...write,
          offered: quantity,
          most,
          stocked: on_shelf,
          shown: sold,
          known_for_ms: looks.map(({ at }) => sent_at - at),
        })
      }
    }
  }
  return judged
}

function writesOf(
  { sandbox, tiktok }: StockShop,
  listing: Pick<Listing, "id" | "channel_id" | "external_sku_id">
): Write[] {
  const { writes } =
    listing.channel_id === tiktok.id ? sandbox.tiktok.stock : sandbox.tiki.stock
  return writes
    .list(listing.external_sku_id)
    .filter(({ by, outcome }) => by === "app" && outcome === "done")
    .map(({ at, asked }) => ({ at, listing_id: listing.id, asked }))
}

function groups<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    map.set(key, [...(map.get(key) ?? []), row])
  }
  return map
}

/** The newest of rows in order of time that is no later than a moment. */
function last<T>(
  rows: T[],
  timeOf: (row: T) => number,
  moment: number
): T | undefined {
  return rows.filter((row) => timeOf(row) <= moment).at(-1)
}
