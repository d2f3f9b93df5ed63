import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OrderDraft } from "../../../domain/orders/order-draft"
import { CreateHostOrdersResult } from "../types"
import { orderService } from "../utils/module-services"
import { reserveUnits } from "./reserve-units"

export const reserveForOrdersStepId = "marketplaces-reserve-for-orders"

/** Live orders only: a draft replayed after the order was canceled must not hold stock again. */
export async function reserveForOrders(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<CreateHostOrdersResult["refused"]> {
  const reserving = drafts.filter((draft) => draft.reservations.length)
  if (!reserving.length) {
    return []
  }
  const live = new Set(
    (
      await orderService(container).listOrders(
        {
          id: reserving.map((draft) => draft.order_id),
          status: { $nin: ["canceled", "completed", "archived"] },
        } as never,
        { select: ["id"], take: reserving.length }
      )
    ).map((order) => order.id)
  )
  const draftOf = new Map(
    reserving
      .filter((draft) => live.has(draft.order_id))
      .flatMap((draft) => draft.reservations.map(({ id }) => [id, draft]))
  )
  const { refused } = await reserveUnits(
    container,
    [...new Set(draftOf.values())].flatMap((draft) => draft.reservations)
  )
  return refused.flatMap(({ id, message }) => {
    const draft = draftOf.get(id)
    return draft ? [{ channel_order_id: draft.channel_order_id, message }] : []
  })
}

export const reserveForOrdersStep = createStep(
  reserveForOrdersStepId,
  async ({ drafts }: { drafts: OrderDraft[] }, { container }) =>
    new StepResponse(await reserveForOrders(container, drafts))
)
