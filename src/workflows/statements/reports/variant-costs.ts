import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readUnitCost, variantCost } from "../../../domain/statements/unit-cost"
import { VariantCost } from "../../../modules/marketplace-channel/settlement-reports/report-sql"
import { marketplacesOf } from "../../marketplaces"

/** Where the shop keeps costs, unless the plugin's option says otherwise. */
export const DEFAULT_COST_METADATA_KEY = "cost_price"

/** Variants that are read at once. */
const BATCH = 500

type Metadata = Record<string, unknown> | null | undefined

type VariantRow = {
  id: string
  metadata?: Metadata
  inventory_items?: ({
    required_quantity: number
    inventory?: { metadata?: Metadata } | null
  } | null)[]
}

/**
 * What one unit of these variants costs the shop, by the metadata of each variant or else of its
 * inventory items. Variants whose cost nobody wrote down are left out.
 */
export async function readVariantCosts(
  container: MedusaContainer,
  variant_ids: string[],
  currency_code: string
): Promise<VariantCost[]> {
  const key =
    marketplacesOf(container).options.costMetadataKey ??
    DEFAULT_COST_METADATA_KEY
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const costOf = (metadata: Metadata) =>
    readUnitCost(metadata?.[key], currency_code)
  const costs: VariantCost[] = []
  for (let start = 0; start < variant_ids.length; start += BATCH) {
    const { data } = await query.graph({
      entity: "product_variant",
      fields: [
        "id",
        "metadata",
        "inventory_items.required_quantity",
        "inventory_items.inventory.metadata",
      ],
      filters: { id: variant_ids.slice(start, start + BATCH) },
    })
    for (const variant of data as VariantRow[]) {
      const cost = variantCost(
        costOf(variant.metadata),
        (variant.inventory_items ?? []).flatMap((item) =>
          item
            ? {
                cost: costOf(item.inventory?.metadata),
                quantity: item.required_quantity,
              }
            : []
        )
      )
      if (cost !== null) {
        costs.push({ variant_id: variant.id, cost })
      }
    }
  }
  return costs
}
