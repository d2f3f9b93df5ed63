import { MappingError } from "../../../domain/provider/mapping-error"
import { WarehouseStock } from "../../../domain/provider/pushes-stock"
import { WireInventory, WireProduct, WireStock } from "../types"
import { Fields } from "./fields"
import { liesAtTiki, sellableUnits, unitsIn } from "./inventory"

/**
 * What an offer shows in each of the seller's warehouses; none for goods in Tiki's own, which
 * are not the seller's to count.
 * @throws {MappingError} when it does not say what can be sold: missing is not nothing.
 */
export function mapStock(product: Fields<WireProduct>): WarehouseStock[] {
  const inventory = product.object<WireInventory>("inventory")
  if (!inventory) {
    throw new MappingError(product.at("inventory"), "is missing")
  }
  if (liesAtTiki(inventory)) {
    return []
  }
  const seen = new Set<string>()
  return inventory.list<WireStock>("warehouse_stocks").map((stock) => {
    const warehouse_external_id = stock.required("warehouse_id")
    if (seen.has(warehouse_external_id)) {
      throw new MappingError(
        inventory.at("warehouse_stocks"),
        `holds ${warehouse_external_id} twice`
      )
    }
    seen.add(warehouse_external_id)
    return { warehouse_external_id, ...countersOf(stock) }
  })
}

/**
 * Sellable, reserved and their sum are told; any two give the third. `quantity` may stay 0
 * while there is stock, and counts for nothing.
 */
function countersOf(
  stock: Fields<WireStock>
): Pick<WarehouseStock, "available" | "committed"> {
  const on_hand = unitsIn(stock, "quantity_available")
  const reserved = unitsIn(stock, "quantity_reserved")
  const sellable = sellableUnits(stock) ?? difference(on_hand, reserved)
  if (sellable === null) {
    throw new MappingError(stock.at("quantity_sellable"), "is missing")
  }
  return {
    available: sellable,
    committed: reserved ?? difference(on_hand, sellable),
  }
}

function difference(from: number | null, less: number | null): number | null {
  return from === null || less === null ? null : Math.max(from - less, 0)
}
