import ExcelJS from "exceljs"
import { writeByHand } from "../../src/workflows/statements/__fixtures__/write-by-hand"
import { row } from "../../src/workflows/statements/__fixtures__/sample-sheet"
import { statementFormats } from "../../src/workflows/statements/statement-formats"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { tiktokShopSheets } from "../../src/workflows/statements/__fixtures__/tiktok-shop-sample"
import { failingAtWrite } from "../support/failing-writes"
import {
  linesOf,
  readStatement,
  sale,
  StatementsShop,
  take,
  tikiFile,
  tiktokFile,
  untilEnd,
  upload,
} from "./shop"

/** Of a workbook whose headings nobody knows. */
const OWN_SHEET = (order_id: string, net: number) => [
  {
    name: "Bảng của tôi",
    rows: [
      row("Ngày", "Số chứng từ", "Tiền về"),
      row("2026/03/02", order_id, String(net)),
    ],
  },
]

/** How files before 2007 begin, and workbooks that are locked. */
const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex")

/** Pastes rows under the headings of a workbook's first sheet. */
async function fillIn(
  template: Buffer,
  rows: { [heading: string]: string }[]
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(template as unknown as ExcelJS.Buffer)
  const [sheet] = book.worksheets
  const headings = (sheet.getRow(1).values as string[]).slice(1)
  rows.forEach((cells, row) =>
    headings.forEach((heading, column) => {
      sheet.getCell(row + 2, column + 1).value = cells[heading] ?? null
    })
  )
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** What becomes of files. */
export function reading(at: () => StatementsShop): void {
  describe("a statement's file", () => {
    it("is refused a second time, and once more taken when it was taken back", async () => {
      const shop = at()
      const content = await tiktokFile([sale("579100000000000001", 100_000)])
      const { statement, run } = await take(shop, shop.tiktok, content)
      expect(run.status).toBe("done")
      const again = await upload(shop, shop.tiktok, content)
      expect(again.status).toBe(409)
      expect(again.body.message).toContain(statement.id)
      expect(again.body.statement_id).toBe(statement.id)
      const { body } = await shop.admin.delete<{ deleted: boolean }>(
        `/statements/${statement.id}`
      )
      expect(body.deleted).toBe(true)
      const third = await take(shop, shop.tiktok, content)
      expect(third.statement).toMatchObject({ status: "done" })
      expect(third.statement.counts).toMatchObject({ lines: 1, not_found: 1 })
      const file = await shop.admin.download(
        `/statements/${third.statement.id}/file`
      )
      expect(file.content.equals(content)).toBe(true)
    })

    it("is taken back and read again where its reading broke off", async () => {
      const shop = at()
      const content = await tiktokFile([sale("579100000000000330", 100_000)])
      await failingAtWrite(
        shop,
        1,
        async () => {
          const { status } = await upload(shop, shop.tiktok, content)
          expect(status).toBe(500)
        },
        "marketplace_run"
      )
      const refused = await upload(shop, shop.tiktok, content)
      expect(refused.status).toBe(409)
      const id = refused.body.statement_id ?? ""
      expect(await readStatement(shop, id)).toMatchObject({
        status: "importing",
        is_being_read: false,
      })

      const marketplaces = marketplacesOf(shop.container)
      const run = await marketplaces.createMarketplaceRuns({
        kind: "statement_import",
        status: "running",
        params: { statement_id: id, channel_id: shop.tiktok.id },
        progress: {},
        counts: {},
        created_by: "user_test",
        leased_until: new Date(Date.now() + 60_000),
      })
      const takeBack = () =>
        shop.admin.delete<{ message?: string }>(`/statements/${id}`)
      const kept = await takeBack()
      expect(kept.status).toBe(400)
      expect(kept.body.message).toContain("still being read")
      expect(await readStatement(shop, id)).toMatchObject({
        is_being_read: true,
      })

      await marketplaces.updateMarketplaceRuns({ id: run.id, status: "failed" })
      expect((await takeBack()).status).toBe(200)
      const { statement } = await take(shop, shop.tiktok, content)
      expect(statement).toMatchObject({
        status: "done",
        is_being_read: false,
        counts: { lines: 1, not_found: 1 },
      })
    })

    it("goes on beside rows whose numbers are damaged, and names cell and remedy", async () => {
      const shop = at()
      const { statement } = await take(
        shop,
        shop.tiktok,
        await tiktokFile([
          sale("579100000000000002", 100_000),
          sale("579100000000000003", 100_000, {
            cells: { "ID đơn hàng/điều chỉnh": 5.791e17 },
          }),
        ])
      )
      expect(statement.counts).toMatchObject({
        lines: 2,
        refused: 1,
        not_found: 1,
      })
      const lines = await linesOf(shop, statement)
      const refused = lines.filter(({ state }) => state === "refused")
      expect(refused).toMatchObject([{ row: 3, external_order_id: null }])
      expect(refused[0].message).toContain("ID đơn hàng/điều chỉnh")
      expect(statement.totals.revenue).toBe(100_000)
    })

    it("with columns nobody knows waits for a person, whose answer is remembered", async () => {
      const shop = at()
      const first = await take(
        shop,
        shop.tiki,
        await writeByHand(OWN_SHEET("912300001", 95_000))
      )
      expect(first.run.status).toBe("needs_mapping")
      const path = `/statements/${first.statement.id}`
      const { body } = await shop.admin.get<{
        sheets: { name: string; rows: { cells: string[] }[] }[]
      }>(`${path}/preview`)
      expect(body.sheets[0].rows[0].cells).toEqual([
        "Ngày",
        "Số chứng từ",
        "Tiền về",
      ])
      const sheet = {
        sheet: "Bảng của tôi",
        header_row: 1,
        columns: [{ column: 2, heading: "Số chứng từ", field: "order_id" }],
      }
      const wrong = await shop.admin.post<{ message: string }>(
        `${path}/mapping`,
        { mapping: { sheets: [sheet] } }
      )
      expect(wrong.status).toBe(400)
      expect(wrong.body.message).toContain("amount")
      const mapped = await shop.admin.post<{ run: { id: string } }>(
        `${path}/mapping`,
        {
          mapping: {
            sheets: [
              {
                ...sheet,
                columns: [
                  ...sheet.columns,
                  { column: 3, heading: "Tiền về", field: "net" },
                ],
              },
            ],
          },
        }
      )
      expect(mapped.status).toBe(202)
      expect((await untilEnd(shop, mapped.body.run.id)).status).toBe("done")
      expect((await readStatement(shop, first.statement.id)).totals.net).toBe(
        95_000
      )
      const second = await take(
        shop,
        shop.tiki,
        await writeByHand(OWN_SHEET("912300002", 70_000))
      )
      expect(second.run.status).toBe("done")
      expect(second.statement.totals.net).toBe(70_000)
    })

    it.each([
      ["an old workbook", COMPOUND, "old"],
      [
        "locked with a password",
        Buffer.concat([COMPOUND, Buffer.from("EncryptedPackage", "utf16le")]),
        "password",
      ],
      ["something else", Buffer.from("Mã đơn hàng;Doanh thu\n1;2\n"), "not a"],
    ])("that is %s is refused with the remedy", async (_, content, word) => {
      const shop = at()
      const { run, statement } = await take(shop, shop.tiktok, content)
      expect(run).toMatchObject({ status: "failed" })
      expect(run.error?.toLowerCase()).toContain(word)
      expect(statement).toMatchObject({ status: "refused" })
    })

    it("of another export, or of another marketplace, is refused by name", async () => {
      const shop = at()
      const other = await take(
        shop,
        shop.tiki,
        await writeByHand(
          tiktokShopSheets([sale("579100000000000004", 100_000)])
        )
      )
      expect(other.run).toMatchObject({ status: "failed" })
      expect(other.run.error).toContain("TikTok Shop")
      const orders = await take(
        shop,
        shop.tiktok,
        await writeByHand([
          {
            name: "OrderSKUList",
            rows: [
              row("Order ID", "Order Status", "SKU Subtotal After Discount"),
              row("Platform unique order ID.", "", ""),
              row("579100000000000005", "Completed", "100000"),
            ],
          },
        ])
      )
      expect(orders.run.status).toBe("failed")
      expect(orders.run.error).toContain("another export")
    })

    it.each([
      ["tiki", "912300011"],
      ["tiktok-shop", "579100000000000011"],
    ] as const)(
      "of %s can be filled in by hand: the template is taken as it comes",
      async (provider, order_id) => {
        const shop = at()
        const channel = provider === "tiki" ? shop.tiki : shop.tiktok
        const template = await shop.admin.download(
          `/statements/template?provider_id=${provider}`
        )
        expect(template.status).toBe(200)
        expect(template.type).toContain("spreadsheetml")
        const empty = await take(shop, channel, template.content)
        expect(empty.run).toMatchObject({ status: "failed" })
        const format = statementFormats(
          marketplacesOf(shop.container),
          provider
        )?.own.format
        const { order_id: id = "", net = "" } = format?.template.headings ?? {}
        const filled = await fillIn(template.content, [
          { [id]: order_id, [net]: "241.200" },
          { [id]: `${order_id}9`, [net]: "-38.800 đ" },
        ])
        const { run, statement } = await take(shop, channel, filled)
        expect(run.status).toBe("done")
        expect(statement.counts).toMatchObject({ lines: 2, not_found: 2 })
        expect(statement.totals.net).toBe(202_400)
        const lines = await linesOf(shop, statement)
        expect(lines.map((line) => line.external_order_id)).toEqual([
          order_id,
          `${order_id}9`,
        ])
      }
    )

    it("of Tiki has a sheet for each group, all of them read", async () => {
      const shop = at()
      const { statement } = await take(
        shop,
        shop.tiki,
        await tikiFile([
          sale("912300003", 200_000, { quantity: 1 }),
          {
            kind: "compensation",
            order_id: "912300003",
            settled_at: new Date(),
            adjustment: 50_000,
          },
        ])
      )
      const lines = await linesOf(shop, statement)
      expect(lines.map(({ sheet, kind }) => [sheet, kind])).toEqual(
        expect.arrayContaining([
          ["GD bán hàng", "sale"],
          ["Bồi thường", "compensation"],
        ])
      )
    })
  })
}
