import { JsonValue } from "../../domain/shared/json"

type Params = { [name: string]: JsonValue }

/** English sentences of result lines; the screens have them in both languages. */
const MESSAGES: Record<string, string> = {
  imported: "{channel} · Order {id} · downloaded",
  updated: "{channel} · Order {id} · updated: {from} → {to}",
  moved_back: "{channel} · Order {id} · moved back: {from} → {to}",
  unchanged: "{channel} · Order {id} · no change",
  ignored: "{channel} · Order {id} · ignored ({rule})",
  listing_not_downloaded:
    "{channel} · Order {id} · Product {product} has not been downloaded",
  listing_not_linked:
    "{channel} · Order {id} · Product {product} is not linked",
  out_of_window:
    "{channel} · Order {id} · last updated more than {days} days ago",
  unknown_status: "{channel} · Order {id} · the status {status} is unknown",
  currency_not_supported:
    "{channel} · Order {id} · the store does not have the currency {currency}",
  totals_do_not_add_up:
    "{channel} · Order {id} · the marketplace's total is {stated}, the parts give {computed}",
  warehouse_not_mapped:
    "{channel} · Order {id} · the marketplace warehouse {warehouse} has no stock location",
  variant_deleted:
    "{channel} · Order {id} · Product {product} is linked to a deleted variant",
  sales_channel_disabled:
    "{channel} · Order {id} · the channel's sales channel is disabled",
  payload_not_understood:
    "{channel} · Order {id} · {path} cannot be understood: {reason}",
  refused_by_medusa: "{channel} · Order {id} · Medusa refused it: {reason}",
  created: "{channel} · Product {product} · downloaded",
  changed: "{channel} · Product {product} · changed",
  gone: "{channel} · Product {product} · no longer on the marketplace",
  product_created: "{channel} · Product {product} · created in Medusa",
  linked: "{channel} · Product {product} · linked to {sku}",
  failed: "{channel} · {id} · failed: {reason}",
}

/** The sentence of a result line, placeholders filled. */
export function resultMessage(
  code: string,
  channel: string,
  id: string,
  params: Params
): string {
  const values: Params = { ...params, channel, id }
  return (MESSAGES[code] ?? `{channel} · {id} · ${code}`).replace(
    /\{(\w+)\}/g,
    (_, name: string) => String(values[name] ?? "")
  )
}
