import { SCOPE_REFUSALS } from "../../domain/parcels/handover-check"
import { MoveRefusal } from "../../domain/parcels/local-moves"

/**
 * What becomes of a scan at the packing table or for a handover record, beside the refusals
 * of the move itself:
 *
 * - `opened`, `counted`, `packed`, `undone`: the table goes on; `nothing_to_undo`: it had not begun.
 * - `wrong_item`, `too_many`, `another_parcel`: not into this parcel.
 * - `scanned`, `not_packed`: on the record, the second with a warning.
 * - `already_scanned`, `in_other_handover`: it is on this record, or on another open one.
 * - `unknown_parcel`, `several_parcels`, `several_returns`, `not_understood`: which parcel, or
 *   which of the buyers' returns, it is cannot be told.
 * - `fulfilled_by_marketplace`: none of the shop's goods are in it.
 * - `too_many_units`, `line_not_in_order`: what is said of its contents cannot be.
 */
export const SCAN_CODES = [
  "opened",
  "counted",
  "packed",
  "undone",
  "nothing_to_undo",
  "wrong_item",
  "too_many",
  "another_parcel",
  "scanned",
  "not_packed",
  "already_scanned",
  "in_other_handover",
  "unknown_parcel",
  "several_parcels",
  "several_returns",
  "not_understood",
  "fulfilled_by_marketplace",
  "too_many_units",
  "line_not_in_order",
  ...SCOPE_REFUSALS,
] as const
export type ScanCode = (typeof SCAN_CODES)[number] | MoveRefusal

const MESSAGES: Record<ScanCode, string> = {
  opened: "Scan what goes into the parcel",
  counted: "Counted",
  packed: "Everything is inside: the parcel is packed",
  undone: "The item that was counted last is taken back",
  nothing_to_undo: "Nothing is counted for this parcel",
  wrong_item: "This item does not belong into this parcel",
  too_many: "The parcel does not take that many of this item",
  another_parcel:
    "This is the waybill of another parcel: finish this one first",
  scanned: "On the record",
  not_packed: "On the record, but nobody has packed it",
  already_scanned: "It is on this record already",
  in_other_handover: "It is on another open handover record",
  unknown_parcel: "There is no parcel or order with this code",
  several_parcels: "The order has several parcels: scan a waybill",
  several_returns:
    "Several returns may be meant: scan the waybill that the buyer sent the goods with",
  not_understood:
    "The order or its status cannot be understood; look at it on the Channel orders page",
  fulfilled_by_marketplace:
    "The marketplace sends these goods from its own warehouse",
  too_many_units: "More units than went out and are not back yet",
  line_not_in_order: "The order has no such line",
  other_channel: "The parcel is of another channel than this record",
  other_carrier: "The parcel goes with another carrier than this record",
  not_confirmed: "The order waits for payment, confirmation or its shipment",
  already_arranged: "Its shipment is arranged already",
  already_packed: "It is packed already",
  already_handed_over: "It has been handed over already",
  already_received: "It has been received back already",
  cancelled: "The order is cancelled: take the parcel out",
  not_handed_over: "It has never left the shop",
  not_collected:
    "No carrier has collected it yet: give it to the next one, or download the order again if it has come back",
  on_its_way: "The carrier has it already",
  delivered: "The buyer has it already",
  coming_back: "It is on its way back, or back already",
  on_hold: "The marketplace holds the order: put the parcel aside",
  buyer_cancel_requested:
    "The buyer asks to cancel the order: answer that first",
  address_changed:
    "The address has changed since the waybill was printed: print it again",
  cancelled_inside:
    "One of its orders was cancelled after packing: take its goods out, undo the packing and pack the parcel anew",
  cancelled_units_inside:
    "Units inside were cancelled after packing: take them out, undo the packing and pack the parcel anew",
}

/** The English sentence of a scan's code; the screens have them in both languages. */
export function scanMessage(code: string): string {
  return code in MESSAGES ? MESSAGES[code as ScanCode] : code
}
