import type { Locator } from "playwright-core"
import type { AdminApi } from "../support/admin-api"
import type { Dashboard } from "../support/dashboard"
import type { Pictures } from "../support/pictures"
import type { Shop } from "../support/shop"
import type { Stage } from "../support/stage"
import { ENGLISH as words } from "../support/words"
import { Workplace } from "../support/workplace"

/** Connected, downloaded and linked on its first day. */
const SELLER = "Nhà Gốm Sài Gòn"
const SKU = "LY-LAM-S"

type Row = {
  listing_id: string
  channel_id: string
  state: string
  wanted: number
  seen: number
}
type Item = {
  id: string
  location_levels: { location_id: string; stocked_quantity: number }[]
}

/** A rule is changed with a look ahead; the number follows, is explained, pushed and undone. */
export function stockThatFollows(given: () => Stage) {
  describe("stock that follows, in English", () => {
    let shop: Shop
    let place: Workplace
    let dashboard: Dashboard
    let api: AdminApi
    let pictures: Pictures
    let sku_id: string
    let row: Row
    let number: number

    const readRow = async () => {
      const { stock } = await api.get<{ stock: Row[] }>(
        `/marketplaces/stock?q=${SKU}&channel_id=${row.channel_id}`
      )
      return stock[0]
    }
    /** Waits until the marketplace shows it, and the shop has seen that. */
    const shows = async (units: number) => {
      await api.until(
        () => shop.tiktok_shop.readStock(sku_id),
        (shown) => shown === units
      )
      await api.until(readRow, ({ state }) => state === "even")
    }
    const timeline = (): Locator =>
      dashboard.dialog().getByRole("list").last().getByRole("listitem")

    beforeAll(async () => {
      const { browser } = given()
      ;({ shop, pictures } = given())
      place = await Workplace.open(browser, shop, words)
      ;({ dashboard, api } = place)
      const { channels } = await api.get<{
        channels: { id: string; name: string }[]
      }>("/marketplaces/channels")
      const channel_id = channels.find(({ name }) => name === SELLER)?.id ?? ""
      const { listings } = await api.get<{
        listings: { seller_sku: string; external_sku_id: string }[]
      }>(`/marketplaces/listings?channel_id=${channel_id}&q=${SKU}`)
      sku_id = listings[0].external_sku_id
      row = { channel_id } as Row
      // Nothing is raised before the newest orders were read.
      await shop.pollOrders()
      row = await api.until(readRow, (one) => one?.state === "even")
      number = row.wanted
    }, 300_000)

    afterAll(() => place?.close())

    it("shows what a safety stock would do before it is saved", async () => {
      const { page } = place
      await dashboard.open("channels")
      await page.getByRole("link", { name: SELLER }).first().click()
      const section = page.locator("#stock")
      const buffer = section.getByLabel("Safety stock")
      await buffer.fill("3,5")
      expect(await buffer.getAttribute("aria-invalid")).toBe("true")
      await section.locator("#setting-buffer:invalid").waitFor()
      await section.getByRole("button", { name: "Discard changes" }).click()
      expect(await buffer.inputValue()).toBe("0")
      expect(await buffer.getAttribute("aria-invalid")).toBe("false")
      await buffer.fill("3")
      expect(await buffer.getAttribute("aria-invalid")).toBe("false")
      await section.getByLabel("Preview").fill(SKU)
      await section.getByRole("button", { name: "Preview" }).click()
      await section.getByText(`${number} → ${number - 3}`).waitFor()
      expect(await shop.tiktok_shop.readStock(sku_id)).toBe(number)
      await pictures.take("rules", async (shown, open) => {
        await open(`/channels/${row.channel_id}#stock`)
        const form = shown.locator("#stock form")
        await form.locator("#setting-buffer").fill("3")
        await form.locator("textarea").fill(SKU)
        await form
          .getByRole("button", { name: /^(Preview|Xem trước)$/ })
          .click()
        await form.getByText(`${number} → ${number - 3}`).waitFor()
        await form.locator("textarea").scrollIntoViewIfNeeded()
      })
    })

    it("lets the marketplace's number follow once it is saved", async () => {
      const section = place.page.locator("#stock")
      await section.getByRole("button", { name: "Save" }).click()
      number -= 3
      await shows(number)
      await section.getByText("95 % within").waitFor()
      await section.getByText(/\d+ push(es)? confirmed/).waitFor()
    })

    it("explains the number", async () => {
      const { page } = place
      await page
        .locator("#stock")
        .getByRole("link", { name: "See every product" })
        .click()
      await page
        .getByRole("heading", { name: "Stock sync", level: 1 })
        .waitFor()
      const beyond = new URL(page.url())
      beyond.searchParams.set("page", "99")
      await page.goto(beyond.href)
      await page.waitForURL((url) => url.searchParams.get("page") !== "99")
      await page.getByPlaceholder(/^Search/).fill(SKU)
      await page.waitForURL((url) => url.search.includes(SKU))
      await pictures.take("list", (_, open) => open("/stock"))
      const listed = dashboard.row(SKU)
      await listed.getByText("In step").waitFor()
      await listed.click()
      await dashboard.dialog().getByText(`Why is it ${number}?`).waitFor()
      await dashboard
        .dialog()
        .getByText("Safety stock: keep 3 back", { exact: true })
        .waitFor()
      await pictures.take("why", (_, open) =>
        open(`/stock?listing=${row.listing_id}`)
      )
    })

    it("pushes by hand what somebody changed on the marketplace", async () => {
      await shop.tiktok_shop.editStock(sku_id, number + 40)
      await dashboard.inDialog("Push now").click()
      await shows(number)
      const pushed = timeline().filter({
        hasText: `Pushed: ${number + 40} → ${number}`,
      })
      await pushed.getByText(/pushed by hand/).waitFor()
      expect(await pushed.innerText()).toContain(shop.admin.email)
    })

    it("takes back what was raised, until somebody lifts the limit", async () => {
      const { inventory_items } = await api.get<{ inventory_items: Item[] }>(
        `/inventory-items?sku=${SKU}&fields=id,*location_levels`
      )
      const [{ id, location_levels }] = inventory_items
      const [{ location_id, stocked_quantity }] = location_levels
      await api.post(`/inventory-items/${id}/location-levels/${location_id}`, {
        stocked_quantity: stocked_quantity + 5,
      })
      await shows(number + 5)
      const raised = timeline().filter({
        hasText: `Pushed: ${number} → ${number + 5}`,
      })
      await raised.first().getByRole("button", { name: "Undo" }).click()
      await place.page
        .getByRole("alertdialog")
        .getByRole("button", { name: "Undo" })
        .click()
      await shows(number)
      const form = dashboard.dialog().locator("form")
      await timeline()
        .filter({ hasText: `At most like the channel → ${number}` })
        .waitFor()
      expect(await form.getByLabel("At most").inputValue()).toBe(String(number))
      await pictures.take("undone", async (shown, open) => {
        await open(`/stock?listing=${row.listing_id}`)
        await shown
          .getByRole("dialog")
          .getByRole("listitem")
          .last()
          .scrollIntoViewIfNeeded()
      })

      await form.getByLabel("At most").fill("")
      await form.getByRole("button", { name: "Save" }).click()
      await shows(number + 5)
    })

    it("has met no error on the way", () => {
      expect(place.problems).toEqual([])
    })
  })
}
