import { MedusaContainer } from "@medusajs/framework/types"
import { orderTransaction } from "../../host-orders/utils/order-transaction"
import { ReceiveChange, receiveChangesOf } from "./receive-changes"
import { restock } from "./restock"
import { ReturnService } from "./return-service"

/**
 * Finishes what earlier runs had begun to receive, so that nothing else of these orders has
 * to wait for it: Medusa allows one open change for each order.
 * @returns the levels that changed.
 */
export async function finishReceives(
  container: MedusaContainer,
  order_ids: string[]
): Promise<string[]> {
  const begun = (await receiveChangesOf(container, order_ids)).filter(
    ({ status }) => status === "pending" || status === "requested"
  )
  const level_ids: string[] = []
  for (const change of begun) {
    level_ids.push(...(await finishReceive(container, change)))
  }
  return level_ids
}

/**
 * The shelves first, once; then order, return and items in one transaction, which says that
 * all of it is done.
 */
export async function finishReceive(
  container: MedusaContainer,
  { id, metadata: { plan } }: Pick<ReceiveChange, "id" | "metadata">
): Promise<string[]> {
  const level_ids = await restock(container, id, plan.stock)
  await orderTransaction(container, async (service, context) => {
    const orders = service as unknown as ReturnService
    await service.confirmOrderChange(id, context)
    const [row] = await orders.listReturns(
      { id: plan.return_id },
      { relations: ["items"] },
      context
    )
    const items = (row?.items ?? []).map((item) => {
      const now = plan.items.find(
        ({ line_item_id }) => line_item_id === item.item_id
      )
      const damaged = now?.damaged ?? 0
      return {
        id: item.id,
        quantity: Number(item.quantity),
        received_quantity:
          Number(item.received_quantity ?? 0) + (now?.good ?? 0) + damaged,
        damaged_quantity: Number(item.damaged_quantity ?? 0) + damaged,
      }
    })
    await orders.updateReturnItems(
      items.map(({ quantity: _quantity, ...item }) => item),
      context
    )
    const whole = items.every(
      ({ quantity, received_quantity }) => received_quantity >= quantity
    )
    await orders.updateReturns(
      [
        whole
          ? { id: plan.return_id, status: "received", received_at: new Date() }
          : { id: plan.return_id, status: "partially_received" },
      ],
      context
    )
  })
  return level_ids
}
