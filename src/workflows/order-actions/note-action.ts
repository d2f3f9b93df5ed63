import { hash } from "node:crypto"
import { OrderAction } from "../../domain/orders/order-action"
import { RunContext } from "../runs/run-context"
import { ActedOrder } from "./action-result"

/**
 * Writes into an order's history who did what to it, once for each run however often it is
 * said; to be called under the order's lock. The status is left as it is: what the
 * marketplace makes of the action is read from it.
 */
export async function noteAction(
  { marketplaces, run }: RunContext,
  action: OrderAction,
  { id: channel_order_id }: Pick<ActedOrder, "id">
): Promise<void> {
  const id = `mpordev_${hash("sha256", `${run.id} ${channel_order_id}`, "hex").slice(0, 26)}`
  const noted = await marketplaces.listMarketplaceChannelOrderEvents(
    { id },
    { select: ["id"] }
  )
  if (noted.length) {
    return
  }
  const { status, raw_status, status_rule, import_state } =
    await marketplaces.retrieveMarketplaceChannelOrder(channel_order_id, {
      select: ["id", "status", "raw_status", "status_rule", "import_state"],
    })
  await marketplaces.createMarketplaceChannelOrderEvents({
    id,
    channel_order_id,
    at: new Date(),
    source: action,
    actor: run.created_by,
    from_status: status,
    status,
    raw_status,
    status_rule,
    import_state,
  })
}
