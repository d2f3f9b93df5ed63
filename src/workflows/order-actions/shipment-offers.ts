import {
  ArrangesShipments,
  ShipmentOffer,
  ShipmentWish,
} from "../../domain/provider/arranges-shipments"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { ActionTask } from "./action-task"
import { Channel } from "../orders/channel"
import { LoadedParcel } from "../parcels/load-parcels"
import { parcelKey } from "../parcels/parcel-key"

/** Arranging parcels of one channel. */
export type ArrangeTask = {
  channel: Channel
  provider: MarketplaceProvider & ArrangesShipments
  parcels: ActionTask["parcels"]
  wish: ShipmentWish
}

/**
 * Reads afresh where the shipments of parcels stand; those without an id are left out.
 * @returns offers by the marketplace's parcel id.
 * @throws {MarketplaceError} when they cannot be read.
 */
export async function readOffers(
  { provider }: Pick<ArrangeTask, "provider">,
  access: ChannelAccess,
  parcels: LoadedParcel[]
): Promise<Map<string, ShipmentOffer>> {
  const keys = parcels.flatMap((parcel) => parcelKey(parcel) ?? [])
  const offers = keys.length
    ? await provider.readShipmentOffers(access, keys)
    : []
  return new Map(offers.map((offer) => [offer.parcel.external_id, offer]))
}
