import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createCartWorkflow } from "@medusajs/medusa/core-flows"

/** Puts units into a cart of the shop's own storefront, as Medusa's own route does. */
export async function putIntoCart(
  container: MedusaContainer,
  sku: string,
  quantity: number
): Promise<"in the cart" | "not enough stock"> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: variants } = await query.graph({
    entity: "product_variant",
    fields: ["id"],
    filters: { sku },
  })
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["default_sales_channel_id", "default_region_id"],
  })
  const [{ default_sales_channel_id, default_region_id }] = stores
  const { errors } = await createCartWorkflow(container).run({
    input: {
      sales_channel_id: default_sales_channel_id ?? undefined,
      region_id: default_region_id ?? undefined,
      items: [{ variant_id: variants[0].id, quantity }],
    },
    throwOnError: false,
  })
  if (!errors.length) {
    return "in the cart"
  }
  const { message } = errors[0].error as { message: string }
  expect(message).toContain("does not have the required inventory")
  return "not enough stock"
}
