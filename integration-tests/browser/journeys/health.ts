import type { Browser } from "playwright-core"
import { AdminApi } from "../support/admin-api"
import { type Visit, openVisit } from "../support/browser"
import { Dashboard } from "../support/dashboard"
import type { Shop } from "../support/shop"
import { ENGLISH } from "../support/words"
import { Pictures } from "./morning/pictures"

/** For a page on a busy machine (milliseconds). */
const LONG = 60_000

type Channel = { id: string; name: string }

/** A channel that was paused and forgotten is found on the overview, and resumed from the page. */
export function whatIsWrong(given: () => { shop: Shop; browser: Browser }) {
  describe("what is wrong, in English", () => {
    let shop: Shop
    let visit: Visit
    let api: AdminApi
    let pictures: Pictures
    let channel: Channel

    beforeAll(async () => {
      const { browser } = given()
      shop = given().shop
      visit = await openVisit(browser, shop.url)
      visit.page.setDefaultTimeout(LONG)
      api = new AdminApi(visit.page, shop.url)
      pictures = new Pictures(browser, shop)
      await new Dashboard(visit.page, shop.url, ENGLISH).signIn(shop.admin)
      const { channels } = await api.get<{ channels: Channel[] }>(
        "/marketplaces/channels"
      )
      channel = channels[0]
      await api.post(`/marketplaces/channels/${channel.id}`, {
        status: "paused",
      })
    }, 120_000)
    afterAll(async () => {
      await pictures.close()
      await visit.close()
    })

    it("is said on the overview, which leads to what helps", async () => {
      const { page } = visit
      await page.goto(`${shop.url}/app/marketplaces`)
      await page
        .getByRole("alert")
        .getByRole("link", { name: "Show details" })
        .click()
      const alarm = page
        .getByRole("list", { name: "What is wrong" })
        .getByRole("listitem")
        .filter({ hasText: `${channel.name} is paused here` })
      await alarm.getByText("What to do").waitFor()
      await pictures.take("health", (_, open) => open("/health"))
      await alarm.getByRole("button", { name: "Resume" }).focus()
      await page.keyboard.press("Enter")
      await alarm.waitFor({ state: "detached" })
    }, 300_000)

    it("is not said any more once it is mended", async () => {
      const { alarms } = await api.get<{ alarms: { code: string }[] }>(
        "/marketplaces/health"
      )
      expect(alarms.map(({ code }) => code)).not.toContain("channel_paused")
    })
  })
}
