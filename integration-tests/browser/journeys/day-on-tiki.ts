import type { Dashboard } from "../support/dashboard"
import type { Shop } from "../support/shop"
import type { Stage } from "../support/stage"
import { VIETNAMESE as words } from "../support/words"
import { Workplace } from "../support/workplace"

const SELLER = "Nhà Gốm Sài Gòn"
/** The seller's own app, as the demo's sandbox has it. */
const APP = { client_id: "7590139168389961", client_secret: "demo_tiki_secret" }

/** Sold on Tiki only. */
const POT = "Nồi đất kho cá - 18 cm"

const LISTINGS = 25
/** Listings whose SKU is a variant's. */
const CERTAIN = 17

/** What is read on the way, besides what both marketplaces have. */
const WORDS = {
  refused_keys: "Sàn từ chối khoá hoặc mật khẩu kết nối. Hãy điền lại cho đúng",
  only_new: "Không chọn trạng thái thì chỉ tải đơn Mới.",
  read_new: (channel: string) => `${channel}: chỉ đọc đơn Mới`,
  new: "Mới",
  confirmed: "Đã xác nhận",
  cancelled: "Huỷ",
  confirm: "Xác nhận đơn",
  refuse: "Từ chối đơn",
  pickup_slot: "Khung giờ lấy hàng",
  morning: /^Sáng/,
  refusing_cancels: "Từ chối sẽ huỷ hẳn 1 đơn hàng trên sàn",
  understood: "Tôi hiểu rằng không thể hoàn tác",
  lines: {
    confirmed: (channel: string, id: string) =>
      `${channel} · Đơn hàng ${id} · đã xác nhận`,
    refused: (channel: string, id: string) =>
      `${channel} · Đơn hàng ${id} · đã từ chối`,
  },
}

