import { MedusaContainer } from "@medusajs/framework/types"
import { ReceivedLine } from "../../domain/returns/received-lines"
import { marketplacesOf } from "../marketplaces"
import { ScannedParcel } from "./scanned-parcels"

/** What was received of these parcels' orders, for this record and for others. */
export type ReceivedBefore = {
  /** For other records, by channel order. */
  earlier: Map<string, ReceivedLine[]>
  /** Keys of what this record has received: see {@link receiptKey}. */
  done: Set<string>
}

export async function receivedBefore(
  container: MedusaContainer,
  handover_id: string,
  parcels: ScannedParcel[]
): Promise<ReceivedBefore> {
  const ids = parcels.flatMap(({ found }) => found.order_ids)
  const receipts = ids.length
    ? await marketplacesOf(container).listMarketplaceReceipts(
        { channel_order_id: [...new Set(ids)] },
        {
          select: [
            "channel_order_id",
            "parcel_external_id",
            "buyer_request_id",
            "handover_id",
            "lines",
          ],
        }
      )
    : []
  const earlier = new Map<string, ReceivedLine[]>()
  for (const receipt of receipts) {
    if (receipt.handover_id !== handover_id) {
      const { channel_order_id, lines } = receipt
      earlier.set(channel_order_id, [
        ...(earlier.get(channel_order_id) ?? []),
        ...(lines as unknown as ReceivedLine[]),
      ])
    }
  }
  const own = receipts.filter((one) => one.handover_id === handover_id)
  return { earlier, done: new Set(own.map(receiptKey)) }
}

/** Tells receipts of a record apart. */
export function receiptKey(receipt: {
  channel_order_id: string
  parcel_external_id: string | null
  buyer_request_id: string | null
}): string {
  return [
    receipt.channel_order_id,
    receipt.parcel_external_id,
    receipt.buyer_request_id,
  ].join(" ")
}
