import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Level = { stocked_quantity: number; reserved_quantity: number }
type Item = { inventory?: { location_levels?: (Level | null)[] } } | null

/** Stock of a variant's items over all locations. */
export async function levelOf(
  { container }: { readonly container: MedusaContainer },
  sku: string
): Promise<{ stocked: number; reserved: number }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["inventory_items.inventory.location_levels.*"],
    filters: { sku },
  })
  const levels = ((data[0]?.inventory_items ?? []) as Item[]).flatMap(
    (item) => item?.inventory?.location_levels ?? []
  )
  const sum = (column: keyof Level) =>
    levels.reduce((total, level) => total + Number(level?.[column] ?? 0), 0)
  return {
    stocked: sum("stocked_quantity"),
    reserved: sum("reserved_quantity"),
  }
}