/** Connects with keys, downloads new orders alone, and answers them, in Vietnamese. */
export function dayOnTiki(given: () => Stage) {
  describe("a Tiki seller's day, in Tiếng Việt", () => {
    let shop: Shop
    let place: Workplace
    let dashboard: Dashboard
    /** The seller's name; with the marketplace's behind it where another channel has it. */
    let channel: string
    let wanted: string
    let sold_out: string
    let unknown: string
    let picked: string

    beforeAll(async () => {
      shop = given().shop
      place = await Workplace.open(given().browser, shop, words)
      dashboard = place.dashboard
    })

    afterAll(() => place?.close())

    it("is told that the secret is wrong, and what to do", async () => {
      await dashboard.open("channels")
      await dashboard.button(words.connect.button).first().click()
      await dashboard.choice("Tiki").click()
      const form = dashboard.dialog()
      await form.getByLabel("Client id").fill(APP.client_id)
      await form.getByLabel("Client secret").fill("a wrong one")
      await dashboard.inDialog(words.connect.button).click()
      const failure = form.getByRole("alert")
      await failure.getByText(WORDS.refused_keys).waitFor()
      expect(await failure.innerText()).not.toContain("a wrong one")
      // Refused once, and so it should be.
      const refusals = place.problems.splice(0)
      expect(refusals).toContainEqual(
        expect.stringMatching(/^4\d\d .*\/admin\/marketplaces\/channels$/)
      )
    })

    it("connects with the right one", async () => {
      const { page } = place
      const form = dashboard.dialog()
      await form.getByLabel("Client secret").fill(APP.client_secret)
      await dashboard.inDialog(words.connect.button).click()
      const heading = page.getByRole("heading", { level: 1, name: SELLER })
      await heading.waitFor()
      channel = await heading.innerText()
      await page.getByText(words.connect.badge).first().waitFor()
    })

    it("downloads and links its products", async () => {
      await dashboard.downloadProducts(channel)
      await dashboard.seesCount("listings", words.tabs.all, LISTINGS)
      await dashboard.linkCertain(CERTAIN, "LY-LAM-S")
      await dashboard.seesCount("listings", words.tabs.linked, CERTAIN)
    })

    it("downloads new orders alone when no status is chosen", async () => {
      const { tiki } = shop
      const status = "queueing"
      wanted = await tiki.placeOrder({
        status,
        lines: [{ original_sku: "LY-LAM-S", quantity: 2 }],
      })
      sold_out = await tiki.placeOrder({
        status,
        lines: [{ original_sku: "DIA-NAU-20" }],
      })
      unknown = await tiki.placeOrder({
        status,
        lines: [{ original_sku: "NOI-DAT-18" }],
      })
      picked = await tiki.placeOrder({
        status: "picking",
        lines: [{ original_sku: "LY-LAM-S" }],
      })

      await dashboard.open("channelOrders")
      await dashboard.button(words.download.orders).first().click()
      await dashboard.choosesOnly(channel)
      await dashboard.dialog().getByText(WORDS.only_new).waitFor()
      await dashboard.inDialog(words.download.start).click()
      await dashboard.dialog().getByText(WORDS.read_new(channel)).waitFor()
      expect(await dashboard.readResults(3)).toEqual(
        [
          words.lines.downloaded(channel, wanted),
          words.lines.downloaded(channel, sold_out),
          words.lines.notLinked(channel, unknown, POT),
        ].sort()
      )
      await dashboard.closeDialog()
      await dashboard.chooseChannel(channel)
      await dashboard.seesCount("orders", words.tabs.all, 3)
      await dashboard.seesCount("orders", WORDS.new, 3)
      expect(await dashboard.row(picked).count()).toBe(0)
    })

    it("sees what the order of an unlinked product waits for", async () => {
      await dashboard.tab("orders", words.tabs.blocked).click()
      await dashboard
        .cause(words.causes.notLinked(POT))
        .getByRole("button", { name: words.link.button })
        .waitFor()
      await dashboard.tab("orders", words.tabs.all).click()
    })

    it("confirms an order, with a time for the carrier to come", async () => {
      const { page } = place
      await page.getByRole("link", { name: wanted }).click()
      await dashboard.inDialog(WORDS.confirm).click()
      const slot = dashboard
        .dialog()
        .getByRole("combobox", { name: WORDS.pickup_slot })
      await slot.click()
      await page.getByRole("option", { name: WORDS.morning }).first().click()
      await slot.filter({ hasText: WORDS.morning }).waitFor()
      await dashboard.inDialog(WORDS.confirm).click()
      expect(await dashboard.readResults(1)).toEqual([
        WORDS.lines.confirmed(channel, wanted),
      ])
      await dashboard.inDialog(words.download.close).click()
      await dashboard
        .dialog()
        .getByText(WORDS.confirmed, { exact: true })
        .first()
        .waitFor()
      expect(await dashboard.inDialog(WORDS.confirm).count()).toBe(0)
      await dashboard.closeDialog()
      await dashboard.row(wanted).filter({ hasText: WORDS.confirmed }).waitFor()
      const { status, items } = await shop.tiki.readOrder(wanted)
      expect({ status, item: items[0].confirmation }).toEqual({
        status: "picking",
        item: "seller_confirmed",
      })
    })

    it("refuses another one, once it is understood that this cancels it", async () => {
      const { page } = place
      await page.getByRole("link", { name: sold_out }).click()
      await dashboard.inDialog(WORDS.refuse).click()
      await dashboard.dialog().getByText(WORDS.refusing_cancels).waitFor()
      const refuse = dashboard.inDialog(WORDS.refuse)
      expect(await refuse.isDisabled()).toBe(true)
      await dashboard.dialog().getByLabel(WORDS.understood).check()
      await refuse.click()
      expect(await dashboard.readResults(1)).toEqual([
        WORDS.lines.refused(channel, sold_out),
      ])
      await dashboard.inDialog(words.download.close).click()
      await dashboard.closeDialog()
      await dashboard
        .row(sold_out)
        .getByText(WORDS.cancelled, { exact: true })
        .waitFor()
      await dashboard.seesCount("orders", WORDS.new, 1)
      expect(await shop.tiki.readOrder(sold_out)).toMatchObject({
        status: "canceled",
      })
    })

    it("has met no error on the way", () => {
      expect(place.problems).toEqual([])
    })
  })
}
