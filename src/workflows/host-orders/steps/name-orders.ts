import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OrderDraft } from "../../../domain/orders/order-draft"
import { CreateHostOrdersResult } from "../types"
import { applyHalving } from "../utils/halving"
import { orderService } from "../utils/module-services"

export const nameOrdersStepId = "marketplaces-name-orders"

type Named = Pick<OrderDraft, "channel_order_id" | "order_id" | "display_id">

/**
 * Gives the orders the number that staff search for. `createOrders` overwrites
 * `custom_display_id` with what the host's own generator says, so it is set afterwards.
 */
export async function nameOrders(
  container: MedusaContainer,
  drafts: Named[]
): Promise<CreateHostOrdersResult["refused"]> {
  const orders = orderService(container)
  const named = await orders.listOrders(
    { id: drafts.map((draft) => draft.order_id) },
    { select: ["id", "custom_display_id"], take: drafts.length }
  )
  const names = new Map(
    named.map((order) => [order.id, order.custom_display_id])
  )
  const unnamed = drafts.filter(
    (draft) =>
      names.has(draft.order_id) &&
      names.get(draft.order_id) !== draft.display_id
  )
  const refused = await applyHalving(unnamed, async (batch) => {
    await orders.updateOrders(
      batch.map((draft) => ({
        id: draft.order_id,
        custom_display_id: draft.display_id,
      }))
    )
  })
  return refused.map(({ row, message }) => ({
    channel_order_id: row.channel_order_id,
    message,
  }))
}

export const nameOrdersStep = createStep(
  nameOrdersStepId,
  async ({ drafts }: { drafts: OrderDraft[] }, { container }) =>
    new StepResponse(await nameOrders(container, drafts))
)
