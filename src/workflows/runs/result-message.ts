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
  not_listed:
    "{channel} · Order {id} · the marketplace does not list it any more, so it stays as it was; look it up on the marketplace",
  not_known:
    "{channel} · Order {id} · the marketplace does not know this order in this shop; see whether the number is complete and the statement is this channel's",
  out_of_window_range:
    "{channel} · orders last updated more than {days} days ago are not read",
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
  set_not_made:
    "{channel} · Product {product} · is a set, so no product was made of it; link its parts first, then link the set to a variant that is made of them",
  confirmed: "{channel} · Order {id} · confirmed",
  refused: "{channel} · Order {id} · refused",
  already_confirmed: "{channel} · Order {id} · was confirmed already",
  already_refused: "{channel} · Order {id} · was refused already",
  not_offered:
    "{channel} · Order {id} · there is nothing to confirm (any more); read the order's status",
  lines_unknown:
    "{channel} · Order {id} · line {line} cannot be confirmed (any more), so nothing was sent; open the order and choose again",
  nothing_to_confirm:
    "{channel} · Order {id} · no line would be confirmed, which would cancel the order, so nothing was sent; refuse the order if that is meant",
  whole_order_only:
    "{channel} · Order {id} · this order can be confirmed only as a whole, so nothing was sent; confirm all of it or refuse it",
  may_not_refuse:
    "{channel} · Order {id} · the marketplace knows no way to refuse this order; ask its support",
  warehouse_unknown:
    "{channel} · Order {id} · the channel has no warehouse {warehouse}, so nothing was sent; test the channel to read its warehouses, then choose again",
  pickup_slot_gone:
    "{channel} · Order {id} · the pickup time {slot} is not to be had any more, so nothing was sent; choose another one",
  outcome_unknown:
    "{channel} · Order {id} · the marketplace's answer was lost, so it may have been done or not. It is not repeated by itself: look at the order on the marketplace in a minute, and try again only if it still waits",
  rejected: "{channel} · Order {id} · the marketplace refused: {reason}",
  unavailable:
    "{channel} · Order {id} · nothing was done, the marketplace cannot be reached ({reason}); try again later",
  not_supported: "{channel} · Order {id} · this marketplace has no such step",
  channel_paused:
    "{channel} · Order {id} · the channel is paused; resume it on the Channels page, then try again",
  channel_disconnected:
    "{channel} · Order {id} · the channel is disconnected; connect it again first",
  needs_authorization:
    "{channel} · Order {id} · the channel needs to be signed in again at the marketplace; do so on the Channels page, then try again",
  arranged: "{channel} · Order {id} · shipment arranged",
  printed: "{channel} · Order {id} · waybill printed",
  printed_as_html:
    "{channel} · Order {id} · waybill is in the run's second file, a web page to print from the browser",
  marked_packed: "{channel} · Order {id} · marked as packed",
  packed_undone: "{channel} · Order {id} · is no longer marked as packed",
  not_packed: "{channel} · Order {id} · was not marked as packed",
  marked_awaiting_collection:
    "{channel} · Order {id} · marked as awaiting collection",
  marked_returned: "{channel} · Order {id} · marked as returned",
  on_pick_list: "{channel} · Order {id} · is on the pick list",
  on_two_pick_lists:
    "{channel} · Order {id} · is on the pick list, and on open list {other} as well; see that its goods are fetched once",
  not_asked_yet:
    "{channel} · Order {id} · was not asked for yet; if the action has ended, start it again",
  partly_done:
    "{channel} · Order {id} · done for {done} of {total} parcels, not for {which}",
  moves_by_itself:
    "{channel} · Order {id} · the marketplace arranges the shipment by itself once the order is confirmed; confirm the order instead",
  arrange_later:
    "{channel} · Order {id} · the marketplace does not let it be arranged yet ({reason}); try again later",
  not_arrangeable:
    "{channel} · Order {id} · the marketplace has nothing to arrange for it, or not any more ({reason})",
  reason_required:
    "{channel} · Order {id} · its waybill was printed before, so nothing was printed; give a reason to print it again",
  being_printed:
    "{channel} · Order {id} · its waybill is just being printed by somebody else, so it was left out here",
  waybill_not_ready:
    "{channel} · Order {id} · the marketplace is still making the waybill; try again in a minute",
  waybill_unreadable:
    "{channel} · Order {id} · the marketplace's waybill cannot be read ({reason}); try again, or print it on the marketplace",
  not_in_shop:
    "{channel} · Order {id} · its goods are in the marketplace's warehouse, so there is nothing to do here",
  not_understood:
    "{channel} · Order {id} · the order cannot be understood, so nothing was done; open it to see why",
  nothing_to_pick: "{channel} · Order {id} · there is nothing to pick for it",
  not_confirmed:
    "{channel} · Order {id} · is not confirmed or arranged yet; do that first",
  already_arranged: "{channel} · Order {id} · was arranged already",
  already_packed: "{channel} · Order {id} · is packed already",
  already_handed_over: "{channel} · Order {id} · was handed over already",
  already_received: "{channel} · Order {id} · was received back already",
  cancelled: "{channel} · Order {id} · is cancelled; nothing is to go out",
  not_handed_over:
    "{channel} · Order {id} · has never left the shop, so it cannot come back",
  not_collected:
    "{channel} · Order {id} · no carrier has collected it yet, so nothing was received; if it has come back, download the order again first",
  on_its_way: "{channel} · Order {id} · is on its way already",
  delivered: "{channel} · Order {id} · is delivered already",
  coming_back: "{channel} · Order {id} · is coming back",
  on_hold:
    "{channel} · Order {id} · is put on hold by the marketplace; try again when it is free",
  buyer_cancel_requested:
    "{channel} · Order {id} · the buyer has asked to cancel; answer that first",
  address_changed:
    "{channel} · Order {id} · the address has changed since its waybill was printed; print it again first",
  cancelled_inside:
    "{channel} · Order {id} · another order in its parcel was cancelled after packing; take those goods out, undo the packing and pack the parcel anew",
  cancelled_units_inside:
    "{channel} · Order {id} · units in its parcel were cancelled after packing ({which}); take them out, undo the packing and pack the parcel anew",
  combined_parcel:
    "{channel} · Order {id} · its parcel also holds {which}, so nothing was recorded; scan the parcel for a record of returns and count all of it there",
  line_not_in_order: "{channel} · Order {id} · {reason}; nothing was recorded",
  too_many_units: "{channel} · Order {id} · {reason}; nothing was recorded",
  approved: "{channel} · Order {id} · the buyer's request is approved",
  rejected_request: "{channel} · Order {id} · the buyer's request is rejected",
  no_open_request:
    "{channel} · Order {id} · the buyer asks for nothing, or not any more",
  already_answered:
    "{channel} · Order {id} · the buyer's request was decided already",
  several_requests:
    "{channel} · Order {id} · the buyer has asked for several things, so nothing was answered; open the order and answer each",
  answer_not_offered:
    "{channel} · Order {id} · the marketplace does not let this request be answered so now",
  statement_imported:
    "{channel} · Statement {id} of {date} · downloaded, {lines} lines",
  statement_replaced:
    "{channel} · Statement {id} of {date} · the marketplace has changed it, so it was read anew, {lines} lines",
  statement_payment_changed:
    "{channel} · Statement {id} of {date} · its payment has changed",
  statement_unchanged: "{channel} · Statement {id} of {date} · no change",
  statement_unreadable:
    "{channel} · Statement {id} of {date} · cannot be understood, so nothing of it is kept: {reason}",
  payout_unreadable:
    "{channel} · Payout {id} of {date} · cannot be understood, so no statement is compared with it: {reason}",
  no_statements:
    "{channel} · the marketplace has no statements of this period; a day's statement is there on the day after",
  not_permitted:
    "{channel} · the marketplace does not let its statements be read: {reason}",
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
