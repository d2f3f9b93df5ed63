import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  FulfillmentWorkflowEvents,
  OrderWorkflowEvents,
} from "@medusajs/framework/utils"
import { noteHostFulfillment } from "../workflows/orders/follow-host-fulfillment"

type Fulfilled = { fulfillment_id: string } | { id: string }

/** Tells the marketplace, where it wants to know, what staff did on Medusa's own order page. */
export default async function marketplacesHostFulfillments({
  event,
  container,
}: SubscriberArgs<Fulfilled>): Promise<void> {
  const { data } = event
  const id = "fulfillment_id" in data ? data.fulfillment_id : data.id
  await noteHostFulfillment(container, id)
}

export const config: SubscriberConfig = {
  event: [
    OrderWorkflowEvents.FULFILLMENT_CREATED,
    FulfillmentWorkflowEvents.SHIPMENT_CREATED,
  ],
  context: { subscriberId: "marketplaces-host-fulfillments" },
}
