import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import {
  OldPhotos,
  Place,
} from "../../modules/marketplace-channel/services/retention"

/** Scans or receipts, each with ten photos at most. */
const BATCH = 20

/** Forgets photos of parcels: first the files, so that none is left that nothing names. */
export async function forgetPhotos(
  marketplaces: MarketplaceChannelModuleService,
  before: Date
): Promise<void> {
  const { retention } = marketplaces
  await forgetListed(marketplaces, "marketplace_scan", (place) =>
    retention.listOldScanPhotos(before, place, BATCH)
  )
  await forgetListed(marketplaces, "marketplace_receipt", (place) =>
    retention.listOldReceiptPhotos(before, place, BATCH)
  )
}

async function forgetListed(
  { files, retention }: MarketplaceChannelModuleService,
  table: "marketplace_scan" | "marketplace_receipt",
  list: (after: Place | null) => Promise<OldPhotos[]>
): Promise<void> {
  for (let place: Place | null = null; ;) {
    const old = await list(place)
    await files.discard(old.flatMap(({ photo_file_ids }) => photo_file_ids))
    await retention.notePhotosGone(
      table,
      old.map(({ id }) => id)
    )
    place = old.at(-1) ?? null
    if (old.length < BATCH) {
      return
    }
  }
}
