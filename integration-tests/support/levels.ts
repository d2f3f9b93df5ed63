import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { UNSEEN_HOLD_PREFIX } from "../../src/domain/stock/unseen-hold"

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

/**
 * The same, with `reserved` for orders alone: what Medusa holds of units that marketplaces have
 * sold and no order stands for comes and goes with each look at a marketplace.
 */
export async function orderLevelOf(
  { container }: { readonly container: MedusaContainer },
  sku: string
): Promise<{ stocked: number; reserved: number }> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw(
    `SELECT COALESCE(sum(level.stocked_quantity), 0)::int AS stocked,
            COALESCE(sum(level.reserved_quantity - COALESCE((
              SELECT sum(hold.quantity) FROM reservation_item AS hold
               WHERE hold.inventory_item_id = level.inventory_item_id
                 AND hold.location_id = level.location_id
                 AND hold.deleted_at IS NULL
                 AND starts_with(hold.external_id, ?)), 0)), 0)::int AS reserved
       FROM product_variant AS variant
       JOIN product_variant_inventory_item AS part
         ON part.variant_id = variant.id AND part.deleted_at IS NULL
       JOIN inventory_level AS level
         ON level.inventory_item_id = part.inventory_item_id
        AND level.deleted_at IS NULL
      WHERE variant.sku = ? AND variant.deleted_at IS NULL`,
    [UNSEEN_HOLD_PREFIX, sku]
  )
  return rows[0]
}
