import { hash } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { LocalMove } from "../../domain/parcels/local-moves"
import { packedUnits } from "../../domain/parcels/packed-units"
import { ParcelMarkKind } from "../../domain/parcels/parcel-mark"
import { NewParcelMark } from "../../modules/marketplace-channel/services/parcel-marks"
import { marketplacesOf } from "../marketplaces"
import { importOrders } from "../orders/import-orders"
import { LoadedParcel } from "./load-parcels"
import { sharesIn } from "./shares-in"

export type MarkCause = {
  kind: ParcelMarkKind
  source: NewParcelMark["source"]
  /** What caused it, for example a run's or a handover's id: the same cause marks once. */
  cause_id: string
  /** A user id, or `system`. */
  actor: string
  reason?: string | null
  run_id?: string | null
  handover_id?: string | null
}

/**
 * Marks parcels and lets their orders follow: statuses are computed anew from the stored
 * copies, and Medusa's orders move after them. Whether the move is allowed is for the caller
 * to judge, just before.
 */
export async function markParcels(
  container: MedusaContainer,
  parcels: LoadedParcel[],
  cause: MarkCause
): Promise<void> {
  const { parcelMarks } = marketplacesOf(container)
  await parcelMarks.add(marksOn(parcels, cause))
  await followMarks(container, parcels, cause)
}

const MOVE_OF: Record<ParcelMarkKind, LocalMove> = {
  waybill_printed: "print_waybill",
  packed: "pack",
  handed_over: "hand_over",
  received_back: "receive_back",
}

/** The marks of one cause, on the share of every order that takes part in these parcels. */
export function marksOn(
  parcels: LoadedParcel[],
  { cause_id, ...cause }: MarkCause
): NewParcelMark[] {
  const move = MOVE_OF[cause.kind]
  return parcels.flatMap(({ channel, external_id, shares }) =>
    sharesIn(move, { shares }).map(({ row, order, parcel, facts }) => ({
      ...cause,
      id: markId(cause.kind, cause_id, row.id, external_id),
      channel_id: channel.id,
      channel_order_id: row.id,
      parcel_external_id: external_id,
      recipient_key:
        cause.kind === "waybill_printed" ? facts.recipient_key : null,
      contents: cause.kind === "packed" ? packedUnits(order, parcel) : null,
    }))
  )
}

/** Plans the parcels' orders anew, channel by channel. */
export async function followMarks(
  container: MedusaContainer,
  parcels: LoadedParcel[],
  { source, actor }: Pick<MarkCause, "source" | "actor">
): Promise<void> {
  const channels = new Map(
    parcels.map(({ channel }) => [channel.id, channel] as const)
  )
  for (const channel of channels.values()) {
    const ids = parcels
      .filter((parcel) => parcel.channel.id === channel.id)
      .flatMap(({ shares }) => shares.map(({ row }) => row.id))
    await importOrders(container, {
      channel,
      ids: [...new Set(ids)],
      source,
      actor,
    })
  }
}

function markId(...parts: (string | null)[]): string {
  return `mpmark_${hash("sha256", parts.join(" ")).slice(0, 26)}`
}
