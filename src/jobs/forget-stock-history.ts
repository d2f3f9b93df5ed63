import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../workflows/marketplaces"

const DEFAULT_DAYS = 90
const DAY_MS = 24 * 3_600_000

/** Forgets, once a day, what explains numbers of stock that nobody asks about any more. */
export default async function marketplacesForgetStockHistory(
  container: MedusaContainer
): Promise<void> {
  const { stockBook, options } = marketplacesOf(container)
  const days = options.stockHistoryDays ?? DEFAULT_DAYS
  await stockBook.forgetBefore(new Date(Date.now() - days * DAY_MS))
}

export const config = {
  name: "marketplaces-forget-stock-history",
  schedule: "41 3 * * *",
}
