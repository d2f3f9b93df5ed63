import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { readActorNames } from "../read-actor-names"
import { readAfterSales } from "../read-after-sales"
import { readMarks, withMarks } from "../read-marks"
import { readOrders } from "../read-orders"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const [order] = await readOrders(req.scope, [req.params.id])
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no channel order ${req.params.id}.`
    )
  }
  const events = await marketplacesOf(
    req.scope
  ).listMarketplaceChannelOrderEvents(
    { channel_order_id: order.id },
    { order: { at: "ASC" } }
  )
  const { receipts, ...requests } = await readAfterSales(req.scope, order.id)
  const marks = await readMarks(req.scope, order.id)
  const names = await readActorNames(req.scope, [
    ...marks.map(({ actor }) => actor),
    ...events.map(({ actor }) => actor),
    ...receipts.map(({ received_by }) => received_by),
  ])
  const history = events.map((event) => ({
    ...event,
    actor_name: names.get(event.actor) ?? null,
  }))
  res.json({
    order: {
      ...order,
      ...requests,
      parcels: order.parcels.map((parcel) => withMarks(parcel, marks, names)),
      receipts: receipts.map((receipt) => ({
        ...receipt,
        received_by_name: names.get(receipt.received_by) ?? null,
      })),
      history,
    },
  })
}
