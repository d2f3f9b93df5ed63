import { readFileSync } from "node:fs"
import { PDFDocument } from "@cantoo/pdf-lib"
import { VIETNAMESE as words } from "../../support/words"
import { ALL, type Morning, TIKTOK_SHOP_ID, known } from "./morning"
import {
  SKUS,
  type Sale,
  TIKI_ORDERS,
  TIKTOK_ORDERS,
  isTiki,
  readSales,
} from "./sales"
import * as scenes from "./scenes"
import { readLevels, unitsIn } from "./stock"
import { WORDS } from "./words"

/** From new orders to printed waybills and fetched goods. */
export function ordersToParcels(at: () => Morning): void {
  const channelOf = (sale: Sale | undefined) => {
    const { channel_id: id, channel_name: name } = known(sale ?? null)
    return { id, name }
  }

  it("downloads them all at once", async () => {
    const { api, dashboard, pictures, shop } = at()
    at().before = await readLevels(api)
    await shop.tiktok_shop.placeOrders(TIKTOK_SHOP_ID, TIKTOK_ORDERS)
    await shop.tiki.placeOrders(TIKI_ORDERS)
    await dashboard.open("channelOrders")
    await dashboard.button(words.download.orders).first().click()
    await dashboard.inDialog(WORDS.today).click()
    await dashboard.inDialog(words.download.start).click()
    await at().seesOutcome(WORDS.downloaded)
    await at().seesOutcome(words.download.done)
    await dashboard.closeDialog()
    await at().openOrders(words.tabs.all, ALL)
    const { awaitingConfirmation } = words.tabs
    await dashboard.seesCount(
      "orders",
      awaitingConfirmation,
      TIKTOK_ORDERS.length
    )
    await dashboard.seesCount("orders", WORDS.tab.new, TIKI_ORDERS.length)
    at().sales = await readSales(api)
    await pictures.take("orders", scenes.ordersChosen("all"))
    await pictures.take("arrange", scenes.actionDialog("all", "a"))
    at().channels = {
      tiktok: channelOf(at().sales.find((sale) => !isTiki(sale))),
      tiki: channelOf(at().sales.find(isTiki)),
    }
  }, 300_000)

  it("arranges the shipment of all with one dialog", async () => {
    const { dashboard, shop } = at()
    const toolbar = await at().selectAll(ALL)
    await toolbar
      .getByRole("button", { name: WORDS.arrange.button })
      .filter({ hasText: String(ALL) })
      .click()
    const dialog = dashboard.dialog()
    for (const part of WORDS.arrange.parts) {
      await dialog.getByText(part).waitFor()
    }
    await dashboard.inDialog(WORDS.arrange.button).click()
    for (const done of WORDS.arrange.done) {
      await at().seesOutcome(done)
    }
    await dashboard.inDialog(WORDS.print.now).waitFor()
    await at().closeResults()
    await dashboard.seesCount("orders", WORDS.tab.confirmed, ALL)
    expect((await shop.tiktok_shop.readParcels()).more_than_once).toEqual([])
  }, 300_000)

  it("prints their waybills as one PDF, Tiki's web pages among them", async () => {
    const { api, dashboard, page, pictures } = at()
    await pictures.take("print", scenes.actionDialog("confirmed", "p"))
    await at().openOrders(WORDS.tab.confirmed, ALL)
    const toolbar = await at().selectAll(ALL)
    await toolbar.getByRole("button", { name: WORDS.print.button }).click()
    await dashboard.inDialog(WORDS.print.button).click()
    await at().seesOutcome(WORDS.print.done)
    const save = dashboard.inDialog(WORDS.print.download)
    await save.waitFor()
    expect(await save.count()).toBe(1)
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      save.click(),
    ])
    const pdf = await PDFDocument.load(readFileSync(await download.path()))
    expect(pdf.getPageCount()).toBe(ALL)
    const sizes = pdf
      .getPages()
      .map((one) => [one.getWidth(), one.getHeight()].map(Math.round))
    expect(new Set(sizes.map(String))).toEqual(new Set(["298,420"]))
    await at().closeResults()
    await dashboard.seesCount("orders", WORDS.tab.packing, ALL)
    at().sales = await readSales(api)
  }, 300_000)

  it("fetches the goods with one pick list", async () => {
    const { dashboard, page, pictures } = at()
    await at().openOrders(WORDS.tab.packing, ALL)
    const toolbar = await at().selectAll(ALL)
    await toolbar.getByRole("button", { name: WORDS.pick_list.button }).click()
    await dashboard.inDialog(WORDS.pick_list.create).click()
    const total = SKUS.reduce((sum, sku) => sum + unitsIn(at().sales, sku), 0)
    await page.getByText(WORDS.pick_list.progress(0, total)).waitFor()
    const name = WORDS.pick_list.picked
    const lines = page.getByRole("checkbox", { name })
    const ticked = page.getByRole("checkbox", { name, checked: true })
    expect(await lines.count()).toBe(SKUS.length)
    await lines.first().click()
    await ticked.waitFor()
    const path = at().path()
    await pictures.take("pick-list", scenes.plain(path, "main ul img"))
    await pictures.take("pick-list-sheet", scenes.printed(path, /^(Print|In)$/))
    for (let done = 1; done < SKUS.length; done++) {
      await lines.nth(done).click()
      await ticked.nth(done).waitFor()
    }
    await page.getByText(WORDS.pick_list.progress(total, total)).waitFor()
    await dashboard.button(WORDS.pick_list.finish).click()
    await page
      .getByText(WORDS.pick_list.finished, { exact: true })
      .first()
      .waitFor()
    await pictures.take(
      "pick-lists",
      scenes.plain("/pick-lists", "main a[href*='pick-lists/']")
    )
  }, 300_000)
}
