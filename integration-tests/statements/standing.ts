import { ReadLine } from "../../src/domain/statements/statement-line"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { isTransient } from "../../src/workflows/host-orders/utils/transient-error"
import {
  daysAgo,
  linesOf,
  readStatement,
  sale,
  Settlement,
  settlementOf,
  StatementsShop,
  take,
  tiktokFile,
} from "./shop"

const LINES = Array.from({ length: 4 }, (_, index): ReadLine => {
  const net = 10_000 + index
  return {
    ok: true,
    line: {
      sheet: "Chi tiết đơn hàng",
      row: index + 2,
      kind: "sale",
      raw_kind: null,
      external_order_id: `57910000000000030${index}`,
      external_line_id: null,
      item_ref: null,
      quantity: null,
      ordered_at: null,
      settled_at: daysAgo(2),
      currency_code: "vnd",
      amounts: { revenue: net, fees: 0, adjustment: 0, net },
      fee_parts: [],
      raw: {},
    },
  }
})

const END = {
  line_count: LINES.length,
  mapping: null,
  stated_totals: null,
  notices: [],
  period: null,
  payment: null,
  payment_external_id: null,
}

/** Which lines stand, whoever reads them and whatever goes. */
export function standing(at: () => StatementsShop): void {
  describe("the lines of a statement", () => {
    it("are all there or none when two processes read it", async () => {
      const shop = at()
      const { statements } = marketplacesOf(shop.container)
      const channel_id = shop.tiktok.id
      const id = await statements.open({
        channel_id,
        source: "file",
        external_id: null,
        filename: "hai-lan.xlsx",
        file_id: null,
        file_hash: null,
        currency_code: "vnd",
        created_by: "user_test",
      })
      if (!id) {
        throw new Error("it was there before")
      }
      const statement = { id, channel_id, source: "file" }
      await statements.addLines(statement, LINES.slice(0, 2))
      // A second process takes over, while the first one still writes.
      await statements.clearLines(id)
      await statements.addLines(statement, LINES.slice(0, 1))
      await statements.addLines(statement, LINES.slice(2))
      const ended = await statements
        .finish(statement, END)
        .catch((error: unknown) => error)
      expect(isTransient(ended)).toBe(true)
      expect((await readStatement(shop, id)).status).toBe("importing")
      await statements.addLines(statement, LINES)
      await statements.finish(statement, END)
      // And again the first one, which has noticed nothing.
      await statements.clearLines(id)
      await statements.addLines(statement, LINES.slice(1))
      await statements.finish(statement, END)
      const whole = await readStatement(shop, id)
      expect(whole).toMatchObject({ status: "done", totals: { net: 40_006 } })
      expect((await linesOf(shop, whole)).map(({ row }) => row)).toEqual([
        2, 3, 4, 5,
      ])
      await shop.admin.delete(`/statements/${id}`)
    })

    it("leave no open work behind when they are taken back with their statement", async () => {
      const shop = at()
      const order_id = "579100000000000320"
      const { statement } = await take(
        shop,
        shop.tiktok,
        await tiktokFile([sale(order_id, 100_000)])
      )
      const open = async () => {
        const { body } = await shop.admin.get<{ settlements: Settlement[] }>(
          "/settlements?limit=200"
        )
        return body.settlements
          .filter(({ external_order_id }) => external_order_id === order_id)
          .map(({ state }) => state)
      }
      expect(await open()).toEqual(["not_found"])
      await shop.admin.delete(`/statements/${statement.id}`)
      expect(await open()).toEqual([])
      expect(await settlementOf(shop, order_id)).toMatchObject({
        state: "pending",
        findings: [],
      })
    })

    it("of no order stand again when what they were a copy of is taken back", async () => {
      const shop = at()
      const advertising = {
        kind: "marketing" as const,
        order_id: null,
        line_id: "7400000000000000310",
        settled_at: daysAgo(2),
        adjustment: -120_000,
      }
      const first = await take(
        shop,
        shop.tiktok,
        await tiktokFile([advertising])
      )
      const second = await take(
        shop,
        shop.tiktok,
        await tiktokFile([advertising, sale("579100000000000311", 100_000)])
      )
      expect(second.statement.counts).toEqual({
        lines: 2,
        duplicate: 1,
        not_found: 1,
      })
      await shop.admin.delete(`/statements/${first.statement.id}`)
      const left = await readStatement(shop, second.statement.id)
      expect(left.counts).toEqual({ lines: 2, adjustment: 1, not_found: 1 })
      expect(left.totals.adjustment).toBe(-120_000)
    })
  })
}
