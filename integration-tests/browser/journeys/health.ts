import type { Stage } from "../support/stage"
import { ENGLISH } from "../support/words"
import { Workplace } from "../support/workplace"

type Channel = { id: string; name: string }

/** A channel that was paused and forgotten is found on the overview, and resumed from the page. */
export function whatIsWrong(given: () => Stage) {
  describe("what is wrong, in English", () => {
    let place: Workplace
    let channel: Channel

    beforeAll(async () => {
      const { browser, shop } = given()
      place = await Workplace.open(browser, shop, ENGLISH)
      const { channels } = await place.api.get<{ channels: Channel[] }>(
        "/marketplaces/channels"
      )
      channel = channels[0]
      await place.api.post(`/marketplaces/channels/${channel.id}`, {
        status: "paused",
      })
    }, 120_000)
    afterAll(() => place?.close())

    it("is said on the overview, which leads to what helps", async () => {
      const { shop, pictures } = given()
      const { page } = place
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
      const { alarms } = await place.api.get<{ alarms: { code: string }[] }>(
        "/marketplaces/health"
      )
      expect(alarms.map(({ code }) => code)).not.toContain("channel_paused")
    })
  })
}
