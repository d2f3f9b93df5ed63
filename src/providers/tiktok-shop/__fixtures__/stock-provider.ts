import { PushesStock } from "../../../domain/provider/pushes-stock"
import { TikTokShopClient } from "../client"
import { readOptions } from "../options"
import {
  groupTargets,
  LARGEST_STOCK_QUANTITY,
  pushStock,
  readStock,
  STOCK_READ_BATCH_SIZE,
} from "../stock"
import { TikTokShopOptions } from "../types"

/** The stock calls alone, as the provider makes them. */
export function stockOf(options: TikTokShopOptions): PushesStock {
  const client = new TikTokShopClient(readOptions(options))
  return {
    stock_read_batch_size: STOCK_READ_BATCH_SIZE,
    largest_stock_quantity: LARGEST_STOCK_QUANTITY,
    readStock: (access, listings) => readStock(client, access, listings),
    groupTargets,
    pushStock: (access, group) => pushStock(client, access, group),
  }
}
