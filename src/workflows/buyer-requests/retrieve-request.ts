import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { BuyerRequestKind } from "../../domain/returns/buyer-request"
import { marketplacesOf } from "../marketplaces"

/** As far as answering a request looks at its row. */
export type RequestToAnswer = {
  id: string
  channel_id: string
  external_id: string
  order_external_id: string
  channel_order_id: string | null
  kind: BuyerRequestKind
}

/** @throws {MedusaError} NOT_FOUND. */
export async function retrieveRequest(
  container: MedusaContainer,
  id: string
): Promise<RequestToAnswer> {
  const [request] = await marketplacesOf(
    container
  ).listMarketplaceBuyerRequests(
    { id },
    {
      select: [
        "id",
        "channel_id",
        "external_id",
        "order_external_id",
        "channel_order_id",
        "kind",
      ],
    }
  )
  if (!request) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no buyer's request ${id}.`
    )
  }
  return { ...request, kind: request.kind as BuyerRequestKind }
}
