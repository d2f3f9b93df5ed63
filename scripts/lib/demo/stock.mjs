import { setTimeout as sleep } from "node:timers/promises"

const PAGE = 100
const LOOK_AGAIN_MS = 250
/** A number waits for the channel's first look at its orders, and to be read back. */
const MOST_MS = 60_000

/** Something is still to come of itself. */
const UNDER_WAY = ["held", "pushed", "unresolved"]

/**
 * Has the marketplaces show the shop's stock, and waits until they do or nothing more comes.
 *
 * @returns how many listings the shop's stock is shown for, their units in all, and how
 *   many stand in each state
 */
export async function pushStock(client, channels) {
  const asked_at = Date.now()
  let expected = 0
  for (const { id } of channels) {
    const { listings } = await client.post("/admin/marketplaces/stock/pushes", {
      channel_id: id,
    })
    expected += listings
  }
  for (;;) {
    const stock = await allStock(client, channels)
    const done = stock.filter((one) => isSettled(one, asked_at)).length
    if (done >= expected || Date.now() - asked_at > MOST_MS) {
      return stockTotals(stock)
    }
    await sleep(LOOK_AGAIN_MS)
  }
}

/** Every listing of the channels whose stock was looked at. */
export async function allStock(client, channels) {
  const chosen = channels.map(({ id }) => `channel_id=${id}`).join("&")
  const stock = []
  for (;;) {
    const page = await client.get(
      `/admin/marketplaces/stock?${chosen}&limit=${PAGE}&offset=${stock.length}&order=title`
    )
    stock.push(...page.stock)
    if (page.stock.length < PAGE) {
      return stock
    }
  }
}

function isSettled({ state, behind_since, looked_at }, since) {
  return (
    Date.parse(looked_at) >= since &&
    !UNDER_WAY.includes(state) &&
    behind_since === null
  )
}

function stockTotals(stock) {
  const by_state = {}
  for (const { state } of stock) {
    by_state[state] = (by_state[state] ?? 0) + 1
  }
  return {
    followed: stock.length,
    shown: stock.reduce((sum, { seen }) => sum + (seen ?? 0), 0),
    by_state,
  }
}

/**
 * What each listing should show in each warehouse that is mapped, beside what the
 * marketplace's books say.
 *
 * @param channels of one marketplace
 * @param shops of its books
 */
export async function stockBesideBooks(client, providerId, channels, shops) {
  const sku_ids = await skuIds(client, channels)
  const stock = await allStock(client, channels)
  return stock.flatMap(({ listing_id, channel_id, seller_sku, warehouses }) => {
    const { external_id } = channels.find(({ id }) => id === channel_id)
    const sku_id = sku_ids.get(listing_id)
    const kept = shops
      .find(({ shop_id }) => shop_id === external_id)
      ?.stock.find((one) => one.sku_id === sku_id)
    return warehouses
      .filter(({ wanted }) => wanted !== null)
      .map(({ warehouse_external_id, wanted }) => [
        `${providerId}: ${seller_sku ?? sku_id} in ${warehouse_external_id}`,
        wanted,
        kept?.warehouses[warehouse_external_id]?.available,
      ])
  })
}

async function skuIds(client, channels) {
  const chosen = channels.map(({ id }) => `channel_id=${id}`).join("&")
  const sku_ids = new Map()
  for (;;) {
    const { listings } = await client.get(
      `/admin/marketplaces/listings?${chosen}&limit=${PAGE}&offset=${sku_ids.size}`
    )
    listings.forEach(({ id, external_sku_id }) =>
      sku_ids.set(id, external_sku_id)
    )
    if (listings.length < PAGE) {
      return sku_ids
    }
  }
}
