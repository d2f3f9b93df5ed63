import { SCOPES } from "../../sandbox/tiktok-shop/shops"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { failingAtWrite } from "../support/failing-writes"
import { resultsOf, Run } from "../support/runs"
import { tick } from "../support/tick"
import {
  Amounts,
  bringIn,
  linesOf,
  readStatement,
  sale,
  sellOnTikTok,
  settlementOf,
  Statement,
  StatementsShop,
  take,
  tiktokFile,
  untilEnd,
} from "./shop"

const DAY_MS = 86_400_000

type Downloaded = Statement & {
  source: string
  external_id: string | null
  line_totals: Amounts
  stated_totals: Amounts
  payment: string | null
  payout: {
    amount: number
    settled: number
    difference: number
    statement_count: number
  } | null
}

/** The day of a statement that the twin settles `days_ago`, and nothing else. */
function dayOf(days_ago: number) {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS
  const from = today - days_ago * DAY_MS
  return {
    from: new Date(from).toISOString(),
    to: new Date(from + DAY_MS).toISOString(),
  }
}

/** Statements over the marketplace's API. */
export function downloading(at: () => StatementsShop): void {
  describe("statements over the API", () => {
    const start = (body: object) =>
      at().admin.post<{ run: Run; message?: string }>(
        "/statements/downloads",
        body
      )
    const download = async (days_ago: number): Promise<Run> => {
      const { status, body } = await start({
        channel_ids: [at().tiktok.id],
        ...dayOf(days_ago),
      })
      expect(status).toBe(202)
      return untilEnd(at(), body.run.id)
    }
    const codesOf = async (run: Run) =>
      (await resultsOf(at().admin, run)).map(({ code }) => code)
    const settle = (days_ago: number, order_ids: string[]) => {
      const { finance } = at().sandbox.tiktok
      return finance.settle({ shop_id: shopId(), order_ids, days_ago })
    }
    const shopId = () => at().sandbox.tiktok.shop().id
    /** The statement of a day, as people see it. */
    const statementOf = async (days_ago: number): Promise<Downloaded[]> => {
      const { body } = await at().admin.get<{
        statements: (Downloaded & { period_from: string | null })[]
      }>("/statements?source=api&limit=200")
      return body.statements.filter(
        ({ period_from }) => period_from === dayOf(days_ago).from
      )
    }

    it("come in page by page with all their transactions, once", async () => {
      const orders = sellOnTikTok(at(), 130)
      const entries = settle(3, orders)
      expect(entries).toHaveLength(130)
      const run = await download(3)
      expect(run).toMatchObject({ status: "done", error: null })
      const [line] = await resultsOf(at().admin, run)
      expect(line).toMatchObject({
        code: "statement_imported",
        params: { date: dayOf(3).from.slice(0, 10), lines: 130 },
      })
      const [statement, ...more] = await statementOf(3)
      expect(more).toEqual([])
      expect(statement).toMatchObject({
        source: "api",
        status: "done",
        external_id: entries[0].statement_id,
        payment: "processing",
        payout: null,
        notices: [],
        counts: { lines: 130, not_found: 130 },
      })
      expect(statement.totals).toEqual(statement.stated_totals)
      expect(statement.line_totals).toEqual(statement.stated_totals)
      expect(statement.totals.net).toBeGreaterThan(0)
      const again = await download(3)
      expect(await codesOf(again)).toEqual(["unchanged"])
      expect(await statementOf(3)).toEqual([statement])
    })

    it("count once beside a file of the same period, whichever came first", async () => {
      const shop = at()
      const [order_id, later] = sellOnTikTok(shop, 2)
      await bringIn(shop, shop.tiktok, [order_id, later])
      settle(4, [order_id, later])
      await download(4)
      const [api] = await statementOf(4)
      const [first, second] = await linesOf(shop, api)
      const settled = await settlementOf(shop, order_id)
      const file = await tiktokFile(
        [first, second].map((line) => {
          const { revenue, fees } = line as unknown as Amounts
          return sale(line.external_order_id ?? "", revenue, {
            fees: { commission: fees },
            settled_at: new Date(dayOf(4).from),
          })
        })
      )
      const { statement: uploaded } = await take(shop, shop.tiktok, file)
      expect(uploaded.counts).toMatchObject({ lines: 2, duplicate: 2 })
      expect(uploaded.totals.net).toBe(0)
      expect((await settlementOf(shop, order_id)).settled).toEqual(
        settled.settled
      )
      expect(await linesOf(shop, uploaded)).toMatchObject([
        { state: "duplicate", duplicate_of: { statement_id: api.id } },
        { state: "duplicate", duplicate_of: { statement_id: api.id } },
      ])

      expect(await readStatement(shop, uploaded.id)).toMatchObject({
        cross_check: {
          statements: [{ id: api.id, name: api.external_id }],
          in_both: 2,
          only_here: 0,
          only_here_net: 0,
        },
      })
      await shop.admin.delete(`/statements/${api.id}`)
      expect(await readStatement(shop, uploaded.id)).toMatchObject({
        totals: api.totals,
        cross_check: null,
      })
      expect((await settlementOf(shop, order_id)).settled).toEqual(
        settled.settled
      )
      const back = await download(4)
      expect(await codesOf(back)).toEqual(["statement_imported"])
      const [again] = await statementOf(4)
      expect(again).toMatchObject({
        counts: { lines: 2, duplicate: 2 },
        totals: { net: 0 },
        line_totals: api.totals,
        stated_totals: api.totals,
        notices: [],
      })
      expect((await settlementOf(shop, order_id)).settled).toEqual(
        settled.settled
      )
    })

    it("count refunds once beside a file, and what the file has no word for", async () => {
      const shop = at()
      const { finance } = shop.sandbox.tiktok
      const [order_id] = sellOnTikTok(shop, 1)
      const [entry] = settle(13, [order_id])
      finance.edit(entry.id, {
        revenue_amount: "-90000",
        revenue_breakdown: null,
        shipping_cost_amount: "0",
        shipping_cost_breakdown: null,
        fee_tax_amount: "4000",
        fee_tax_breakdown: null,
        settlement_amount: "-86000",
      })
      const rebate = finance.adjust({
        shop_id: shopId(),
        type: "REBATE",
        amount: 7_000,
        order_id,
        days_ago: 13,
      })
      await download(13)
      const [api] = await statementOf(13)
      expect((await linesOf(shop, api)).map(({ kind }) => kind)).toEqual([
        "refund",
        "adjustment",
      ])
      const settled_at = new Date(dayOf(13).from)
      const file = await tiktokFile([
        {
          kind: "refund",
          order_id,
          settled_at,
          revenue: -90_000,
          fees: { commission: 4_000 },
        },
        {
          kind: "unknown",
          word: "Thưởng Tết",
          order_id,
          line_id: `7${rebate.id}`,
          settled_at,
          adjustment: 7_000,
        },
      ])
      const { statement } = await take(shop, shop.tiktok, file)
      expect(statement.counts).toMatchObject({ lines: 2, duplicate: 2 })
      expect(statement.totals.net).toBe(0)
    })

    it("count two transactions that are alike, and one of them beside a file once", async () => {
      const shop = at()
      const [order_id] = sellOnTikTok(shop, 1)
      settle(14, [order_id])
      const [second] = settle(14, sellOnTikTok(shop, 1))
      shop.sandbox.tiktok.finance.edit(second.id, { order_id })
      await download(14)
      const [api] = await statementOf(14)
      expect(api.counts.lines).toBe(2)
      expect(api.counts.duplicate).toBeUndefined()
      expect(api.totals).toEqual(api.stated_totals)

      const settled_at = new Date(dayOf(14).from)
      const { revenue, fees, net } = api.totals
      const row = sale(order_id, revenue / 2, {
        fees: { commission: fees / 2 },
        settled_at,
      })
      const { statement } = await take(
        shop,
        shop.tiktok,
        await tiktokFile([row])
      )
      expect(statement.counts).toMatchObject({ lines: 1, duplicate: 1 })
      expect((await settlementOf(shop, order_id)).settled.net).toBe(net)
    })

    it("are taken anew where the marketplace has changed them", async () => {
      const shop = at()
      const [order_id, added] = sellOnTikTok(shop, 2)
      await bringIn(shop, shop.tiktok, [order_id, added])
      settle(5, [order_id])
      await download(5)
      const [before] = await statementOf(5)
      const settled = await settlementOf(shop, order_id)
      const { revenue, fees, net } = settled.settled
      const { statement: file } = await take(
        shop,
        shop.tiktok,
        await tiktokFile([
          sale(order_id, revenue, {
            fees: { commission: fees },
            settled_at: new Date(dayOf(5).from),
          }),
        ])
      )
      settle(5, [added])
      const run = await download(5)
      expect(await codesOf(run)).toEqual(["statement_replaced"])
      const [after, ...more] = await statementOf(5)
      expect(more).toEqual([])
      expect(after.id).toBe(before.id)
      expect(after.counts.lines).toBe(2)
      expect(after.totals).toEqual(after.stated_totals)
      expect(after.totals.net).toBeGreaterThan(before.totals.net)
      expect((await linesOf(shop, after)).map((line) => line.row)).toEqual([
        1, 2,
      ])
      expect(await readStatement(shop, after.id)).toMatchObject({
        cross_check: {
          statements: [{ id: file.id }],
          in_both: 1,
          only_here: 1,
          only_here_net: after.totals.net - net,
        },
      })
      expect((await settlementOf(shop, order_id)).settled).toEqual(
        settled.settled
      )
    })

    it("say where their sum is not that of their lines", async () => {
      const shop = at()
      const [order_id] = sellOnTikTok(shop, 1)
      const [entry] = settle(6, [order_id])
      const extra = shop.sandbox.tiktok.finance.adjust({
        shop_id: shopId(),
        type: "SHIPPING_FEE_ADJUSTMENT",
        amount: -15_000,
        days_ago: 6,
      })
      shop.sandbox.tiktok.finance.edit(extra.id, {
        adjustment_amount: "-25000",
        settlement_amount: "-25000",
      })
      await download(6)
      const [statement] = await statementOf(6)
      expect(statement.external_id).toBe(entry.statement_id)
      expect(statement.notices).toEqual([
        {
          code: "totals_differ",
          params: expect.objectContaining({
            part: "adjustment",
            stated: -15_000,
            lines: -25_000,
            difference: -10_000,
          }),
        },
        {
          code: "totals_differ",
          params: expect.objectContaining({ part: "net", difference: -10_000 }),
        },
      ])
    })

    it("come in beside one that cannot be understood, and once by two at a time", async () => {
      const shop = at()
      const { finance } = shop.sandbox.tiktok
      const [bad] = settle(12, sellOnTikTok(shop, 1))
      settle(11, sellOnTikTok(shop, 2))
      finance.edit(bad.id, { settlement_amount: "1" })
      const period = {
        channel_ids: [shop.tiktok.id],
        from: dayOf(12).from,
        to: dayOf(11).to,
      }
      const { body } = await start(period)
      const run = await untilEnd(shop, body.run.id)
      expect(run.status).toBe("done")
      expect(await resultsOf(shop.admin, run)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            code: "statement_unreadable",
            external_id: bad.statement_id,
            message: expect.stringContaining("settlement_amount"),
          }),
          expect.objectContaining({ code: "statement_imported" }),
        ])
      )
      expect(await statementOf(12)).toEqual([])
      expect((await statementOf(11))[0].counts.lines).toBe(2)

      finance.edit(bad.id, {})
      const runs = await Promise.all([start(period), start(period)])
      const ended = await Promise.all(
        runs.map(({ body }) => untilEnd(shop, body.run.id))
      )
      expect(ended.map(({ status }) => status)).toEqual(["done", "done"])
      const codes = (await Promise.all(ended.map(codesOf))).flat().sort()
      expect(codes).toEqual([
        "statement_imported",
        "unchanged",
        "unchanged",
        "unchanged",
      ])
      expect(await statementOf(12)).toHaveLength(1)
      expect((await statementOf(12))[0].counts.lines).toBe(1)
    })

    it("name the payout that paid them, and what it differs by", async () => {
      const shop = at()
      const { finance } = shop.sandbox.tiktok
      const [order_id] = sellOnTikTok(shop, 1)
      const [entry] = settle(1, [order_id])
      await download(1)
      finance.pay(entry.statement_id)
      const run = await download(1)
      expect(await codesOf(run)).toEqual(["statement_payment_changed"])
      const [paid] = await statementOf(1)
      expect(paid).toMatchObject({
        payment: "paid",
        notices: [],
        payout: {
          amount: paid.totals.net,
          settled: paid.totals.net,
          difference: 0,
          statement_count: 1,
        },
      })
      finance.adjust({
        shop_id: shopId(),
        type: "PLATFORM_PENALTY",
        amount: -7_000,
        order_id,
        days_ago: 1,
      })
      await download(1)
      const [differing] = await statementOf(1)
      expect(differing.payout).toMatchObject({
        amount: paid.totals.net,
        settled: paid.totals.net - 7_000,
        difference: 7_000,
      })
      expect(differing.notices).toEqual([
        {
          code: "payout_differs",
          params: {
            stated: paid.totals.net,
            lines: paid.totals.net - 7_000,
            difference: -7_000,
          },
        },
      ])
      const payouts = await marketplacesOf(
        shop.container
      ).listMarketplacePayouts({ channel_id: shop.tiktok.id })
      expect(payouts.map(({ kind, amount }) => [kind, Number(amount)])).toEqual(
        [["settlement", paid.totals.net]]
      )
    })

    it("are whole or not there when a download breaks off", async () => {
      const shop = at()
      const orders = sellOnTikTok(shop, 120)
      settle(7, orders)
      await failingAtWrite(
        shop,
        2,
        async () => {
          const run = await download(7)
          expect(run.status).toBe("failed")
          expect(run.error).toContain("the process dies here")
        },
        "marketplace_statement_line"
      )
      expect(await statementOf(7)).toEqual([])
      const marketplaces = marketplacesOf(shop.container)
      const listed = await shop.admin.get<{ statements: Statement[] }>(
        "/statements?limit=200"
      )
      expect(
        listed.body.statements.filter(({ status }) => status === "importing")
      ).toEqual([])
      expect(
        await marketplaces.listMarketplaceSettlements({
          external_order_id: orders,
        })
      ).toEqual([])
      await download(7)
      const [whole] = await statementOf(7)
      expect(whole.counts.lines).toBe(120)

      settle(7, sellOnTikTok(shop, 1))
      await failingAtWrite(
        shop,
        2,
        async () => {
          expect((await download(7)).status).toBe("failed")
        },
        "marketplace_statement_line"
      )
      expect(await statementOf(7)).toEqual([whole])
      await download(7)
      expect((await statementOf(7))[0].counts.lines).toBe(121)
    })

    it("tell what permission is missing, and leave the channel at work", async () => {
      const shop = at()
      const { authorizations } = shop.sandbox.tiktok
      const seller = shop.sandbox.tiktok.seller()
      const granted = [...SCOPES]
      authorizations.setScopes(
        seller.open_id,
        granted.filter((scope) => scope !== "seller.finance.info")
      )
      try {
        const run = await download(8)
        expect(run.status).toBe("failed")
        expect(run.error).toMatch(/scope.*Partner Center/)
        expect(await codesOf(run)).toEqual(["not_permitted"])
      } finally {
        authorizations.setScopes(seller.open_id, granted)
      }
      const { body } = await shop.admin.get<{ channel: { status: string } }>(
        `/channels/${shop.tiktok.id}`
      )
      expect(body.channel.status).toBe("connected")
      expect(await codesOf(await download(8))).toEqual(["no_statements"])
    })

    it("go on with a token that has just expired", async () => {
      const shop = at()
      settle(9, sellOnTikTok(shop, 1))
      shop.sandbox.tiktok.faults.add({
        kind: "envelope",
        path: "/finance/*",
        status: 401,
        code: 105002,
        message: "Expired credentials: access_token",
      })
      expect(await codesOf(await download(9))).toEqual(["statement_imported"])
    })

    it("are refused in words where there are none, or for no period", async () => {
      const { tiki, tiktok } = at()
      const none = await start({ channel_ids: [tiki.id], ...dayOf(3) })
      expect(none.status).toBe(400)
      expect(none.body.message).toContain(tiki.name)
      expect(none.body.message).toContain("upload the file")
      for (const [period, words] of [
        [{ from: "2020-01-01", to: "2026-01-01" }, "366 days"],
        [{ from: "2026-01-02", to: "2026-01-01" }, "ends before"],
        [{ from: "2999-01-01" }, "future"],
        [{ from: "soon" }, "no date"],
      ] as const) {
        const { status, body } = await start({
          channel_ids: [tiktok.id],
          ...period,
        })
        expect([status, body.message]).toEqual([
          400,
          expect.stringContaining(words),
        ])
      }
      const unknown = await start({ channel_ids: ["mpch_none"], ...dayOf(3) })
      expect(unknown.status).toBe(404)
    })

    /** The daily look of a channel whose statements were last read six days ago. */
    const dailyLook = async () => {
      const { container, tiktok } = at()
      const marketplaces = marketplacesOf(container)
      const flowOf = async () => {
        const [flow] = await marketplaces.listMarketplaceFlows({
          channel_id: tiktok.id,
          kind: "statements",
        })
        return flow
      }
      const look = async () => {
        await marketplaces.flows.reschedule(
          tiktok.id,
          "statements",
          new Date(0)
        )
        await tick(container)
      }
      await marketplaces.updateMarketplaceFlows({
        id: (await flowOf()).id,
        cursor: new Date(Date.now() - 6 * DAY_MS),
      })
      return { flowOf, look }
    }

    it("are looked at every day until they can be understood", async () => {
      const shop = at()
      const { finance } = shop.sandbox.tiktok
      const [bad] = settle(18, sellOnTikTok(shop, 1))
      finance.edit(bad.id, { settlement_amount: "1" })
      const { flowOf, look } = await dailyLook()
      await look()
      expect((await flowOf()).last_error).toContain(bad.statement_id)
      expect(await statementOf(18)).toEqual([])

      finance.edit(bad.id, {})
      await look()
      expect((await flowOf()).last_error).toBeNull()
      expect((await statementOf(18))[0].counts.lines).toBe(1)
    })

    it("come in beside one whose sums cannot be read, which is looked at until it can", async () => {
      const shop = at()
      const { finance } = shop.sandbox.tiktok
      const [bad] = settle(17, sellOnTikTok(shop, 1))
      settle(16, sellOnTikTok(shop, 2))
      finance.editStatement(bad.statement_id, { settlement_amount: "" })
      const { flowOf, look } = await dailyLook()
      await look()
      const held = await flowOf()
      expect(held.last_error).toContain(
        `${bad.statement_id}: settlement_amount`
      )
      expect(held.cursor).toEqual(
        new Date(Date.parse(dayOf(17).from) + 14 * DAY_MS)
      )
      expect((await statementOf(16))[0].counts.lines).toBe(2)
      expect(await statementOf(17)).toEqual([])

      const { body } = await start({
        channel_ids: [shop.tiktok.id],
        from: dayOf(17).from,
        to: dayOf(16).to,
      })
      const run = await untilEnd(shop, body.run.id)
      expect(run.status).toBe("done")
      expect(await resultsOf(shop.admin, run)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            code: "statement_unreadable",
            external_id: bad.statement_id,
            params: {
              date: dayOf(17).from.slice(0, 10),
              reason: expect.stringContaining("settlement_amount"),
            },
          }),
          expect.objectContaining({ code: "unchanged" }),
        ])
      )

      finance.editStatement(bad.statement_id, {})
      await look()
      expect((await flowOf()).last_error).toBeNull()
      expect((await statementOf(17))[0].counts.lines).toBe(1)
    })

    it("and payouts come in beside a payout of a kind that is not known, which is looked at until it is", async () => {
      const shop = at()
      const { finance } = shop.sandbox.tiktok
      const [entry] = settle(8, sellOnTikTok(shop, 1))
      const strange = finance.move(shopId(), "TRANSFER", 5_000)
      finance.editWithdrawal(strange.id, { type: "CASHBACK" })
      finance.pay(entry.statement_id)
      const reason = expect.stringContaining('"CASHBACK" is not known')
      const { flowOf, look } = await dailyLook()
      await look()
      const held = await flowOf()
      expect(held.last_error).toContain(`Payout ${strange.id}: type`)
      expect(held.last_error).toEqual(reason)
      expect((await statementOf(8))[0]).toMatchObject({
        payment: "paid",
        payout: { difference: 0, statement_count: 1 },
      })

      const run = await download(8)
      expect(run.status).toBe("done")
      expect(await resultsOf(shop.admin, run)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            code: "payout_unreadable",
            external_id: strange.id,
            params: {
              date: new Date().toISOString().slice(0, 10),
              reason,
            },
          }),
          expect.objectContaining({ code: "unchanged" }),
        ])
      )

      finance.editWithdrawal(strange.id, {})
      await look()
      expect((await flowOf()).last_error).toBeNull()
    })

    it("come in by themselves once a day, unless a person took them back", async () => {
      const shop = at()
      const { flows } = marketplacesOf(shop.container)
      const look = async () => {
        await flows.reschedule(shop.tiktok.id, "statements", new Date(0))
        await tick(shop.container)
      }
      settle(10, sellOnTikTok(shop, 1))
      const setting = (download_statements: boolean) =>
        shop.admin.post(`/channels/${shop.tiktok.id}`, {
          settings: { download_statements },
        })
      await setting(false)
      await look()
      expect(await statementOf(10)).toEqual([])
      await setting(true)
      await look()
      const [flow] = await marketplacesOf(shop.container).listMarketplaceFlows({
        channel_id: shop.tiktok.id,
        kind: "statements",
      })
      expect(flow.last_error).toBeNull()
      const [statement] = await statementOf(10)
      expect(statement.counts.lines).toBe(1)
      expect(flow.due_at.getTime()).toBeGreaterThan(Date.now())
      expect(flow.due_at.getTime() - Date.now()).toBeLessThanOrEqual(DAY_MS)

      await shop.admin.delete(`/statements/${statement.id}`)
      await look()
      expect(await statementOf(10)).toEqual([])
    })
  })
}
