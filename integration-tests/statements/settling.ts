import marketplacesOwedOrders from "../../src/jobs/owed-orders"
import { backgroundIdle } from "../../src/workflows/background"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { resultsOf } from "../support/runs"
import { tick } from "../support/tick"
import {
  bringIn,
  daysAgo,
  linesOf,
  readStatement,
  revenueOf,
  sale,
  sellOnTiki,
  sellOnTikTok,
  Settlement,
  settlementOf,
  StatementsShop,
  take,
  tikiFile,
  tiktokFile,
  untilEnd,
} from "./shop"

type Decided = {
  settlements: Settlement[]
  refused: { id: string; code: string; message: string }[]
}
type Detail = Settlement & {
  lines: unknown[]
  expectation: { amounts: { net: number }; fee_parts: unknown[] | null } | null
  events: { kind: string; actor_name: string | null }[]
  order: { external_id: string } | null
}

/** The rules by which {@link sale} is charged. */
const RULES = [
  { kind: "commission", rate_ppm: 50_000 },
  { kind: "order_processing", fixed_amount: 3_000 },
]

/** A second shop of TikTok Shop, disconnected: its statements are read all the same. */
async function anotherChannel({ container, tiktok }: StatementsShop) {
  const {
    id: _,
    created_at: __,
    updated_at: ___,
    deleted_at: ____,
    ...row
  } = await marketplacesOf(container).retrieveMarketplaceChannel(tiktok.id)
  return {
    ...row,
    name: "Gian hàng khác",
    external_id: "7490000000000000001",
    status: "paused",
  }
}

