import { sumLevels } from "../products/product"
import { StockChange } from "../products/stock"
import type { TikTokShopTwin } from "../twin"
import { stockMessage } from "./stock-message"

type Teller = Pick<
  TikTokShopTwin,
  "clock" | "options" | "sellers" | "catalogue" | "stock" | "send"
>

/** Sends a message for every change of a SKU's numbers, where the options want it. */
export class StockMessages {
  private last_number = 0

  constructor(private readonly twin: Teller) {}

  tell(change: StockChange): void {
    const { clock, options, stock } = this.twin
    if (!options.stock_messages) {
      return
    }
    const { sku } = change
    const levels = stock.warehouses(sku).map((id) => stock.level(sku, id))
    const totals = sumLevels(levels)
    const number = ++this.last_number
    const open_id = this.sellerOf(sku.product_id)
    this.twin.send(stockMessage(change, totals, open_id, number, clock.now()))
  }

  clear(): void {
    this.last_number = 0
  }

  private sellerOf(product_id: string): string {
    const { sellers, catalogue } = this.twin
    const { shop_id } = catalogue.get(product_id)
    const seller = sellers.find(({ shops }) =>
      shops.some(({ id }) => id === shop_id)
    )
    return seller?.open_id ?? ""
  }
}
