import {
  arrangesShipments,
  ShipmentWish,
} from "../../domain/provider/arranges-shipments"
import { RunContext } from "../runs/run-context"
import { ActionOutcome } from "./action-result"
import { ActionTask, hindranceOf } from "./action-task"
import { addOutcome } from "./add-outcome"
import { arrangeShipments } from "./arrange-shipments"

/** Arranges the shipment of orders, where the marketplace leaves that to the seller. */
export async function arrangeShipmentTask(
  context: RunContext,
  task: ActionTask
): Promise<void> {
  const { channel, provider, orders, report } = task
  const hindrance = hindranceOf(channel)
  if (hindrance || !provider || !arrangesShipments(provider)) {
    const outcome: ActionOutcome = hindrance ?? {
      ok: false,
      code: provider ? "moves_by_itself" : "not_supported",
    }
    await addOutcome(context, channel, orders, outcome)
    return
  }
  const wish: ShipmentWish = {
    handover: null,
    pickup_slot: null,
    ...(task.params as Partial<ShipmentWish>),
  }
  const { parcels } = task
  await arrangeShipments(
    context,
    { channel, provider, parcels, wish },
    orders,
    report
  )
}
