import { MedusaContainer } from "@medusajs/framework/types"
import { ChangeActionType } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { derivedId } from "../../host-orders/utils/derived-id"
import { orderTransaction } from "../../host-orders/utils/order-transaction"
import { LineUnits } from "../types"
import { ReturnRow, returnService, ReturnService } from "./return-service"

/**
 * Takes units out of a return that will not come: withdrawn by the buyer, or lost. A return
 * that is left without any is cancelled; one that has received all the others is received.
 *
 * Core's own cancelling writes the return and its order change at the same time, which stores
 * the adjustments of shipping methods twice and fails; here one follows the other.
 */
export async function closeReturn(
  container: MedusaContainer,
  order_id: string,
  return_id: string,
  items: LineUnits[]
): Promise<void> {
  const [row] = await returnService(container).listReturns(
    { id: return_id },
    { relations: ["items"] }
  )
  const left = itemsLeft(row, items)
  const cancelled = left.every(({ quantity }) => quantity === 0)
  await orderTransaction(container, async (service, context) => {
    const orders = service as unknown as ReturnService
    const id = derivedId("ordch_mpretend", randomUUID())
    await orders.createOrderChange(
      [
        {
          id,
          order_id,
          return_id,
          actions: items.map(({ line_item_id, units }) => ({
            action: ChangeActionType.CANCEL_RETURN_ITEM,
            return_id,
            reference: "return",
            reference_id: return_id,
            details: { reference_id: line_item_id, quantity: units },
          })),
        },
      ],
      context
    )
    await orders.confirmOrderChange(id, context)
    if (cancelled) {
      await orders.updateReturns(
        [{ id: return_id, status: "canceled", canceled_at: new Date() }],
        context
      )
      return
    }
    const kept = left.filter(({ quantity }) => quantity > 0)
    const ended = left.filter(({ quantity }) => quantity === 0)
    await orders.updateReturnItems(
      kept.map(({ id, quantity }) => ({ id, quantity })),
      context
    )
    if (ended.length) {
      await orders.deleteReturnItems(
        ended.map(({ id }) => id),
        context
      )
    }
    if (kept.every(({ quantity, received }) => received >= quantity)) {
      await orders.updateReturns(
        [{ id: return_id, status: "received", received_at: new Date() }],
        context
      )
    }
  })
}

/** What every item of the return still asks for, without the closed units. */
function itemsLeft(row: ReturnRow | undefined, closed: LineUnits[]) {
  return (row?.items ?? []).map((item) => {
    const units = closed
      .filter(({ line_item_id }) => line_item_id === item.item_id)
      .reduce((sum, one) => sum + one.units, 0)
    return {
      id: item.id,
      quantity: Number(item.quantity) - units,
      received: Number(item.received_quantity ?? 0),
    }
  })
}
