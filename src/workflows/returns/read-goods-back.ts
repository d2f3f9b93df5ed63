import { MedusaContainer } from "@medusajs/framework/types"
import {
  BuyerRequestKind,
  BuyerRequestState,
} from "../../domain/returns/buyer-request"
import { StoredReceipt } from "../../modules/marketplace-channel/services/receipt-book"
import { marketplacesOf } from "../marketplaces"
import { SettlingRequest } from "../orders/settling-order"

/** What came back of orders and what buyers want to send back, by channel order. */
export type GoodsBackOfOrders = {
  receipts: Map<string, StoredReceipt[]>
  requests: Map<string, SettlingRequest[]>
}

/** Reads receipts and buyers' requests; orders that nobody sends back are left out. */
export async function readGoodsBack(
  container: MedusaContainer,
  rows: { id: string }[]
): Promise<GoodsBackOfOrders> {
  const ids = rows.map(({ id }) => id)
  if (!ids.length) {
    return { receipts: new Map(), requests: new Map() }
  }
  const marketplaces = marketplacesOf(container)
  const [receipts, requests] = await Promise.all([
    marketplaces.receipts.listOf(ids),
    marketplaces.listMarketplaceBuyerRequests(
      { channel_order_id: ids },
      {
        select: [
          "id",
          "channel_order_id",
          "kind",
          "state",
          "lines",
          "received_at",
          "medusa_return_ids",
        ],
      }
    ),
  ])
  return {
    receipts: byOrder(receipts, (receipt) => receipt),
    requests: byOrder(requests, (request) => ({
      id: request.id,
      kind: request.kind as BuyerRequestKind,
      state: request.state as BuyerRequestState,
      lines: request.lines as unknown as SettlingRequest["lines"],
      received_at: request.received_at,
      medusa_return_ids: request.medusa_return_ids as string[],
    })),
  }
}

function byOrder<Row extends { channel_order_id: string | null }, Kept>(
  rows: Row[],
  toKept: (row: Row) => Kept
): Map<string, Kept[]> {
  const groups = new Map<string, Kept[]>()
  for (const row of rows) {
    const id = row.channel_order_id ?? ""
    groups.set(id, [...(groups.get(id) ?? []), toKept(row)])
  }
  return groups
}
