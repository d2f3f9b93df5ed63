import { Router } from "express"
import { Body, Run } from "../../shared/control"
import { StockEdit } from "../products/stock"
import { TikTokShopTwin } from "../twin"

/** What a SKU has for sale, and who changed it. */
export function addStockRoutes(
  router: Router,
  { stock }: TikTokShopTwin,
  run: Run
): void {
  router.get(
    "/stock/writes",
    run(({ query }) => ({
      writes: stock.writes.list(
        typeof query.sku_id === "string" ? query.sku_id : undefined
      ),
    }))
  )
  router.post(
    "/stock/:sku_id",
    run(({ params, body }: Body<StockEdit>) => {
      const sku = stock.edit(params.sku_id, body)
      return { sku: { ...sku, stock: Object.fromEntries(sku.stock) } }
    })
  )
}
