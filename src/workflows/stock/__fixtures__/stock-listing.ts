import { StockListingRow } from "../../../modules/marketplace-channel/stock-rows"

/** A linked listing of one article in warehouse `w`, as the database tells it. */
export function aStockListing(
  more: Partial<StockListingRow> = {}
): StockListingRow {
  return {
    id: "mplist_1",
    external_product_id: "1",
    external_sku_id: "11",
    variant_id: "variant_1",
    manage_inventory: true,
    fulfilled_by: "seller",
    is_set: false,
    gone: false,
    stock_rules: null,
    parts: [{ inventory_item_id: "iitem_1", required_quantity: 1 }],
    cells: [],
    counted: [],
    state: null,
    reason: null,
    failures: 0,
    is_locked: false,
    behind_since: null,
    last_push: null,
    ...more,
  }
}
