import { STATEMENT_FIELDS } from "../../../../src/domain/provider/reads-statement-files"
import { FEE_KINDS } from "../../../../src/domain/statements/fee-kind"
import { Bookkeeping, LONG } from "./bookkeeping"
import { FEE_TOO_HIGH, HEADER_ROW } from "./statement-file"
import { WORDS } from "./words"

const { mapping, states } = WORDS

/** From a file that nobody can read by itself to what is wrong with which order. */
export function fileToDifferences(at: () => Bookkeeping) {
  it("uploads a file whose columns nobody knows, and is asked for them", async () => {
    const { dashboard, page, channel, file, pictures } = at()
    await dashboard.open("statements")
    await dashboard.button(WORDS.add).first().click()
    await at().choose(WORDS.upload.channel, channel.name)
    await dashboard.dialog().getByLabel(WORDS.upload.file).setInputFiles({
      name: "bang-ke-ky-1.xlsx",
      mimeType:
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: file,
    })
    await dashboard
      .dialog()
      .getByRole("link", { name: WORDS.upload.map })
      .click()
    await page.getByRole("heading", { name: mapping.title }).waitFor()
    await page.waitForURL(/\/statements\/mpstm_/)
    at().statement_id = /mpstm_\w+/.exec(page.url())?.[0] ?? ""
    await pictures.take("upload", (_, open) => open("/statements?new=1"))
  })

  it("says what the columns are, and the file is read", async () => {
    const { dashboard, page, orders, pictures, statement_id } = at()
    await page.getByLabel(mapping.has_lines).first().click()
    await at().choose(mapping.header_row, mapping.row(HEADER_ROW))
    await page.getByText(mapping.no_order).first().waitFor()
    const columns: [string, string][] = [
      ["B", mapping.fields.settled_at],
      ["C", mapping.fields.order_id],
      ["D", mapping.fields.revenue],
      ["E", mapping.fields.commission],
      ["F", mapping.fields.net],
    ]
    for (const [letter, meaning] of columns) {
      await at().choose(mapping.column(letter), meaning)
    }
    await page
      .getByText(mapping.no_order)
      .first()
      .waitFor({ state: "detached" })
    await pictures.take("mapping", async (shown, open) => {
      await open(`/statements/${statement_id}`)
      await shown.getByRole("switch").first().click()
      const choose = async (combobox: number, option: number) => {
        await shown.getByRole("combobox").nth(combobox).click()
        await shown.getByRole("option").nth(option).click()
      }
      await choose(0, HEADER_ROW - 1)
      // Behind the row of headings and the kind of lines, in the order of the choices.
      await choose(3, 1 + STATEMENT_FIELDS.indexOf("settled_at"))
      await choose(4, 1 + STATEMENT_FIELDS.indexOf("order_id"))
      await choose(5, 1 + STATEMENT_FIELDS.indexOf("revenue"))
      const fees = 1 + STATEMENT_FIELDS.length
      await choose(6, fees + FEE_KINDS.indexOf("commission"))
      await choose(7, 1 + STATEMENT_FIELDS.indexOf("net"))
    })
    await dashboard.button(mapping.read).click()
    await at().counts(states.group, states.not_found, orders.length)
  })

  it("downloads the orders of it, which are then compared by themselves", async () => {
    const { dashboard, pictures, statement_id } = at()
    await dashboard.button(WORDS.download_missing).click()
    await dashboard
      .dialog()
      .getByText("Hoàn tất", { exact: true })
      .waitFor({ timeout: LONG })
    await dashboard.closeDialog()
    await at().counts(states.group, states.matched, at().paid("right").length)
    await at().counts(states.group, states.short, 2)
    await at().counts(states.group, states.over, 1)
    await at().counts(states.group, states.not_found, 1)
    await pictures.take("statement", (_, open) =>
      open(`/statements/${statement_id}`)
    )
  })

  it("reads what is wrong with a line, by how much and why", async () => {
    const { dashboard, pictures, statement_id } = at()
    const [dear] = at().paid("fee_too_high")
    const [little] = at().paid("too_little")
    await at().tab(states.group, states.short).click()
    const row = dashboard.row(dear.code)
    await row.getByText(WORDS.fee_higher).waitFor()
    await dashboard.row(little.code).getByText(WORDS.revenue_lower).waitFor()
    const amount = (FEE_TOO_HIGH / 1000).toFixed(3)
    expect(await row.innerText()).toContain(amount)
    await row.getByText(WORDS.fee_higher).click()
    await dashboard.dialog().getByText(dear.code).first().waitFor()
    await dashboard.closeDialog()
    await pictures.take("differences", (_, open) =>
      open(`/statements/${statement_id}?state=short`)
    )
  })

  it("sees by which fee rule an order should bring more", async () => {
    const { dashboard, page, api, pictures } = at()
    const { by_order } = WORDS
    const [dear] = at().paid("fee_too_high")
    await dashboard.open("statements")
    await at().tab(by_order.group, by_order.tab).click()
    await page
      .getByRole("heading", { name: by_order.title, level: 1 })
      .waitFor()
    await at().tab(by_order.states, states.short).click()
    await dashboard.row(dear.code).getByText(dear.code).click()
    const drawer = dashboard.dialog()
    await drawer.getByText(by_order.one(dear.code)).first().waitFor()
    await drawer.getByText(by_order.why).first().waitFor()
    await dashboard.closeDialog()
    const { settlements } = await api.get<{ settlements: { id: string }[] }>(
      `/marketplaces/settlements?q=${dear.code}`
    )
    await pictures.take("order", (_, open) =>
      open(`/statements/orders?state=short&settlement=${settlements[0].id}`)
    )
  })
}
