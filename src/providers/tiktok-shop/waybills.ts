import { ParcelKey } from "../../domain/provider/arranges-shipments"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { Waybill, WaybillWish } from "../../domain/provider/gives-waybills"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { understand } from "./answer"
import { TikTokShopClient } from "./client"
import { fieldsOf } from "./mappers"
import { WireDocument } from "./types"

/** A PDF names itself near its beginning. */
const PDF_MARK = "%PDF-"
const MARK_WITHIN = 1024

/**
 * Asks for the waybill's address and fetches it at once: TikTok keeps it for a day.
 * @throws {MarketplaceError} `not_ready` while TikTok is making it; `rejected` before the
 * parcel is arranged and after it was collected.
 */
export async function readWaybill(
  client: TikTokShopClient,
  access: ChannelAccess,
  parcel: ParcelKey,
  { size, with_packing_slip }: WaybillWish
): Promise<Waybill> {
  const data = await client.call(access, {
    method: "GET",
    path: `/fulfillment/202309/packages/${encodeURIComponent(parcel.external_id)}/shipping_documents`,
    query: {
      shop_cipher: access.channel.provider_data.shop_cipher,
      document_type: with_packing_slip
        ? "SHIPPING_LABEL_AND_PACKING_SLIP"
        : "SHIPPING_LABEL",
      document_size: size,
    },
    effect: "read",
    lane: "orders",
  })
  const { url, tracking_number } = understand("answer about a waybill", () => {
    const document = fieldsOf<WireDocument>(data)
    return {
      url: document.text("doc_url"),
      tracking_number: document.text("tracking_number"),
    }
  })
  if (url === null) {
    throw failure("not_ready", "the waybill is still being made")
  }
  const content = await client.document(url)
  if (!isPdf(content)) {
    throw failure("invalid_response", "the waybill is no PDF")
  }
  return { kind: "pdf", content, tracking_number }
}

function isPdf(content: Uint8Array): boolean {
  return Buffer.from(content.subarray(0, MARK_WITHIN)).includes(PDF_MARK)
}

function failure(
  kind: "not_ready" | "invalid_response",
  reason: string
): MarketplaceError {
  return new MarketplaceError({ kind, message: `TikTok Shop: ${reason}` })
}
