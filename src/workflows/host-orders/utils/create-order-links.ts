import { Link } from "@medusajs/framework/modules-sdk"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

export type OrderLink = { order_id: string; other_id: string }

type LinkRows = { create(pairs: [string, string][]): Promise<unknown> }

/**
 * Links orders to rows of another module as `link.create` does, less its search for
 * other partners of those rows: it walks through the whole link table, and an id that is
 * derived from its order has no other. Repeating it changes nothing.
 * @param key what the other module's id is called in the link.
 */
export async function createOrderLinks(
  container: MedusaContainer,
  module: typeof Modules.PAYMENT | typeof Modules.FULFILLMENT,
  key: "payment_collection_id" | "fulfillment_id",
  links: OrderLink[]
): Promise<void> {
  if (!links.length) {
    return
  }
  const link: Link = container.resolve(ContainerRegistrationKeys.LINK)
  const rows = link.getLinkModule(
    Modules.ORDER,
    "order_id",
    module,
    key
  ) as unknown as LinkRows | undefined
  if (rows) {
    await rows.create(
      links.map(({ order_id, other_id }) => [order_id, other_id])
    )
    return
  }
  await link.create(
    links.map(({ order_id, other_id }) => ({
      [Modules.ORDER]: { order_id },
      [module]: { [key]: other_id },
    }))
  )
}
