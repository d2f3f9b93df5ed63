import { JsonValue } from "../../domain/shared/json"
import { RunResultLine } from "../../modules/marketplace-channel/services/run-log"
import { Channel } from "../orders/channel"
import { resultMessage } from "../runs/result-message"

type Subject = {
  external_product_id: string
  external_sku_id: string
  title: string
  sku_title: string | null
  seller_sku: string | null
}

/** A result line about one listing; `params.product` is the name staff know it by. */
export function listingResult(
  channel: Pick<Channel, "id" | "name">,
  listing: Subject,
  code: string,
  more: { [name: string]: JsonValue } = {}
): RunResultLine {
  const { external_product_id, external_sku_id } = listing
  const params = {
    product: fullName(listing),
    sku: listing.seller_sku,
    external_sku_id,
    ...more,
  }
  return {
    channel_id: channel.id,
    channel_name: channel.name,
    external_id: external_product_id,
    subject: external_sku_id,
    code,
    params,
    message: resultMessage(code, channel.name, external_product_id, params),
  }
}

function fullName({ title, sku_title }: Subject): string {
  return sku_title ? `${title} (${sku_title})` : title
}
