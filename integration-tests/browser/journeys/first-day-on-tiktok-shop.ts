import type { Dashboard } from "../support/dashboard"
import type { Shop } from "../support/shop"
import type { Stage } from "../support/stage"
import { ENGLISH, VIETNAMESE } from "../support/words"
import { Workplace } from "../support/workplace"

/** Sold on the marketplace only; the demo's catalogue has it. */
const VASE = "Lọ hoa gốm men hoả biến – chỉ bán livestream"
/** Put on sale after the products were downloaded. */
const LANTERN = "Đèn lồng lụa Hội An"

const LISTINGS = 25
/** Listings whose SKU is a variant's. */
const CERTAIN = 19

const WALKS = [
  {
    language: "English",
    words: ENGLISH,
    seller: "Nhà Gốm Sài Gòn",
    shop_id: "7495000000000001123",
  },
  {
    language: "Tiếng Việt",
    words: VIETNAMESE,
    seller: "Vải Lụa Hội An",
    shop_id: "7495000000000003123",
  },
]

/** Connects, downloads, links and meets an order that waits, in both languages. */
export function firstDaysOnTiktokShop(given: () => Stage) {
  describe.each(WALKS)("a seller's first day, in $language", (walk) => {
    const { words, seller, shop_id } = walk
    let shop: Shop
    let place: Workplace
    let dashboard: Dashboard
    let whole: string
    let mixed: string
    let unknown: string

    beforeAll(async () => {
      shop = given().shop
      place = await Workplace.open(given().browser, shop, words)
      dashboard = place.dashboard
    })

    afterAll(() => place?.close())

    it("connects the shop on the marketplace's own page", async () => {
      const { page } = place
      await dashboard.open("channels")
      await dashboard.button(words.connect.button).first().click()
      await dashboard.choice("TikTok Shop").click()
      await dashboard.inDialog(words.connect.leave).click()
      await page.getByLabel("Seller").selectOption({ label: `${seller} (1)` })
      await page.getByRole("button", { name: "Approve" }).click()
      await page.getByText(words.connect.done).waitFor()
      await page
        .getByRole("link", { name: seller })
        .filter({ hasText: words.connect.badge })
        .waitFor()
    })

    it("downloads its products", async () => {
      await dashboard.downloadProducts(seller)
      await dashboard.seesCount("listings", words.tabs.all, LISTINGS)
      await dashboard.seesCount("listings", words.tabs.unlinked, 1)
    })

    it("links what is surely the same, after a look", async () => {
      const { page } = place
      await dashboard.linkCertain(CERTAIN, "LY-LAM-S")
      await dashboard.seesCount("listings", words.tabs.linked, CERTAIN)
      await dashboard.tab("listings", words.tabs.unlinked).click()
      await dashboard.row("LY-LAM-S").waitFor({ state: "detached" })
      const rows = await page.locator("tbody").getByRole("row").allInnerTexts()
      expect(rows).toEqual([expect.stringContaining(VASE)])
    })

    it("previews and downloads orders, each with its own result", async () => {
      whole = await shop.tiktok_shop.placeOrder(shop_id, [
        { seller_sku: "LY-LAM-S", quantity: 2 },
      ])
      mixed = await shop.tiktok_shop.placeOrder(shop_id, [
        { seller_sku: "DIA-NAU-20" },
        { seller_sku: "LIVE-LOHOA-01" },
      ])
      await shop.tiktok_shop.addProduct(shop_id, LANTERN, "DEN-LONG-01")
      unknown = await shop.tiktok_shop.placeOrder(shop_id, [
        { seller_sku: "DEN-LONG-01" },
      ])

      await dashboard.open("channelOrders")
      await dashboard.button(words.download.orders).first().click()
      await dashboard.choosesOnly(seller)
      await dashboard.inDialog(words.download.today).click()
      await dashboard.inDialog(words.download.preview).click()
      await dashboard.seesFigure(words.download.previewed.fresh, 1)
      await dashboard.seesFigure(words.download.previewed.blocked, 2)
      await dashboard.inDialog(words.download.start).click()

      expect(await dashboard.readResults(3)).toEqual(
        [
          words.lines.downloaded(seller, whole),
          words.lines.notLinked(seller, mixed, VASE),
          words.lines.notDownloaded(seller, unknown, LANTERN),
        ].sort()
      )
      await dashboard.closeDialog()
    })

    it("sees the orders that wait, grouped by cause with a remedy", async () => {
      const { page } = place
      await dashboard.chooseChannel(seller)
      await dashboard.seesCount("orders", words.tabs.all, 3)
      await dashboard.seesCount("orders", words.tabs.awaitingConfirmation, 3)
      await dashboard.seesCount("orders", words.tabs.blocked, 2)
      await dashboard.tab("orders", words.tabs.blocked).click()
      await dashboard
        .cause(words.causes.notLinked(VASE))
        .filter({ hasText: words.order.count(1) })
        .getByRole("button", { name: words.link.button })
        .waitFor()
      await dashboard
        .cause(words.causes.notDownloaded(LANTERN))
        .getByRole("button", { name: words.download.products })
        .waitFor()
      await dashboard.row(whole).waitFor({ state: "detached" })
      await page.getByRole("link", { name: mixed }).click()
      const drawer = dashboard.dialog()
      await drawer.getByText(words.causes.notLinked(VASE)).waitFor()
      expect(await drawer.getByText(words.order.medusaOrder).count()).toBe(0)
      await dashboard.closeDialog()
    })

    it("links the product, and the order comes in by itself", async () => {
      const { page } = place
      await dashboard
        .cause(words.causes.notLinked(VASE))
        .getByRole("button", { name: words.link.button })
        .click()
      await dashboard.dialog().getByLabel(words.link.search).fill("AM-DO-350")
      await dashboard.dialog().getByRole("radio", { name: "AM-DO-350" }).click()
      await dashboard.inDialog(words.link.button).click()
      await page.getByText(words.link.done).waitFor()
      await dashboard.seesCount("orders", words.tabs.blocked, 1)
      await dashboard.row(mixed).waitFor({ state: "detached" })
      await dashboard.tab("orders", words.tabs.all).click()
      await dashboard
        .row(mixed)
        .filter({ hasNotText: words.tabs.blocked })
        .waitFor()
    })

    it("opens it from the Medusa order page", async () => {
      const { page } = place
      await page.getByRole("link", { name: mixed }).click()
      const medusaOrder = dashboard
        .dialog()
        .getByRole("link", { name: /^#\d+$/ })
      const number = await medusaOrder.innerText()
      await dashboard.closeDialog()

      await dashboard.openMedusaOrders()
      await dashboard.tab("orders", words.tabs.blocked).waitFor()
      await page.getByRole("row").filter({ hasText: number }).click()
      await page.getByRole("heading", { name: words.order.widget }).waitFor()
      await page.getByText(mixed, { exact: true }).waitFor()
      await page.getByRole("link", { name: words.order.details }).click()

      const drawer = dashboard.dialog()
      await drawer.getByRole("link", { name: number, exact: true }).waitFor()
      await drawer.getByRole("heading", { name: words.order.history }).waitFor()
      await drawer.getByText("AWAITING_SHIPMENT").first().waitFor()
    })

    it("has met no error on the way", () => {
      expect(place.problems).toEqual([])
    })
  })
}
