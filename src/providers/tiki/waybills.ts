import { ParcelKey } from "../../domain/provider/arranges-shipments"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { Waybill } from "../../domain/provider/gives-waybills"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { Download } from "../shared/download"
import { understand } from "./answer"
import { TikiClient } from "./client"
import { Fields, fieldsOf, mapHistory, trackingNumberOf } from "./mappers"
import { meaningOf } from "./statuses"
import { WireLabels, WireOrder, WireShipping } from "./types"

/** How an order's fulfilment is called in the address of its labels. */
const MODELS: Record<string, string> = {
  tiki_delivery: "tiki-delivery",
  dropship: "dropship",
  seller_delivery: "seller-delivery",
  cross_border: "cross-border",
}

/**
 * Fetches the page that Tiki makes for a parcel; Tiki knows one form of it, so that a wish
 * for a size changes nothing.
 *
 * The page has no part in any calculation: it is given as it comes, and who shows it has to
 * keep its scripts from running.
 * @throws {MarketplaceError} `rejected` before the order is confirmed, once it is cancelled
 * and for a fulfilment without labels; `not_ready` while there is no page yet; `not_found`
 * for an order that Tiki does not know.
 */
export async function readWaybill(
  client: TikiClient,
  access: ChannelAccess,
  parcel: ParcelKey
): Promise<Waybill> {
  const code = orderOf(parcel)
  const path = `/v2/orders/${encodeURIComponent(code)}`
  const json = await client.call(access, {
    method: "GET",
    path,
    query: { include: "status_histories" },
    effect: "read",
    lane: "orders",
  })
  const { model, tracking_number } = understand("order", () => {
    const order = fieldsOf<WireOrder>(json)
    requirePrintable(order, code)
    return {
      model: modelOf(order, code),
      tracking_number: trackingNumberOf(order.object<WireShipping>("shipping")),
    }
  })
  const url = await readAddress(client, access, `${path}/${model}/labels`, code)
  const content = readPage(await fetchPage(client, url, code))
  return { kind: "html", content, tracking_number, base_url: url }
}

/** One order is one parcel. */
function orderOf({ external_id, order_external_ids }: ParcelKey): string {
  return order_external_ids[0] ?? external_id
}

/** Tells in clear words what Tiki would only refuse. */
function requirePrintable(order: Fields<WireOrder>, code: string): void {
  const earlier = mapHistory(order).map((step) => step.raw_status)
  const meaning = meaningOf(order.required("status"), earlier)
  if (meaning.kind === "cancelled") {
    throw refuse("rejected", code, "is cancelled: it has no label any more")
  }
  const is_new =
    meaning.kind === "not_yet_with_seller" ||
    (meaning.kind === "status" && meaning.status === "new")
  if (is_new && !order.flag("dropship_already")) {
    throw refuse(
      "rejected",
      code,
      "is not confirmed yet: it has no label before"
    )
  }
}

function modelOf(order: Fields<WireOrder>, code: string): string {
  const type = order.text("fulfillment_type") ?? ""
  const model = Object.hasOwn(MODELS, type) ? MODELS[type] : undefined
  if (!model) {
    throw refuse("rejected", code, `has no label (fulfilment "${type}")`)
  }
  return model
}

/** Where the page is; which of the two fields is filled in depends on the fulfilment. */
async function readAddress(
  client: TikiClient,
  access: ChannelAccess,
  path: string,
  code: string
): Promise<string> {
  const json = await orNotReady(code, () =>
    client.call(access, {
      method: "GET",
      path,
      query: { format: "html" },
      effect: "read",
      lane: "orders",
    })
  )
  const address = understand("label", () => {
    const labels = fieldsOf<WireLabels>(json)
    return (
      labels.text("shipping_label_url") ?? labels.text("shipping_stamp_url")
    )
  })
  if (!address) {
    throw refuse("not_ready", code, "has no label yet; try again in a moment")
  }
  return address
}

function fetchPage(
  client: TikiClient,
  url: string,
  code: string
): Promise<Download> {
  return orNotReady(code, () => client.page(url))
}

/** What is not there of an order that is printable is still being made. */
async function orNotReady<T>(code: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof MarketplaceError && error.kind === "not_found") {
      throw refuse("not_ready", code, "has no label yet; try again in a moment")
    }
    throw error
  }
}

const BEGINS_AS_HTML = /^\s*(<!--|<!doctype\s+html|<[a-z][^>]*>)/i

function readPage({ bytes }: Download): string {
  const text = new TextDecoder().decode(bytes)
  if (!BEGINS_AS_HTML.test(text)) {
    throw new MarketplaceError({
      kind: "invalid_response",
      message: "Tiki: the label is no page that can be printed",
    })
  }
  return text
}

function refuse(
  kind: "rejected" | "not_ready",
  code: string,
  reason: string
): MarketplaceError {
  return new MarketplaceError({
    kind,
    message: `Tiki: order ${code} ${reason}`,
  })
}
