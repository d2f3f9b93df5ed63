import { MappingError } from "../../../domain/provider/mapping-error"
import {
  ListingKey,
  ListingStock,
  WarehouseStock,
} from "../../../domain/provider/pushes-stock"
import { JsonObject } from "../../../domain/shared/json"
import {
  WireStockProduct,
  WireStockSearch,
  WireStockSku,
  WireStockWarehouse,
} from "../types"
import { Fields, fieldsOf } from "./fields"
import { unitsIn } from "./units"

/**
 * What the inventory search tells of the listings asked for. SKUs that it leaves out are
 * left out here; others are of no concern.
 * @throws {MappingError} when a number for sale is missing: none is no number to go by.
 */
export function mapStock(
  data: JsonObject,
  listings: ListingKey[]
): ListingStock[] {
  const skus = new Map(
    fieldsOf<WireStockSearch>(data)
      .list<WireStockProduct>("inventory")
      .flatMap((product) => product.list<WireStockSku>("skus"))
      .map((sku) => [sku.required("id"), sku])
  )
  return listings.flatMap((listing) => {
    const sku = skus.get(listing.external_sku_id)
    return sku ? [{ listing, warehouses: warehousesOf(sku) }] : []
  })
}

function warehousesOf(sku: Fields<WireStockSku>): WarehouseStock[] {
  const warehouses = sku.list<WireStockWarehouse>("warehouse_inventory")
  const told = warehouses.map((one) => unitsIn(one, "available_quantity"))
  const missing = told.indexOf(null)
  if (missing >= 0 && !isWhole(sku, told)) {
    throw new MappingError(
      warehouses[missing].at("available_quantity"),
      "is missing"
    )
  }
  return warehouses.map((one, at) => ({
    warehouse_external_id: one.required("warehouse_id"),
    available: told[at] ?? 0,
    committed: unitsIn(one, "committed_quantity"),
  }))
}

/** True when the numbers told make up the SKU's total, so that those left out are zero. */
function isWhole(
  sku: Fields<WireStockSku>,
  told: readonly (number | null)[]
): boolean {
  const sum = told.reduce<number>((total, one) => total + (one ?? 0), 0)
  return unitsIn(sku, "total_available_quantity") === sum
}
