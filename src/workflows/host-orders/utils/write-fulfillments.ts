import {
  IFulfillmentModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createOrderLinks } from "./create-order-links"
import { MovePlan } from "./move-plan"

/** Does nothing and talks to nobody; the marketplace's carrier has the parcel. */
export const MANUAL_PROVIDER = "manual_manual"

export type PlannedOrder = { order_id: string; plan: MovePlan }

/**
 * Makes the planned fulfilments that are missing, links them to their orders and
 * dates the earlier ones. Without shipping option and address: the recipient stays
 * in one place, on the order.
 */
export async function writeFulfillments(
  container: MedusaContainer,
  planned: PlannedOrder[]
): Promise<void> {
  const service: IFulfillmentModuleService = container.resolve(
    Modules.FULFILLMENT
  )
  const ids = planned.flatMap(({ plan }) => [
    ...plan.fulfillments.map(({ id }) => id),
    ...plan.dated,
  ])
  const known = new Map(
    (
      await service.listFulfillments(
        { id: ids },
        { relations: ["labels"], take: ids.length }
      )
    ).map((row) => [row.id, row])
  )

  for (const { plan } of planned) {
    const shipped_at = new Date(plan.shipped_at)
    const delivered_at = plan.delivered_at ? new Date(plan.delivered_at) : null
    const labels = plan.tracking_numbers.map((tracking_number) => ({
      tracking_number,
      tracking_url: "",
      label_url: "",
    }))
    for (const { id, location_id, items } of plan.fulfillments) {
      if (!known.has(id)) {
        await service.createFulfillment({
          id,
          location_id,
          provider_id: MANUAL_PROVIDER,
          packed_at: shipped_at,
          shipped_at,
          delivered_at,
          requires_shipping: true,
          items: items.map((item) => ({ ...item, barcode: "" })),
          labels: [],
        } as never)
      }
      // The provider's empty list of labels replaces any given at creation.
      if (labels.length && !known.get(id)?.labels?.length) {
        await service.updateFulfillment(id, { labels })
      }
    }
    for (const id of plan.dated) {
      const row = known.get(id)
      await service.updateFulfillment(id, {
        ...(!row?.shipped_at && { shipped_at }),
        ...(delivered_at && !row?.delivered_at && { delivered_at }),
        ...(!row?.labels?.length && labels.length && { labels }),
      })
    }
  }

  await createOrderLinks(
    container,
    Modules.FULFILLMENT,
    "fulfillment_id",
    planned.flatMap(({ order_id, plan }) =>
      plan.fulfillments.map(({ id }) => ({ order_id, other_id: id }))
    )
  )
}
