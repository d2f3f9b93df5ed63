import { AskedChannels } from "../../domain/provider/asked-channels"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { Channel } from "../orders/channel"
import { channelFailure } from "../order-actions/channel-failure"
import { refreshOrders } from "../order-actions/reread-orders"
import { LoadedParcel, loadParcels } from "../parcels/load-parcels"
import { markParcels } from "../parcels/mark-parcels"
import { RunContext } from "../runs/run-context"
import { isPrinted, PrintCheckpoint, PrintedParcel } from "./print-checkpoint"

/** Parcels that are marked at once. */
const BATCH = 50

/**
 * Marks what a print job printed, for the address that it was printed for; repeating it marks
 * once. Parcels that were split or combined away since are left out.
 */
export async function markPrinted(
  context: RunContext,
  { parcels }: PrintCheckpoint,
  reason: string | null
): Promise<void> {
  const { container, run } = context
  const done = parcels.filter(isPrinted)
  const asked = new AskedChannels()
  for (let start = 0; start < done.length; start += BATCH) {
    const batch = done.slice(start, start + BATCH)
    const loaded = await loadParcels(container, [
      ...new Set(batch.flatMap(({ order_ids }) => order_ids)),
    ])
    const marked = batch.flatMap((one) => asPrinted(one, loaded) ?? [])
    await markParcels(container, marked, {
      kind: "waybill_printed",
      source: "print",
      cause_id: run.id,
      actor: run.created_by,
      reason,
      run_id: run.id,
    })
    await readNumbers(context, asked, batch, marked)
    await context.report({
      phase: "printing",
      done: start + batch.length,
      total: done.length,
    })
  }
}

/** The parcel as it is stored, with the addresses of its print. */
function asPrinted(
  { channel_id, external_id, order_ids, recipient_keys }: PrintedParcel,
  loaded: LoadedParcel[]
): LoadedParcel | null {
  const parcel = loaded.find(
    (one) => one.channel.id === channel_id && one.external_id === external_id
  )
  const keys = new Map(
    order_ids.map((id, index) => [id, recipient_keys[index] ?? null])
  )
  return parcel
    ? {
        ...parcel,
        shares: parcel.shares
          .filter(({ row }) => keys.has(row.id))
          .map((share) => ({
            ...share,
            facts: {
              ...share.facts,
              recipient_key: keys.get(share.row.id) ?? null,
            },
          })),
      }
    : null
}

/** Some marketplaces give the tracking number with the waybill: the orders' copies lack it. */
async function readNumbers(
  context: RunContext,
  asked: AskedChannels,
  batch: PrintedParcel[],
  loaded: LoadedParcel[]
): Promise<void> {
  const ids = new Set(
    batch.flatMap(({ is_new_number, order_ids }) =>
      is_new_number ? order_ids : []
    )
  )
  const channels = new Map<string, { channel: Channel; orders: Set<string> }>()
  for (const { channel, shares } of loaded) {
    const of = channels.get(channel.id) ?? { channel, orders: new Set() }
    channels.set(channel.id, of)
    shares
      .filter(({ row }) => ids.has(row.id))
      .forEach(({ row }) => of.orders.add(row.external_id))
  }
  for (const { channel, orders } of channels.values()) {
    if (asked.whyGivenUp(channel.id)) {
      continue
    }
    try {
      await refreshOrders(
        context.container,
        channel,
        [...orders].map((external_id) => ({ external_id })),
        "print"
      )
      asked.note(channel.id, null)
    } catch (error) {
      // The next reading of open orders brings it.
      if (error instanceof MarketplaceError) {
        asked.note(channel.id, error)
      } else {
        channelFailure(context, channel, error)
      }
    }
  }
}
