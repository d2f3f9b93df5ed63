import { PushesStock } from "../../../domain/provider/pushes-stock"
import { HttpDependencies } from "../../shared/http"
import { readAllStock } from "../all-stock"
import { TikiClient } from "../client"
import { readOptions } from "../options"
import {
  groupTargets,
  pushStock,
  readStock,
  STOCK_READ_BATCH_SIZE,
  WRITTEN_STOCK,
} from "../stock"
import { TikiOptions } from "../types"

/** What keeps the stock, by itself. */
export function stockOf(
  options: TikiOptions,
  dependencies?: HttpDependencies
): PushesStock {
  const client = new TikiClient(readOptions(options), dependencies)
  return {
    stock_read_batch_size: STOCK_READ_BATCH_SIZE,
    written_stock: WRITTEN_STOCK,
    readAllStock: (access) => readAllStock(client, access),
    readStock: (access, listings) => readStock(client, access, listings),
    groupTargets,
    pushStock: (access, group) => pushStock(client, access, group),
  }
}
