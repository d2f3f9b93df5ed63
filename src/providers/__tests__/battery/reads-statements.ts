import { readsStatements } from "../../../domain/provider/reads-statements"
import { addSettled, NOTHING_SETTLED } from "../../../domain/statements/amounts"
import { Bench, collect } from "./bench"

/** Statements, their lines and payouts, as the marketplace has them. */
export function readsStatementsOf(at: () => Bench): void {
  describe("reads statements", () => {
    it("all of them, whose lines make their totals", async () => {
      const { provider, statements, query } = worldOf(at())
      const access = await at().connected()
      const found = await collect(provider.readStatements(access, query))
      const read: typeof statements.settled = {}
      for (const statement of found) {
        const { totals, external_id } = statement
        const lines = await collect(
          provider.readStatementLines(access, statement)
        )
        const sum = lines.reduce(
          (total, { amounts }) => addSettled(total, amounts),
          NOTHING_SETTLED
        )
        expect(sum).toEqual(totals)
        expect(totals.revenue + totals.fees + totals.adjustment).toBe(
          totals.net
        )
        expect(lines.map(({ row }) => row)).toEqual(
          lines.map((_, index) => index + 1)
        )
        expect(statement.period_from < statement.period_to).toBe(true)
        read[external_id] = { net: totals.net, lines: lines.length }
      }
      expect(read).toEqual(statements.settled)
    })

    it("with lines whose fees are named one by one", async () => {
      const { provider, query } = worldOf(at())
      const access = await at().connected()
      const [statement] = await collect(provider.readStatements(access, query))
      const lines = await collect(
        provider.readStatementLines(access, statement)
      )
      const orders = new Set(at().order_ids)
      for (const { kind, amounts, fee_parts, external_order_id } of lines) {
        expect(kind).not.toBe("unknown")
        expect(fee_parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(
          amounts.fees
        )
        expect(orders.has(external_order_id ?? "")).toBe(true)
      }
    })

    it("of the days that are asked for, and payouts of the same", async () => {
      const { provider, statements, query } = worldOf(at())
      const access = await at().connected()
      const all = await collect(provider.readStatements(access, query))
      const [first, second] = all
      const one = { from: first.period_from, to: first.period_to }
      const ids = (await collect(provider.readStatements(access, one))).map(
        ({ external_id }) => external_id
      )
      expect(ids).toEqual([first.external_id])
      expect(second.period_from.getTime()).toBeGreaterThanOrEqual(
        first.period_to.getTime()
      )
      const payouts = await collect(provider.readPayouts(access, query))
      expect(
        Object.fromEntries(
          payouts.map(({ external_id, amount }) => [external_id, amount])
        )
      ).toEqual(statements.payouts)
    })
  })
}

function worldOf({ provider, world }: Bench) {
  const { books, statements } = world
  if (!readsStatements(provider) || !statements) {
    throw new Error("this marketplace gives no statements")
  }
  return { provider, statements, query: { from: books.from, to: books.to } }
}
