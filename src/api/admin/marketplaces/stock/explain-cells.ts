import { decidingRule } from "../../../../domain/stock/outline-wanted"
import { freeUnits } from "../../../../domain/stock/wanted-quantity"
import { ItemName } from "../../../../modules/marketplace-channel/read-stock-reservations"
import {
  StockView,
  StoredCell,
} from "../../../../modules/marketplace-channel/stock-view"

/** The sum behind the number of each mapped warehouse, as of its last look. */
export function explainCells(
  view: Pick<StockView, "rules" | "warehouses">,
  cells: StoredCell[],
  names: ItemName[],
  locations: ReadonlyMap<string, string>
) {
  return cells.flatMap((cell) => {
    const { explanation, stock_location_id } = cell
    if (!explanation || stock_location_id === null) {
      return []
    }
    const warehouse = view.warehouses.find(
      (one) => one.warehouse_external_id === cell.warehouse_external_id
    )
    const place = {
      warehouse_external_id: cell.warehouse_external_id,
      warehouse_name: warehouse?.warehouse_name ?? null,
      stock_location_id,
      stock_location_name: locations.get(stock_location_id) ?? null,
      as_of: warehouse?.seen_at ?? null,
      quantity: explanation.quantity,
      buffer: view.rules.buffer,
      share: view.rules.share,
      cap: view.rules.cap,
      minimum: view.rules.minimum,
    }
    if (explanation.kind === "not_counted") {
      return {
        ...place,
        kind: explanation.kind,
        decided_by: explanation.kind,
        free: [],
        scarcest_item_id: null,
        steps: [],
      }
    }
    return {
      ...place,
      kind: explanation.kind,
      decided_by: decidingRule(explanation.steps),
      free: explanation.components.map((component) => {
        const name = names.find(({ id }) => id === component.inventory_item_id)
        return {
          ...component,
          sku: name?.sku ?? null,
          title: name?.title ?? null,
          free: freeUnits(component),
        }
      }),
      scarcest_item_id: explanation.scarcest_item_id,
      steps: explanation.steps,
    }
  })
}
