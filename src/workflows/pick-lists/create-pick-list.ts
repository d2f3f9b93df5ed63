import { hash } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { marketplacesOf } from "../marketplaces"

export type NewPickList = {
  /** Channel orders; what is unknown or named twice is left out. */
  order_ids: string[]
  /** A user id. */
  created_by: string
  /** What asks for it, for example a run's id: the same cause makes one list. */
  cause_id?: string
}

/**
 * Makes a pick list of channel orders; what is to be fetched is read from the orders
 * whenever somebody looks.
 * @throws MedusaError `not_found` when none of the orders exists.
 */
export async function createPickList(
  container: MedusaContainer,
  { order_ids, created_by, cause_id }: NewPickList
): Promise<{ id: string; number: number }> {
  const marketplaces = marketplacesOf(container)
  const wanted = [...new Set(order_ids)]
  const known = await marketplaces.listMarketplaceChannelOrders(
    { id: wanted },
    { select: ["id"] }
  )
  const ids = new Set(known.map(({ id }) => id))
  if (!ids.size) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is none of these channel orders, so there is nothing to pick."
    )
  }
  const { id, number } = await marketplaces.pickLists.create({
    id: cause_id && `mppick_${hash("sha256", cause_id).slice(0, 26)}`,
    order_ids: wanted.filter((order_id) => ids.has(order_id)),
    created_by,
  })
  return { id, number }
}
