import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { FULFILLMENT_PREFIX } from "../host-orders/utils/move-plan"

export type FulfilledByHand = { id: string; created_at: Date }

/** What of the graph is read here. */
type Fulfillment = {
  id: string
  created_at: Date | string
  canceled_at: Date | string | null
}

/** False for a fulfilment that this plugin made, because the marketplace had moved. */
export function isByHand({ id }: { id: string }): boolean {
  return !id.startsWith(FULFILLMENT_PREFIX)
}

/** The newest fulfilment of a Medusa order that staff made and has not taken back. */
export async function fulfilledByHand(
  container: MedusaContainer,
  medusa_order_id: string
): Promise<FulfilledByHand | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "fulfillments.id",
      "fulfillments.created_at",
      "fulfillments.canceled_at",
    ],
    filters: { id: medusa_order_id },
  })
  const made = data.flatMap(
    ({ fulfillments }) => (fulfillments ?? []) as (Fulfillment | null)[]
  )
  const [newest] = made
    .flatMap((one) => (one && isByHand(one) && !one.canceled_at ? one : []))
    .map(({ id, created_at }) => ({ id, created_at: new Date(created_at) }))
    .sort((a, b) => b.created_at.getTime() - a.created_at.getTime())
  return newest ?? null
}
