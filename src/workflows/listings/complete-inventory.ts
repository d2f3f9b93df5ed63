import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createInventoryItemsWorkflow } from "@medusajs/medusa/core-flows"

type BareVariant = { id: string; sku: string | null; title: string }

/**
 * Gives counted variants their inventory items, where the process that made them died before it
 * had: without one a variant sells nothing, and its live listing would be set to 0. An item that
 * carries the variant's SKU already is the one that was made for it.
 */
export async function completeInventory(
  container: MedusaContainer,
  variant_ids: string[]
): Promise<void> {
  for (const variant of await findBareVariants(container, variant_ids)) {
    const inventory_item_id =
      (await findItem(container, variant)) ??
      (await makeItem(container, variant))
    await container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.PRODUCT]: { variant_id: variant.id },
      [Modules.INVENTORY]: { inventory_item_id },
      data: { required_quantity: 1 },
    })
  }
}

/** Counted, and with nothing to count. */
async function findBareVariants(
  container: MedusaContainer,
  variant_ids: string[]
): Promise<BareVariant[]> {
  if (!variant_ids.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: [
      "id",
      "sku",
      "title",
      "manage_inventory",
      "inventory_items.inventory_item_id",
    ],
    filters: { id: variant_ids },
  })
  return data
    .filter(
      ({ manage_inventory, inventory_items }) =>
        manage_inventory && !inventory_items?.length
    )
    .map(({ id, sku, title }) => ({ id, sku, title }))
}

async function findItem(
  container: MedusaContainer,
  { sku }: BareVariant
): Promise<string | undefined> {
  if (!sku) {
    return undefined
  }
  const [item] = await container
    .resolve(Modules.INVENTORY)
    .listInventoryItems({ sku }, { select: ["id"] })
  return item?.id
}

/** As Medusa makes one with its variant. */
async function makeItem(
  container: MedusaContainer,
  { sku, title }: BareVariant
): Promise<string> {
  const { result } = await createInventoryItemsWorkflow(container).run({
    input: {
      items: [
        {
          sku: sku ?? undefined,
          title,
          description: title,
          requires_shipping: true,
        },
      ],
    },
  })
  return result[0].id
}
