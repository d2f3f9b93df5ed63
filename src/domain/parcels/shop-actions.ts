import { NeutralOrder } from "../orders/neutral-order"
import { OrderAction } from "../orders/order-action"
import { OrderStatus } from "../orders/order-status"
import { judgeMove, LocalMove, ParcelFacts } from "./local-moves"
import { ParcelMark } from "./parcel-mark"
import { marksOf } from "./shop-step"
import { judgeUndoPacked } from "./undo-packed"

/** What the order's marketplace leaves to the seller. */
export type ShopAbilities = { arranges: boolean; gives_waybills: boolean }

/**
 * What staff may do now with the parcels of an order, from its copy and marks: what is legal
 * for at least one of them. A combined parcel's other orders may still stand in the way.
 */
export function shopActions(
  order: Pick<NeutralOrder, "flags" | "parcels" | "lines">,
  status: OrderStatus,
  marks: ParcelMark[],
  abilities: ShopAbilities
): OrderAction[] {
  if (!order.lines.some(({ fulfilled_by }) => fulfilled_by === "seller")) {
    return []
  }
  const parcels = factsOf(order, status, marks)
  const any = (move: LocalMove) =>
    parcels.some((facts) => judgeMove(move, facts).ok)
  const may: [OrderAction, boolean][] = [
    ["arrange_shipment", abilities.arranges && any("arrange")],
    [
      "print_waybills",
      abilities.gives_waybills &&
        order.parcels.length > 0 &&
        any("print_waybill"),
    ],
    ["print_pick_list", any("pack") || any("arrange")],
    ["mark_packed", any("pack")],
    ["undo_packed", parcels.some((facts) => judgeUndoPacked(facts).ok)],
    ["mark_awaiting_collection", any("hand_over")],
    ["mark_returned", any("receive_back")],
  ]
  return may.flatMap(([action, legal]) => (legal ? action : []))
}

/**
 * Addresses and what was packed are left out: printing again, or undoing the packing, is always
 * among what may be done then.
 */
function factsOf(
  { parcels, flags }: Pick<NeutralOrder, "flags" | "parcels">,
  status: OrderStatus,
  marks: ParcelMark[]
): ParcelFacts[] {
  const common = { status, flags, recipient_key: null, surplus: [] }
  return parcels.length
    ? parcels.map(({ external_id, state }) => ({
        ...common,
        parcel_state: state,
        marks: marksOf(external_id, marks),
      }))
    : [{ ...common, parcel_state: null, marks }]
}
