import { Router } from "express"
import { Body, Run } from "../shared/control"
import { plainProduct } from "./products/product"
import { StockEdit } from "./products/stock-write"
import { TikiTwin } from "./twin"

/** What a product has on the shelf, and who changed it. */
export function addStockRoutes(
  router: Router,
  { stock }: TikiTwin,
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
    "/stock/:id",
    run(({ params, body }: Body<StockEdit>) => ({
      product: plainProduct(stock.edit(Number(params.id), body)),
    }))
  )
}
