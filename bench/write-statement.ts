import { writeFile } from "node:fs/promises"
import { SampleLine } from "../src/workflows/statements/__fixtures__/sample-line"
import { tiktokShopSheets } from "../src/workflows/statements/__fixtures__/tiktok-shop-sample"
import { writeByHand } from "../src/workflows/statements/__fixtures__/write-by-hand"

/** Writes an income workbook of TikTok Shop: one line an order, other orders for every seed. */
async function main(path: string, count: string, seed: string): Promise<void> {
  const lines = Array.from({ length: Number(count) }, (_, index) =>
    lineOf(index, Number(seed))
  )
  await writeFile(path, await writeByHand(tiktokShopSheets(lines)))
}

function lineOf(index: number, seed: number): SampleLine {
  const revenue = 50_000 + ((index * 7_919) % 900_000)
  const settled_at = new Date(Date.UTC(2026, 2, 1 + (index % 28), 3))
  return {
    kind: "sale",
    order_id: `579${String(seed).padStart(5, "0")}${String(index).padStart(10, "0")}`,
    ordered_at: new Date(settled_at.getTime() - 10 * 86_400_000),
    settled_at,
    revenue,
    fees: {
      payment: -Math.round(revenue / 40),
      commission: -Math.round(revenue / 20),
      voucher_program: index % 3 ? 0 : -Math.round(revenue / 33),
      order_processing: -3_000,
      vat: -Math.round(revenue / 100),
      income_tax: -Math.round(revenue / 200),
    },
  }
}

const [path, count, seed] = process.argv.slice(2)
void main(path, count, seed)
