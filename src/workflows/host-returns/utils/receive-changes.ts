import { MedusaContainer } from "@medusajs/framework/types"
import { orderService } from "../../host-orders/utils/module-services"
import { ReceivedUnits } from "../types"

/** Begins the ids of the order changes by which returns are received here. */
export const RECEIVE_PREFIX = "ordch_mprecv"

/** In a return's metadata: made by this plugin. */
export const BEGUN_BY = "marketplaces"

/** Inventory units that come onto a shelf. */
export type Restock = {
  inventory_item_id: string
  location_id: string
  units: number
}

/**
 * What is to be done for one return besides its order change. It is stored with the pending
 * change before anything else happens, so that it can be finished after a crash.
 */
export type ReceivePlanStored = {
  receipt_id: string
  return_id: string
  items: ReceivedUnits[]
  stock: Restock[]
}

export type ReceiveChange = {
  id: string
  order_id: string
  status: string
  metadata: { plan: ReceivePlanStored }
}

/** The changes that receipts made on these orders, of any state. */
export async function receiveChangesOf(
  container: MedusaContainer,
  order_ids: string[]
): Promise<ReceiveChange[]> {
  const changes = (await orderService(container).listOrderChanges(
    { order_id: order_ids, change_type: "return_receive" } as never,
    { select: ["id", "order_id", "status", "metadata"], take: null } as never
  )) as unknown as (Omit<ReceiveChange, "metadata"> & {
    metadata: { plan?: ReceivePlanStored } | null
  })[]
  return changes.flatMap(({ metadata, ...change }) =>
    change.id.startsWith(RECEIVE_PREFIX) && metadata?.plan
      ? { ...change, metadata: { plan: metadata.plan } }
      : []
  )
}
