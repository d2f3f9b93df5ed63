import { Bookkeeping } from "./bookkeeping"
import { readWorkbook, rowOf } from "./read-workbook"
import { FEE_TOO_HIGH, TOO_LITTLE } from "./statement-file"
import { WORDS } from "./words"

const { by_order, claims, reports, states } = WORDS

/** Thousands as they are written in Vietnamese. */
const written = (amount: number) => amount.toLocaleString("vi-VN")

/** From what is short to a letter, a workbook of claims, and what all of it comes to. */
export function claimsToReports(at: () => Bookkeeping) {
  const toClaims = async () => {
    await at().dashboard.open("statements")
    await at().tab(by_order.group, claims.tab).click()
    await at()
      .page.getByRole("heading", { name: claims.tab, level: 1 })
      .waitFor()
  }

  it("claims what is short with one action", async () => {
    const { dashboard, page, pictures } = at()
    await dashboard.open("statements")
    await at().tab(by_order.group, by_order.tab).click()
    await at().tab(by_order.states, states.short).click()
    for (const { code } of shortOrders(at())) {
      await dashboard.row(code).getByRole("checkbox").check()
    }
    // C by itself would confirm them; with Ctrl it is the browser's.
    await page.keyboard.press("Control+c")
    await page.getByRole("toolbar").waitFor()
    await page.keyboard.press("k")
    await page.getByText(claims.created(2)).first().waitFor()
    await toClaims()
    await at().counts(by_order.states, claims.draft, 2)
    await pictures.take("claims", (_, open) => open("/statements/claims"))
  })

  it("has a letter for the marketplace, and marks it as sent", async () => {
    const { dashboard, channel, pictures, api } = at()
    const [dear] = at().paid("fee_too_high")
    await dashboard.row(dear.code).getByText(dear.code).click()
    const drawer = dashboard.dialog()
    const letter = drawer.getByRole("textbox", { name: claims.letter })
    const text = await letter.inputValue()
    expect(text).toContain(dear.code)
    expect(text).toContain(written(FEE_TOO_HIGH))
    expect(text).toContain("Phí bị thu cao hơn biểu phí áp dụng.")
    const { claims: found } = await api.get<{ claims: { id: string }[] }>(
      `/marketplaces/claims?q=${dear.code}&channel_id=${channel.id}`
    )
    await pictures.take("claim", async (shown, open) => {
      await open(`/statements/claims?claim=${found[0].id}`)
      const shown_letter = shown.getByRole("dialog").getByRole("textbox")
      await shown_letter.first().scrollIntoViewIfNeeded()
    })
    await dashboard.inDialog(claims.mark_sent).click()
    await drawer.getByText(claims.sent, { exact: true }).first().waitFor()
    await dashboard.closeDialog()
    await at().counts(by_order.states, claims.sent, 1)
  })

  it("exports the claims as a workbook", async () => {
    const { dashboard } = at()
    const { name, path } = await at().downloads(() =>
      dashboard.button(claims.export).first().click()
    )
    expect(name).toMatch(/\.xlsx$/)
    const rows = await readWorkbook(path)
    const [dear, little] = shortOrders(at())
    expect(rowOf(rows, dear.code)).toContain(FEE_TOO_HIGH)
    expect(rowOf(rows, little.code)).toContain(TOO_LITTLE)
  })

  it("sees what all of it comes to, and takes it along as a workbook", async () => {
    const { dashboard, page, pictures } = at()
    await at().tab(by_order.group, reports.tab).click()
    await page.getByRole("heading", { name: reports.title, level: 1 }).waitFor()
    await pictures.take("report", (_, open) => open("/statements/reports"))
    const tab = at().tab(reports.group, reports.by_order)
    await tab.click()
    await tab.and(page.locator("[aria-current]")).waitFor()
    await page.getByRole("row").nth(1).waitFor()
    const { name, path } = await at().downloads(() =>
      dashboard.button(reports.export).click()
    )
    expect(name).toMatch(/\.xlsx$/)
    const [{ code, revenue, commission }] = at().paid("fee_too_high")
    expect(rowOf(await readWorkbook(path), code)).toEqual(
      expect.arrayContaining([revenue, revenue + commission])
    )
  })
}

function shortOrders(books: Bookkeeping) {
  return [...books.paid("fee_too_high"), ...books.paid("too_little")]
}
