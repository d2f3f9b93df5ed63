import { marketplacesOf } from "../marketplaces"
import { MedusaContainer } from "@medusajs/framework/types"
import { parcelKey } from "../packing/find-parcels"
import { LoadedParcel } from "./load-parcels"
import { followMarks } from "./mark-parcels"

/** Takes *packed* marks back with what was counted, and lets the orders follow. */
export async function unpackParcels(
  container: MedusaContainer,
  parcels: LoadedParcel[],
  { actor, reason }: { actor: string; reason: string | null }
): Promise<void> {
  const { packing } = marketplacesOf(container)
  for (const parcel of parcels) {
    await packing.undoPacked({
      channel_id: parcel.channel.id,
      parcel_external_id: parcelKey(parcel),
      channel_order_ids: parcel.shares.map(({ row }) => row.id),
      mark_parcel_external_id: parcel.external_id,
      actor,
      reason,
    })
  }
  await followMarks(container, parcels, { source: "hand", actor })
}
