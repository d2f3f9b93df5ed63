import { NeutralOrder } from "./neutral-order"
import { OrderAction } from "./order-action"

/**
 * What staff may do about the seller's confirmation, from the stored copy. A fresh read
 * decides when they do it; whether refusing is possible shows only then.
 *
 * An order that is parked here may be confirmed all the same: the marketplace's clock
 * runs whether its products are linked or not.
 */
export function confirmationActions(
  order: Pick<NeutralOrder, "seller_confirmation">,
  import_state: string
): OrderAction[] {
  const taken = import_state === "imported" || import_state === "blocked"
  return taken && order.seller_confirmation === "waiting"
    ? ["confirm_order", "refuse_order"]
    : []
}
