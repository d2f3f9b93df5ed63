import { WireInventory, WireStock } from "../types"
import { Fields } from "./fields"

/** Goods in Tiki's own warehouse (FBT). */
const FBT = "instock"

/** Whether Tiki keeps the goods, and counts them itself. */
export function liesAtTiki(inventory: Fields<WireInventory>): boolean {
  return inventory.text("inventory_type") === FBT
}

/** What can be sold from one warehouse, in today's or the older spelling; null when it does not say. */
export function sellableUnits(stock: Fields<WireStock>): number | null {
  return (
    unitsIn(stock, "quantity_sellable") ?? unitsIn(stock, "quantity_saleable")
  )
}

/** Tiki writes what is oversold as less than nothing, which leaves nothing to sell. */
export function unitsIn(
  stock: Fields<WireStock>,
  name: keyof WireStock & string
): number | null {
  return /^-\d+(\.0+)?$/.test(stock.text(name) ?? "") ? 0 : stock.count(name)
}
