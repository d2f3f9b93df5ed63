import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { describeRequests } from "../buyer-requests/read-requests"

/**
 * What buyers ask for about an order, and what of it came back. Of several requests to cancel
 * the one that waits counts, else the newest.
 */
export async function readAfterSales(
  container: MedusaContainer,
  channel_order_id: string
) {
  const marketplaces = marketplacesOf(container)
  const [rows, receipts] = await Promise.all([
    marketplaces.listMarketplaceBuyerRequests(
      { channel_order_id },
      { order: { requested_at: "DESC" } }
    ),
    marketplaces.listMarketplaceReceipts(
      { channel_order_id },
      { order: { received_at: "ASC" } }
    ),
  ])
  const requests = await describeRequests(container, rows)
  const cancellations = requests.filter(({ kind }) => kind === "cancellation")
  return {
    returns: requests.filter(({ kind }) => kind !== "cancellation"),
    cancellation_request:
      cancellations.find(({ answers }) => answers.length > 0) ??
      cancellations.at(0) ??
      null,
    receipts,
  }
}
