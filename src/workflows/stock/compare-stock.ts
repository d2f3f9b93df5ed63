import { ChannelAccess } from "../../domain/provider/channel-access"
import { PushesStock, WarehouseStock } from "../../domain/provider/pushes-stock"
import { isUnchanged } from "../../domain/stock/is-unchanged"
import { lookAtListings } from "../../domain/stock/look-at-listings"
import { StockListingRow } from "../../modules/marketplace-channel/stock-rows"
import { FlowContext } from "../flows/flow-context"
import { followStockNow } from "./follow-stock-now"
import { readStocks } from "./read-stocks"
import { sortOut, toStockFacts } from "./stock-facts"

/** A listing's id by the marketplace's SKU id. */
type Left = ReadonlyMap<string, string>

/** Listings that are compared together, and what the marketplace shows of them, by id. */
type Batch = {
  listing_ids: string[]
  read(
    looking: StockListingRow[]
  ): Promise<ReadonlyMap<string, WarehouseStock[]>>
}

/**
 * Compares listings with what the marketplace shows and with what they should show, and names
 * those that are not as the last look left them, to be looked at: nothing is remembered or
 * decided here, so what is read may be a little old.
 *
 * In as few calls as the marketplace allows: by batches of `stock_read_batch_size`, or by the
 * pages of `readAllStock`. For 1,000 listings TikTok Shop takes 2 calls, Tiki 20; each listing
 * that differs costs its look on top.
 */
export async function compareStock(
  context: FlowContext,
  provider: PushesStock,
  left: Left
): Promise<void> {
  const { container, marketplaces, channel, flow } = context
  const { stockNudges, stockSweeps } = marketplaces
  const access = marketplaces.access.open(channel)
  const rest = new Set(left.values())
  const name = async (listing_ids: string[]) =>
    followStockNow(
      container,
      await stockNudges.addListings(listing_ids, "sweep")
    )
  for await (const batch of batches(provider, access, left)) {
    const { unchanged, others } = await compare(context, provider, batch)
    await stockSweeps.noteCompared(unchanged, new Date())
    await name(others)
    batch.listing_ids.forEach((id) => rest.delete(id))
    await marketplaces.flows.getOn(flow)
  }
  await name([...rest])
}

async function* batches(
  provider: PushesStock,
  access: ChannelAccess,
  left: Left
): AsyncGenerator<Batch> {
  if (provider.readAllStock) {
    for await (const page of provider.readAllStock(access)) {
      const shown = new Map(
        page.flatMap(({ listing, warehouses }) => {
          const id = left.get(listing.external_sku_id)
          return id ? [[id, warehouses] as const] : []
        })
      )
      yield { listing_ids: [...shown.keys()], read: async () => shown }
    }
    return
  }
  const ids = [...left.values()]
  const size = provider.stock_read_batch_size
  for (let start = 0; start < ids.length; start += size) {
    yield {
      listing_ids: ids.slice(start, start + size),
      read: async (looking) =>
        (await readStocks(provider, access, looking)).readings,
    }
  }
}

async function compare(
  { marketplaces, channel }: FlowContext,
  provider: PushesStock,
  { listing_ids, read }: Batch
): Promise<{ unchanged: string[]; others: string[] }> {
  const locations = new Map(
    channel.settings.warehouses.map(({ external_id, stock_location_id }) => [
      external_id,
      stock_location_id,
    ])
  )
  const rows = await marketplaces.stockBook.readFacts(channel.id, listing_ids, [
    ...locations.values(),
  ])
  const { looking, resting } = sortOut(rows.listings)
  const now = new Date()
  const facts = toStockFacts(rows, looking, {
    channel,
    causes: new Map(),
    obstacle: null,
    written_stock: provider.written_stock,
    now,
  })
  const looks = lookAtListings(facts, await read(looking), {
    locations,
    largest_quantity: provider.largest_stock_quantity,
    now,
    // What is remembered is not given up here.
    feed_read_at: null,
    window_ms: 0,
  })
  const listings = new Map(facts.listings.map((one) => [one.listing_id, one]))
  const states = new Map(looking.map(({ id, state }) => [id, state]))
  const unchanged = new Set([
    ...resting.flatMap(({ row, state }) => (row.state === state ? row.id : [])),
    ...looks.flatMap((look) => {
      const listing = listings.get(look.listing_id)
      const state = states.get(look.listing_id) ?? null
      return listing && isUnchanged(look, listing, state) ? look.listing_id : []
    }),
  ])
  return {
    unchanged: [...unchanged],
    others: listing_ids.filter((id) => !unchanged.has(id)),
  }
}
