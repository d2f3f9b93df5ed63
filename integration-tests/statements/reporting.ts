import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import ExcelJS from "exceljs"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { tick } from "../support/tick"
import {
  Amounts,
  bringIn,
  daysAgo,
  revenueOf,
  sale,
  sellOnTiki,
  sellOnTikTok,
  settlementOf,
  Statement,
  StatementsShop,
  take,
  tiktokFile,
} from "./shop"

type WithCost = Amounts & { cost: number | null; margin: number | null }
type Figures = WithCost & {
  order_count: number
  settled_count: number
  orders_without_cost: number
  fee_parts: { kind: string; amount: number }[]
  settled: WithCost
  expected: WithCost | null
  outstanding: number
}
type Row = Figures & {
  id: string
  is_without_order: boolean
  channel_id: string | null
  channel_name: string | null
  external_order_id: string | null
  variant_id: string | null
  sku: string | null
  units: number | null
  month: string | null
}
type Report = {
  rows: Row[]
  totals: Figures
  currency_code: string
  comparing: number
  count: number
}
type Owed = { age: string; count: number; amount: number }

const KINDS = ["order", "product", "channel", "month"] as const
const PARTS = ["revenue", "fees", "adjustment", "net"] as const

/** What one of CHEN-DO-60 costs the shop; nobody wrote down what any other product costs. */
const UNIT_COST = 21_500

const sum = (amounts: (number | null | undefined)[]) =>
  amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)

const feesOf = (figures: Figures[]) => {
  const sums: Record<string, number> = {}
  for (const { kind, amount } of figures.flatMap((one) => one.fee_parts)) {
    sums[kind] = (sums[kind] ?? 0) + amount
  }
  return sums
}

/** A workbook's only sheet as texts and numbers, row by row. */
async function sheetOf(content: Buffer): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(content as unknown as ArrayBuffer)
  expect(book.worksheets).toHaveLength(1)
  const rows: unknown[][] = []
  book.worksheets[0].eachRow((row) => {
    expect(JSON.stringify(row.values)).not.toContain('"formula"')
    rows.push((row.values as unknown[]).slice(1))
  })
  return rows
}

