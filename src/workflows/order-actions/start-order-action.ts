import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { JsonObject } from "../../domain/shared/json"
import { marketplacesOf } from "../marketplaces"
import { startRun } from "../runs/start-run"

export type OrderActionRequest = {
  /** One of `ORDER_ACTIONS`. */
  action: string
  /** Channel orders, all of their parcels; or single parcels, of every order with units in them. */
  ids?: string[]
  parcel_ids?: string[]
  params: Record<string, unknown>
  created_by: string
}

/**
 * Puts an action on orders on record and wakes a worker; gives the run's row.
 * @throws {MedusaError} NOT_FOUND naming an order or parcel that does not exist.
 */
export async function startOrderAction(
  container: MedusaContainer,
  { action, ids, parcel_ids, params, created_by }: OrderActionRequest
) {
  const parcels = ids ? null : await readParcels(container, parcel_ids ?? [])
  const order_ids = [
    ...new Set(ids ?? parcels?.flatMap((parcel) => parcel.order_ids)),
  ]
  const found = await marketplacesOf(container).listMarketplaceChannelOrders(
    { id: order_ids },
    { select: ["id"] }
  )
  requireAll("channel order", order_ids, found)
  return startRun(container, {
    kind: "order_action",
    params: {
      action,
      ids: order_ids,
      ...(parcels && {
        parcels: parcels.map(({ channel_id, external_id }) => ({
          channel_id,
          external_id,
        })),
      }),
      params: params as JsonObject,
    },
    created_by,
  })
}

async function readParcels(container: MedusaContainer, parcel_ids: string[]) {
  const parcels = await marketplacesOf(container).listMarketplaceParcels(
    { id: parcel_ids },
    { select: ["id", "channel_id", "external_id", "order_ids"] }
  )
  requireAll("parcel", parcel_ids, parcels)
  return parcels
}

function requireAll(
  what: string,
  ids: string[],
  found: { id: string }[]
): void {
  const known = new Set(found.map(({ id }) => id))
  const missing = ids.find((id) => !known.has(id))
  if (missing) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no ${what} ${missing}.`
    )
  }
}
