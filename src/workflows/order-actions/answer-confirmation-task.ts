import { ConfirmationWish } from "../../domain/orders/confirmation"
import { confirmsOrders } from "../../domain/provider/confirms-orders"
import { RunContext } from "../runs/run-context"
import { ActionTask, hindranceOf } from "./action-task"
import { addOutcome } from "./add-outcome"
import { answerConfirmations } from "./answer-confirmations"

/** Confirms or refuses orders, where the marketplace asks for that and the channel works. */
export async function answerConfirmationTask(
  context: RunContext,
  task: ActionTask
): Promise<void> {
  const { channel, provider, orders, report } = task
  const hindrance = hindranceOf(channel)
  if (hindrance || !provider || !confirmsOrders(provider)) {
    const outcome = hindrance ?? { ok: false, code: "not_supported" as const }
    await addOutcome(context, channel, orders, outcome)
    return
  }
  const wish = wishOf(task)
  await answerConfirmations(
    context,
    { channel, provider, wish },
    orders,
    report
  )
}

/** As the route checked them; `line_ids` are of a single order. */
type ConfirmationParams = {
  line_ids?: string[]
  pickup_slot?: string
  warehouse_external_id?: string
}

function wishOf({ action, ...task }: ActionTask): ConfirmationWish {
  const params = task.params as ConfirmationParams
  const warehouse_external_id = params.warehouse_external_id ?? null
  return action === "refuse_order"
    ? { kind: "refuse", warehouse_external_id }
    : {
        kind: "confirm",
        line_ids: params.line_ids ?? null,
        warehouse_external_id,
        pickup_slot: params.pickup_slot ?? null,
      }
}