/** What all of it comes to. */
export function reporting(at: () => StatementsShop): void {
  describe("a report of what was settled", () => {
    let paid: string
    let two_products: string
    let unpaid: string
    let without_cost: string

    const report = async (query = "", expected_status = 200) => {
      const { status, body } = await at().admin.get<Report>(
        `/settlement-reports?limit=200&${query}`
      )
      expect(status).toBe(expected_status)
      return body
    }
    const orderRow = async (order_id: string) => {
      const { rows } = await report("by=order")
      const row = rows.find((one) => one.external_order_id === order_id)
      if (!row) {
        throw new Error(`order ${order_id} is in no row`)
      }
      return row
    }

    beforeEach(async () => {
      const shop = at()
      const { container, sandbox, tiktok, tiki } = shop
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "product_variant",
        fields: ["id"],
        filters: { sku: "CHEN-DO-60" },
      })
      await container
        .resolve(Modules.PRODUCT)
        .updateProductVariants(data[0].id, {
          metadata: { cost_price: String(UNIT_COST) },
        })
      ;[paid, unpaid] = sellOnTikTok(shop, 2)
      two_products = sandbox.tiktok.addOrders([
        {
          status: "COMPLETED",
          history: true,
          // Already the next month in Vietnam.
          create_time: Date.parse("2026-01-31T18:30:00Z") / 1000,
          lines: [
            { seller_sku: "CHEN-DO-60", quantity: 2 },
            { seller_sku: "LY-LAM-S", quantity: 1 },
          ],
        },
      ])[0].id
      ;[without_cost] = sellOnTiki(shop, 1)
      await bringIn(shop, tiktok, [paid, unpaid, two_products])
      await bringIn(shop, tiki, [without_cost])
      await marketplacesOf(container).settlements.addOwed(new Date(0))
      await take(
        shop,
        tiktok,
        await tiktokFile([
          sale(paid, await revenueOf(shop, paid)),
          sale(two_products, await revenueOf(shop, two_products), {
            fees: {
              commission: -7_777,
              shipping: -1_001,
              vat: -333,
            },
          }),
          {
            kind: "marketing",
            order_id: null,
            line_id: "7400000000000000991",
            settled_at: daysAgo(1),
            adjustment: -50_000,
          },
        ])
      )
      await tick(container)
    })

    it.each(KINDS)(
      "by %s has totals that are the sum of its rows",
      async (by) => {
        const { rows, totals, count } = await report(`by=${by}`)
        expect(rows.length).toBe(count)
        expect(count).toBeGreaterThan(0)
        for (const part of [...PARTS, "cost", "margin"] as const) {
          expect([part, totals[part]]).toEqual([
            part,
            sum(rows.map((row) => row[part])),
          ])
          expect([part, totals.expected?.[part]]).toEqual([
            part,
            sum(rows.map(({ expected }) => expected?.[part])),
          ])
        }
        expect(totals.outstanding).toBe(sum(rows.map((row) => row.outstanding)))
        expect(feesOf([totals])).toEqual(feesOf(rows))
        for (const row of [...rows, totals]) {
          expect(row.net).toBe(row.revenue + row.fees + row.adjustment)
          expect(sum(row.fee_parts.map(({ amount }) => amount))).toBe(row.fees)
          expect(row.settled).toMatchObject({ net: row.net, cost: row.cost })
        }
      }
    )

    it("has the same money however it is looked at, and all that statements hold", async () => {
      const shop = at()
      const reports = await Promise.all(KINDS.map((by) => report(`by=${by}`)))
      const money = reports.map(({ totals, comparing }) => ({
        revenue: totals.revenue,
        fees: totals.fees,
        adjustment: totals.adjustment,
        net: totals.net,
        expected: totals.expected?.net,
        outstanding: totals.outstanding,
        order_count: totals.order_count,
        settled_count: totals.settled_count,
        orders_without_cost: totals.orders_without_cost,
        fees_by_kind: feesOf([totals]),
        comparing,
      }))
      for (const one of money) {
        expect(one).toEqual({ ...money[0], comparing: 0 })
      }
      const { body } = await shop.admin.get<{ statements: Statement[] }>(
        "/statements?status=done&limit=200"
      )
      expect(money[0].net).toBe(
        sum(body.statements.map(({ totals }) => totals.net))
      )
      expect(
        reports.map(({ rows }) =>
          sum(rows.filter((row) => row.is_without_order).map(({ net }) => net))
        )
      ).toEqual([-50_000, -50_000, 0, 0])
    })

    it("turns pages without losing or repeating an order", async () => {
      const { rows, count } = await report("by=order")
      const paged: Row[] = []
      for (let offset = 0; offset < count; offset += 3) {
        const { body } = await at().admin.get<Report>(
          `/settlement-reports?by=order&limit=3&offset=${offset}`
        )
        expect(body.count).toBe(count)
        paged.push(...body.rows)
      }
      expect(paged.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
      expect(new Set(rows.map(({ id }) => id)).size).toBe(count)
    })

    it("takes the goods' cost off, and guesses none", async () => {
      const shop = at()
      const { lines } = (
        await shop.admin.get<{ orders: { lines: { quantity: number }[] }[] }>(
          `/orders?q=${paid}`
        )
      ).body.orders[0]
      const row = await orderRow(paid)
      const cost = UNIT_COST * sum(lines.map(({ quantity }) => quantity))
      expect(row).toMatchObject({
        cost,
        margin: row.net - cost,
        orders_without_cost: 0,
      })
      expect(await orderRow(unpaid)).toMatchObject({
        net: 0,
        cost: null,
        margin: null,
        settled_count: 0,
        expected: { cost: expect.any(Number), margin: expect.any(Number) },
        orders_without_cost: 0,
      })
      const { rows } = await report("by=order")
      expect(rows.find((one) => one.is_without_order)).toMatchObject({
        net: -50_000,
        cost: null,
        margin: null,
        orders_without_cost: 0,
      })
      for (const id of [without_cost, two_products]) {
        expect(await orderRow(id)).toMatchObject({
          cost: null,
          margin: null,
          orders_without_cost: 1,
        })
      }
    })

    it("shares an order's money over its products to the đồng", async () => {
      const shop = at()
      const settlement = await settlementOf(shop, two_products)
      const { rows, totals } = await report(
        `by=product&from=2026-02-01&to=2026-02-01&channel_id=${shop.tiktok.id}`
      )
      expect(rows.map(({ sku, units }) => [sku, units])).toEqual(
        expect.arrayContaining([
          ["CHEN-DO-60", 2],
          ["LY-LAM-S", 1],
        ])
      )
      expect(totals).toMatchObject({
        ...settlement.settled,
        order_count: 1,
        orders_without_cost: 1,
      })
      expect(feesOf(rows)).toEqual({
        commission: -7_777,
        shipping: -1_001,
        vat: -333,
      })
      const known = rows.find(({ sku }) => sku === "CHEN-DO-60")
      expect(known).toMatchObject({
        cost: 2 * UNIT_COST,
        margin: (known?.net ?? 0) - 2 * UNIT_COST,
      })
    })

    it("has months and days as the clocks of Vietnam have them", async () => {
      const { rows } = await report("by=month")
      expect(rows.map(({ month }) => month)).toContain("2026-02")
      expect(rows.map(({ month }) => month)).not.toContain("2026-01")
      const ids = async (query: string) =>
        (await report(`by=order&${query}`)).rows.map(
          (row) => row.external_order_id
        )
      expect(await ids("from=2026-02-01&to=2026-02-01")).toEqual([two_products])
      expect(await ids("from=2026-01-31&to=2026-01-31")).toEqual([])
      expect(
        await ids("from=2026-01-31T18:00:00Z&to=2026-01-31T19:00:00Z")
      ).toEqual([two_products])
      expect(await ids("dated=settled&from=2026-02-01&to=2026-02-28")).toEqual(
        []
      )
      const settled = await report("by=month&dated=settled")
      expect(settled.rows.find(({ month }) => month === null)).toMatchObject({
        settled_count: 0,
        net: 0,
      })
      await report("by=order&from=yesterday", 400)
      await report("by=colour", 400)
    })

    it("of what is outstanding has the age of it, channel by channel", async () => {
      const { admin, tiktok } = at()
      const { body } = await admin.get<{
        outstanding: Owed[]
        channels: {
          channel_id: string
          channel_name: string
          amount: number
          count: number
          ages: Owed[]
        }[]
      }>("/settlement-reports/outstanding")
      const counts = await admin.get<{ outstanding: Owed[] }>(
        "/settlements/counts"
      )
      expect(body.outstanding).toEqual(counts.body.outstanding)
      const { totals } = await report("by=order")
      expect(sum(body.outstanding.map(({ amount }) => amount))).toBe(
        totals.outstanding
      )
      expect(totals.outstanding).toBeGreaterThan(0)
      expect(sum(body.channels.map(({ amount }) => amount))).toBe(
        totals.outstanding
      )
      const own = body.channels.find(
        ({ channel_id }) => channel_id === tiktok.id
      )
      expect(own?.channel_name).toEqual(expect.any(String))
      expect(own?.ages.map(({ age }) => age)).toEqual([
        "0-7",
        "8-14",
        "15-30",
        "31+",
      ])
      expect(sum(own?.ages.map(({ amount }) => amount) ?? [])).toBe(own?.amount)
    })

    it.each(KINDS)(
      "by %s is written into a workbook with every row",
      async (by) => {
        const { admin, tiktok } = at()
        const name = '=HYPERLINK("http://x","Gốm")'
        await admin.post(`/channels/${tiktok.id}`, { name })
        const { rows, totals } = await report(`by=${by}`)
        const { status, type, headers, content } = await admin.download(
          `/settlement-reports/export?by=${by}&locale=vi`
        )
        await admin.post(`/channels/${tiktok.id}`, { name: tiktok.name })
        expect(status).toBe(200)
        expect(type).toContain("spreadsheetml")
        expect(headers["content-disposition"]).toContain(`${by}.xlsx`)
        const [headings, ...body] = await sheetOf(content)
        expect(body).toHaveLength(rows.length + 1)
        const column = (heading: string) => headings.indexOf(heading)
        const net = column("Thực nhận")
        expect(body.map((row) => row[net])).toEqual([
          ...rows.map((row) => row.net),
          totals.net,
        ])
        expect(body.at(-1)?.[0]).toBe("Tổng")
        const kinds = totals.fee_parts.length
        expect(net - column("Doanh thu")).toBe(kinds + 3)
        const texts = body.flat().filter((cell) => typeof cell === "string")
        expect(texts.filter((text) => /^[=+\-@]/.test(text))).toEqual([])
        expect(texts.includes(`'${name}`)).toBe(by !== "month")
      }
    )

    it("by order leaves out other channels, and says so in English", async () => {
      const { admin, tiki } = at()
      const { rows } = await report(`by=order&channel_id=${tiki.id}`)
      expect(rows.map(({ channel_id }) => channel_id)).toEqual(
        rows.map(() => tiki.id)
      )
      const { content } = await admin.download(
        `/settlement-reports/export?by=order&channel_id=${tiki.id}&locale=en&from=2026-01-01`
      )
      const [headings, ...body] = await sheetOf(content)
      expect(headings).toEqual(expect.arrayContaining(["Order", "Net"]))
      expect(body).toHaveLength(rows.length + 1)
    })
  })

  describe("the lines of a statement", () => {
    it.each([
      ["vi", "Đối soát thiếu", "Phí"],
      ["en", "Short", "fee"],
    ])(
      "are written into a workbook with what is wrong, in %s",
      async (locale, state, word) => {
        const shop = at()
        const [order_id] = sellOnTikTok(shop, 1)
        await bringIn(shop, shop.tiktok, [order_id])
        const { statement } = await take(
          shop,
          shop.tiktok,
          await tiktokFile([
            sale(order_id, (await revenueOf(shop, order_id)) - 1_000, {
              item_ref: "=1+1",
            }),
            sale("579100000000000031", 100_000),
          ])
        )
        const { status, content } = await shop.admin.download(
          `/statements/${statement.id}/export?locale=${locale}`
        )
        expect(status).toBe(200)
        const [headings, ...rows] = await sheetOf(content)
        expect(rows).toHaveLength(2)
        const line = rows.find((row) => row.includes(order_id))
        expect(line).toEqual(expect.arrayContaining([state]))
        expect(line?.at(-1)).toMatch(/1[.,]000/)
        expect(String(headings)).toContain(
          locale === "vi" ? "Kết quả" : "Result"
        )
        expect(String(line?.at(-1)).length).toBeGreaterThan(word.length)
        expect(
          rows
            .flat()
            .filter((cell) => typeof cell === "string" && /^[=+@]/.test(cell))
        ).toEqual([])
      }
    )

    it("are in no workbook before they were read", async () => {
      const { admin } = at()
      const { status } = await admin.download("/statements/mpstm_none/export")
      expect(status).toBe(404)
    })
  })
}
