import type { Page } from "playwright-core"
import type { Scene } from "../../support/pictures"
import { SKU_PREFIX, TIKI_ORDERS, TIKTOK_ORDERS } from "./sales"

const ALL = TIKTOK_ORDERS.length + TIKI_ORDERS.length

/** All orders of a tab chosen, beyond those of the page. */
const chosen = async (page: Page) => {
  await page.locator("tbody tr").first().waitFor()
  await page.locator("thead").getByRole("checkbox").check()
  const toolbar = page.getByRole("toolbar")
  await toolbar.getByRole("button").nth(1).click()
  await toolbar.getByText(String(ALL)).first().waitFor()
}

const list = (tab: string) => `/orders?q=${SKU_PREFIX}&tab=${tab}`

export const ordersChosen =
  (tab: string): Scene =>
  async (page, open) => {
    await open(list(tab))
    await chosen(page)
  }

/** The dialog that a letter opens for the chosen orders. */
export const actionDialog =
  (tab: string, key: string): Scene =>
  async (page, open) => {
    await open(list(tab))
    await chosen(page)
    await page.keyboard.press(key)
    await page.getByRole("dialog").getByRole("button").last().waitFor()
  }

/** A page, once it shows what the selector means. */
export const plain =
  (path: string, shows: string): Scene =>
  async (page, open) => {
    await open(path)
    await page.locator(shows).first().waitFor()
  }

/** A parcel on the packing table, stopped at an article that does not belong to it. */
export const stoppedPacking =
  (waybill: string, item: string): Scene =>
  async (page, open) => {
    await open("/packing")
    const told = page.locator("[data-scan-code]")
    for (const code of [waybill, item]) {
      await page.keyboard.type(code)
      await page.keyboard.press("Enter")
      await told.filter({ hasText: code }).waitFor()
    }
  }

/** The drawer of the parcel that was scanned last into a record. */
export const newestParcel =
  (path: string): Scene =>
  async (page, open) => {
    await open(path)
    await page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ has: page.locator("a[href*='order=']") })
      .first()
      .getByRole("button")
      .first()
      .click()
    await page.getByRole("dialog").locator("img[src^='blob:']").waitFor()
  }

/** A page's sheet as it comes out of the printer. */
export const printed =
  (path: string, button: RegExp): Scene =>
  async (page, open) => {
    await open(path)
    await page.getByRole("button", { name: button }).click()
    const sheet = page.locator(".marketplaces-sheet")
    await sheet.waitFor({ state: "attached" })
    await page.emulateMedia({ media: "print" })
    await sheet.locator("img").first().waitFor()
  }