/** What becomes of orders. */
export function settling(at: () => StatementsShop): void {
  describe("the settlement of an order", () => {
    const detail = async (id: string) =>
      (await at().admin.get<{ settlement: Detail }>(`/settlements/${id}`)).body
        .settlement
    const agree = async () => {
      const { admin, tiktok } = at()
      const ids: string[] = []
      for (const rule of RULES) {
        const { status, body } = await admin.post<{
          fee_rule: { id: string }
        }>("/fee-rules", { channel_id: tiktok.id, ...rule })
        expect(status).toBe(201)
        ids.push(body.fee_rule.id)
      }
      return ids
    }
    afterEach(async () => {
      const { admin } = at()
      const { body } = await admin.get<{ fee_rules: { id: string }[] }>(
        "/fee-rules?limit=200"
      )
      for (const { id } of body.fee_rules) {
        await admin.delete(`/fee-rules/${id}`)
      }
      await tick(at().container)
      await backgroundIdle()
    })

    it("names an order that was never downloaded, downloads it and compares it by itself", async () => {
      const shop = at()
      await agree()
      const [order_id] = sellOnTikTok(shop, 1)
      const unknown = "579900000000000001"
      const { statement } = await take(
        shop,
        shop.tiktok,
        await tiktokFile([sale(order_id, 65_000), sale(unknown, 65_000)])
      )
      expect(statement.counts).toMatchObject({ lines: 2, not_found: 2 })
      const { status, body } = await shop.admin.post<{ run: { id: string } }>(
        "/settlements/order-downloads",
        { statement_id: statement.id }
      )
      expect(status).toBe(202)
      const run = await untilEnd(shop, body.run.id)
      expect(run.status).toBe("done")
      expect(
        (await resultsOf(shop.admin, run)).map(({ external_id, code }) => [
          external_id,
          code,
        ])
      ).toEqual(
        expect.arrayContaining([
          [order_id, "imported"],
          [unknown, "not_known"],
        ])
      )
      const settlement = await settlementOf(shop, order_id)
      expect(settlement.state).not.toBe("not_found")
      expect(settlement).toMatchObject({
        order_status: "succeeded",
        channel_name: expect.any(String),
      })
      expect((await settlementOf(shop, unknown)).state).toBe("not_found")
      expect((await readStatement(shop, statement.id)).counts.not_found).toBe(1)
    })

    it("follows the fee rules, which change the outcome", async () => {
      const shop = at()
      const [order_id] = sellOnTikTok(shop, 1)
      await bringIn(shop, shop.tiktok, [order_id])
      const revenue = await revenueOf(shop, order_id)
      const { statement } = await take(
        shop,
        shop.tiktok,
        await tiktokFile([sale(order_id, revenue)])
      )
      expect((await settlementOf(shop, order_id)).state).toBe("short")
      const [commission] = await agree()
      await tick(shop.container)
      const matched = await settlementOf(shop, order_id)
      expect(matched).toMatchObject({ state: "matched", findings: [] })
      expect(matched.settled).toEqual(matched.expected)
      expect(await linesOf(shop, statement)).toMatchObject([
        { state: "matched", difference: 0 },
      ])
      await shop.admin.post(`/fee-rules/${commission}`, { rate_ppm: 40_000 })
      await tick(shop.container)
      const short = await settlementOf(shop, order_id)
      expect(short).toMatchObject({
        state: "short",
        findings: [
          {
            code: "fee_higher",
            amount: Math.round(revenue * 0.04) - Math.round(revenue * 0.05),
          },
        ],
      })
      expect((await readStatement(shop, statement.id)).counts).toMatchObject({
        short: 1,
      })
      const refused = await shop.admin.post<{ message: string }>("/fee-rules", {
        channel_id: shop.tiktok.id,
        ...RULES[0],
        starts_on: "2026-01-01",
      })
      expect(refused.status).toBe(400)
      expect(refused.body.message).toContain("always")
    })

    it("is confirmed and opened again by people, and by new lines", async () => {
      const shop = at()
      await agree()
      const [order_id, unpaid] = sellOnTikTok(shop, 2)
      await bringIn(shop, shop.tiktok, [order_id, unpaid])
      await marketplacesOf(shop.container).settlements.addOwed(daysAgo(30))
      await tick(shop.container)
      const revenue = await revenueOf(shop, order_id)
      await take(shop, shop.tiktok, await tiktokFile([sale(order_id, revenue)]))
      const { id } = await settlementOf(shop, order_id)
      const pending = await settlementOf(shop, unpaid)
      expect(pending).toMatchObject({
        state: "pending",
        findings: [{ code: expect.stringMatching(/^unpaid/) }],
      })
      const confirm = () =>
        shop.admin.post<Decided>("/settlements/confirmations", {
          ids: [id, pending.id, "mpstl_none"],
        })
      for (const { body } of [await confirm(), await confirm()]) {
        expect(body.settlements).toMatchObject([
          { id, confirmed_at: expect.any(String) },
        ])
        expect(body.refused.map(({ code }) => code)).toEqual([
          "pending",
          "unknown_settlement",
        ])
      }
      const { body: opened } = await shop.admin.post<Decided>(
        "/settlements/reopenings",
        { ids: [id], reason: "Xem lại phí" }
      )
      expect(opened.settlements).toMatchObject([{ id, confirmed_at: null }])
      await confirm()
      await take(
        shop,
        shop.tiktok,
        await tiktokFile([
          {
            kind: "compensation",
            order_id,
            line_id: "740000000000000009",
            settled_at: daysAgo(1),
            adjustment: 50_000,
          },
        ])
      )
      const after = await detail(id)
      expect(after).toMatchObject({
        confirmed_at: null,
        settled: { adjustment: 50_000 },
        order: { external_id: order_id },
      })
      expect(after.lines).toHaveLength(2)
      expect(after.expectation?.fee_parts).toHaveLength(2)
      expect(after.events.map(({ kind }) => kind)).toEqual([
        "confirmed",
        "reopened",
        "confirmed",
        "opened_by_new_lines",
      ])
      expect(after.events[0].actor_name).toEqual(expect.any(String))
    })

    it("counts lines of overlapping files once, and again when the first is taken back", async () => {
      const shop = at()
      await agree()
      const ids = sellOnTikTok(shop, 2)
      await bringIn(shop, shop.tiktok, ids)
      const [a, b] = await Promise.all(
        ids.map(async (id) => sale(id, await revenueOf(shop, id)))
      )
      const first = await take(shop, shop.tiktok, await tiktokFile([a]))
      const second = await take(shop, shop.tiktok, await tiktokFile([a, b]))
      expect(second.statement.counts).toMatchObject({
        lines: 2,
        duplicate: 1,
        matched: 1,
      })
      const [twin] = (await linesOf(shop, second.statement)).filter(
        ({ state }) => state === "duplicate"
      )
      expect(twin.duplicate_of).toMatchObject({
        statement_id: first.statement.id,
      })
      expect((await settlementOf(shop, ids[0])).state).toBe("matched")
      await shop.admin.delete(`/statements/${first.statement.id}`)
      expect((await settlementOf(shop, ids[0])).state).toBe("matched")
      expect((await readStatement(shop, second.statement.id)).counts).toEqual({
        lines: 2,
        matched: 2,
      })
      await shop.admin.delete(`/statements/${second.statement.id}`)
      expect((await settlementOf(shop, ids[0])).state).toBe("pending")
    })

    it("of Tiki is expected as the order itself says", async () => {
      const shop = at()
      const ids = sellOnTiki(shop, 2)
      await bringIn(shop, shop.tiki, ids)
      await marketplacesOf(shop.container).settlements.addOwed(daysAgo(30))
      await tick(shop.container)
      const [right, wrong] = await Promise.all(
        ids.map((id) => settlementOf(shop, id))
      )
      const pay = ({ external_order_id, expected }: Settlement, less = 0) => ({
        ...sale(external_order_id, (expected?.revenue ?? 0) - less),
        quantity: 1,
        fees: {},
        stated_fees: expected?.fees,
      })
      const { statement } = await take(
        shop,
        shop.tiki,
        await tikiFile([pay(right), pay(wrong, 10_000)])
      )
      expect(statement.counts).toMatchObject({ lines: 2 })
      const low = await settlementOf(shop, wrong.external_order_id)
      expect(low).toMatchObject({ state: "short" })
      expect(low.difference?.revenue).toBe(-10_000)
      expect(low.findings.map(({ code }) => code)).toContain("revenue_lower")
    })

    it("is put on record by the hour, becomes overdue, and is found by what is wrong", async () => {
      const shop = at()
      const [late] = sellOnTikTok(shop, 1, 80)
      const [recent] = sellOnTikTok(shop, 1, 3)
      await bringIn(shop, shop.tiktok, [late, recent])
      const { settlements } = marketplacesOf(shop.container)
      await settlements.addOwed(daysAgo(365))
      await marketplacesOwedOrders(shop.container)
      await backgroundIdle()
      await tick(shop.container)
      const { id } = await settlementOf(shop, recent)
      const listed = async (query: string) =>
        (
          await shop.admin.get<{ settlements: Settlement[] }>(
            `/settlements?limit=200&${query}`
          )
        ).body.settlements.map(({ external_order_id }) => external_order_id)
      expect(await listed("state=pending")).toEqual(
        expect.arrayContaining([late, recent])
      )
      const overdue = await listed("overdue=true&order=owed_since")
      expect(overdue).toContain(late)
      expect(overdue).not.toContain(recent)
      expect(await listed("finding=unpaid")).toContain(recent)
      expect(await listed(`q=${late}`)).toEqual([late])
      expect(await listed(`channel_id=${shop.tiki.id}`)).not.toContain(late)
      // Days later, with nothing else having happened.
      await marketplacesOf(shop.container).updateMarketplaceSettlements({
        id,
        findings: [] as unknown as Record<string, unknown>,
      })
      await settlements.makeStaleDue(new Date(Date.now() + 1_000))
      await tick(shop.container)
      expect(await listed("finding=unpaid")).toContain(recent)
      const wrong = await shop.admin.get("/settlements?state=paid")
      expect(wrong.status).toBe(400)
    })

    it("goes on beside one that cannot be worked out", async () => {
      const shop = at()
      const marketplaces = marketplacesOf(shop.container)
      const nothing = { revenue: 0, fees: 0, adjustment: 0, net: 0 }
      const [broken] = await marketplaces.createMarketplaceSettlements([
        {
          channel_id: "mpchn_gone",
          external_order_id: "579100000000000099",
          state: "pending",
          currency_code: "vnd",
          settled: nothing,
          fee_parts: [] as unknown as Record<string, unknown>,
          findings: [] as unknown as Record<string, unknown>,
          line_count: 0,
          due_at: daysAgo(1),
        },
      ])
      const { statement } = await take(
        shop,
        shop.tiktok,
        await tiktokFile([sale("579100000000000098", 65_000)])
      )
      expect(statement.counts).toMatchObject({ lines: 1, not_found: 1 })
      const { due_at } = await marketplaces.retrieveMarketplaceSettlement(
        broken.id
      )
      expect(due_at?.getTime()).toBeGreaterThan(Date.now())
      await marketplaces.deleteMarketplaceSettlements([broken.id])
    })

    it("of another channel's order says whose it is", async () => {
      const shop = at()
      const other = await marketplacesOf(
        shop.container
      ).createMarketplaceChannels(await anotherChannel(shop))
      const [order_id] = sellOnTikTok(shop, 1)
      await bringIn(shop, shop.tiktok, [order_id])
      const { statement } = await take(
        shop,
        { ...shop.tiktok, id: other.id },
        await tiktokFile([sale(order_id, 65_000)])
      )
      const lines = await linesOf(shop, statement)
      expect(lines).toMatchObject([{ state: "conflict" }])
      expect(lines[0].message).toContain("another channel")
    })

    it("proposes the rules by which orders were charged", async () => {
      const shop = at()
      const ids = sellOnTikTok(shop, 6)
      await bringIn(shop, shop.tiktok, ids)
      const sales = await Promise.all(
        ids.map(async (id) => sale(id, await revenueOf(shop, id)))
      )
      const { statement } = await take(
        shop,
        shop.tiktok,
        await tiktokFile(sales)
      )
      const { body } = await shop.admin.post<{
        proposals: {
          rule: { kind: string; rate_ppm: number; fixed_amount: number }
          evidence: { order_count: number; agreeing_count: number }
        }[]
      }>("/fee-rules/proposals", { channel_id: shop.tiktok.id })
      expect(body.proposals.map(({ rule }) => rule)).toMatchObject([
        { kind: "commission", rate_ppm: 50_000, fixed_amount: 0 },
        { kind: "order_processing", rate_ppm: 0, fixed_amount: 3_000 },
      ])
      for (const { rule } of body.proposals) {
        const { currency_code: _, ...given } = rule as typeof rule & {
          currency_code: string
        }
        const { status } = await shop.admin.post("/fee-rules", {
          channel_id: shop.tiktok.id,
          ...given,
        })
        expect(status).toBe(201)
      }
      await tick(shop.container)
      expect((await readStatement(shop, statement.id)).counts).toEqual({
        lines: 6,
        matched: 6,
      })
      const { body: counts } = await shop.admin.get<{
        by_state: Record<string, number>
        outstanding: { age: string }[]
      }>(`/settlements/counts?channel_id=${shop.tiktok.id}`)
      expect(counts.by_state.matched).toBeGreaterThanOrEqual(6)
    })
  })
}
