import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  defaultSettings,
  SettingsPatch,
} from "../../domain/channels/settings-rules"
import { pushesStock, WarehouseStock } from "../../domain/provider/pushes-stock"
import { Look, lookAtListings } from "../../domain/stock/look-at-listings"
import { overriddenRules } from "../../domain/stock/merge-override"
import { outlineWanted, WantedOutline } from "../../domain/stock/outline-wanted"
import { StockRules } from "../../domain/stock/stock-rules"
import { StockState } from "../../domain/stock/stock-state"
import {
  StockFactRows,
  StockListingRow,
} from "../../modules/marketplace-channel/stock-rows"
import { applySettings } from "../channels/check-settings"
import { marketplacesOf } from "../marketplaces"
import { Channel, listChannels } from "../orders/channel"
import { sortOut, toStockFacts } from "./stock-facts"

/** Listings that are shown when none are named. */
const SHOWN = 20

/** Only what decides about a number. */
export type PreviewSettings = Pick<
  SettingsPatch,
  "buffer" | "share" | "cap" | "minimum"
>

/** What a listing would show; units. */
export type StockPreview = {
  listing_id: string
  title: string
  sku_title: string | null
  seller_sku: string | null
  /** By the rules of today, and by the new ones; null where nothing is written. */
  now: number | null
  then: number | null
  /** Why the new number is what it is. */
  why: {
    decided_by: WantedOutline["decided_by"] | StockState
    steps: WantedOutline["steps"]
    /** Rules that the listing has of its own: a change of the channel's does not reach it. */
    overridden: (keyof StockRules)[]
  }
}

/**
 * What changed rules would do to a channel's numbers. Medusa's stock is read afresh, the
 * marketplace is taken as it was last seen; nothing is written.
 * @param skus the seller's or the marketplace's; the first listings by name when left out.
 * @throws {MedusaError} for an unknown channel, or settings that may not be saved.
 */
export async function previewStock(
  container: MedusaContainer,
  input: { channel_id: string; settings: PreviewSettings; skus?: string[] }
): Promise<StockPreview[]> {
  const marketplaces = marketplacesOf(container)
  const { stockBook, stockReader, providers } = marketplaces
  const [channel] = await listChannels(marketplaces, [input.channel_id])
  if (!channel) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no channel ${input.channel_id}. It may have been disconnected.`
    )
  }
  const provider = providers.retrieve(channel.provider_id)
  const { default_settings } = provider.description
  const settings = applySettings(
    channel.settings,
    input.settings,
    defaultSettings(default_settings, channel.created_at)
  )
  const ids = await stockReader.listFollowed(
    { channel_id: channel.id, skus: input.skus },
    input.skus ? null : SHOWN
  )
  const views = await stockReader.views(ids)
  const rows = await stockBook.readFacts(
    channel.id,
    ids,
    channel.settings.warehouses.map(
      ({ stock_location_id }) => stock_location_id
    )
  )
  const { looking, resting } = sortOut(rows.listings)
  const largest = pushesStock(provider)
    ? provider.largest_stock_quantity
    : undefined
  const now = looksOf(rows, looking, channel, largest)
  const then = looksOf(rows, looking, { ...channel, settings }, largest)
  return views.map(
    ({ listing_id, title, sku_title, seller_sku, override }) => ({
      listing_id,
      title,
      sku_title,
      seller_sku,
      now: now.get(listing_id)?.quantity ?? null,
      then: then.get(listing_id)?.quantity ?? null,
      why: {
        decided_by:
          resting.find(({ row }) => row.id === listing_id)?.state ??
          then.get(listing_id)?.decided_by ??
          "not_mapped",
        steps: then.get(listing_id)?.steps ?? [],
        overridden: overriddenRules(override),
      },
    })
  )
}

function looksOf(
  rows: StockFactRows,
  looking: StockListingRow[],
  channel: Channel,
  largest_quantity: number | undefined
): Map<string, WantedOutline> {
  const now = new Date()
  const looks: Look[] = lookAtListings(
    toStockFacts(rows, looking, {
      channel,
      causes: new Map(),
      obstacle: null,
      written_stock: undefined,
      now,
    }),
    new Map(looking.map((row) => [row.id, lastSeen(row, channel)])),
    {
      locations: new Map(
        channel.settings.warehouses.map(
          ({ external_id, stock_location_id }) => [
            external_id,
            stock_location_id,
          ]
        )
      ),
      largest_quantity,
      now,
      // What was remembered at the last look is kept: nothing is known of orders since.
      feed_read_at: null,
      window_ms: channel.settings.unseen_window_minutes * 60_000,
    }
  )
  return new Map(looks.map((look) => [look.listing_id, outlineWanted(look)]))
}

/** What the marketplace is expected to show; nothing where it was never looked at. */
function lastSeen(row: StockListingRow, channel: Channel): WarehouseStock[] {
  return row.cells.length
    ? row.cells.map(({ warehouse_external_id, expected, committed }) => ({
        warehouse_external_id,
        available: expected ?? 0,
        committed,
      }))
    : channel.settings.warehouses.map(({ external_id }) => ({
        warehouse_external_id: external_id,
        available: 0,
        committed: null,
      }))
}
