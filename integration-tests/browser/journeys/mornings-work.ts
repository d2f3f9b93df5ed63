import { readFileSync } from "node:fs"
import { PDFDocument } from "@cantoo/pdf-lib"
import type { Browser } from "playwright-core"
import { AdminApi } from "../support/admin-api"
import { type Visit, openVisit } from "../support/browser"
import { Dashboard } from "../support/dashboard"
import { ScanDesk } from "../support/scan-desk"
import type { Shop } from "../support/shop"
import { VIETNAMESE as words } from "../support/words"
import {
  type Sale,
  SKU_PREFIX,
  SKUS,
  TIKI_ORDERS,
  TIKTOK_ORDERS,
  countStatuses,
  hear,
  isTiki,
  readSales,
  waybillOf,
} from "./morning/sales"
import { Pictures } from "./morning/pictures"
import * as scenes from "./morning/scenes"
import { type Level, readLevels, unitsIn } from "./morning/stock"
import { WORDS } from "./morning/words"

const TIKTOK_SHOP_ID = "7495000000000001123"
const ALL = TIKTOK_ORDERS.length + TIKI_ORDERS.length
/** Parcels that are packed at the table; the rest is marked as packed. */
const PACKED_BY_SCAN = 10
/** An article of nobody's order this morning. */
const WRONG_ITEM = "KHAN-RAN-DO"
/** A hundred orders on a busy machine. */
const LONG = 300_000

const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP8z4APMOGVHbHSAEEsAROxCnMTAAAAAElFTkSuQmCC",
  "base64"
)

/**
 * A hundred orders of both marketplaces, from the download to the goods that come back.
 * Ten parcels are packed by scan, with three mistakes caught; the rest is marked as packed
 * with one action, as keying in a hundred boxes would show nothing more.
 */
export function morningsWork(given: () => { shop: Shop; browser: Browser }) {
  describe("a morning's work with a hundred orders, in Tiếng Việt", () => {
    let shop: Shop
    let visit: Visit
    let dashboard: Dashboard
    let desk: ScanDesk
    let api: AdminApi
    let pictures: Pictures
    let before: Record<string, Level>
    let sales: Sale[]
    let tiki_channel: { id: string; name: string }
    let tiktok_channel: { id: string; name: string }
    /** Given up by its buyer after its waybill was printed. */
    let given_up: Sale
    /** Forgotten when the carrier came. */
    let left: Sale
    let undeliverable: Sale[]

    const live = () => sales.filter(({ id }) => id !== given_up.id)
    const gone = () => live().filter(({ id }) => id !== left.id)

    beforeAll(async () => {
      shop = given().shop
      visit = await openVisit(given().browser, shop.url)
      dashboard = new Dashboard(visit.page, shop.url, words)
      desk = new ScanDesk(visit.page)
      api = new AdminApi(visit.page, shop.url)
      pictures = new Pictures(given().browser, shop)
      await dashboard.signIn(shop.admin)
      await dashboard.chooseLanguage("Tiếng Việt")
    })

    afterAll(async () => {
      await visit?.close()
      await pictures?.close()
    })

    /** The morning's orders in the list, all or those of one tab. */
    const openOrders = async (label: string, count: number) => {
      await dashboard.open("channelOrders")
      await visit.page.getByPlaceholder(WORDS.search).fill(SKU_PREFIX)
      await dashboard.seesCount("orders", label, count)
      const tab = dashboard.tab("orders", label)
      await tab.click()
      await tab.and(visit.page.locator("[aria-current]")).waitFor()
    }

    const selectAll = async (count: number) => {
      const { page } = visit
      const toolbar = page.getByRole("toolbar")
      await page.locator("tbody tr").first().waitFor()
      await page.locator("thead").getByRole("checkbox").check()
      const all = toolbar.getByRole("button", {
        name: `Chọn tất cả ${count} đơn`,
      })
      await toolbar.getByText(/^Đã chọn/).waitFor()
      if (await all.isVisible()) {
        await all.click()
      }
      await toolbar.getByText(WORDS.selected(count), { exact: true }).waitFor()
      return toolbar
    }

    const recordPath = () =>
      new URL(visit.page.url()).pathname.replace(/^.*marketplaces/, "")

    it("downloads them all at once", async () => {
      before = await readLevels(api)
      await shop.tiktok_shop.placeOrders(TIKTOK_SHOP_ID, TIKTOK_ORDERS)
      await shop.tiki.placeOrders(TIKI_ORDERS)
      await dashboard.open("channelOrders")
      await dashboard.button(words.download.orders).first().click()
      await dashboard.inDialog(WORDS.today).click()
      await dashboard.inDialog(words.download.start).click()
      await dashboard
        .dialog()
        .getByText(WORDS.downloaded)
        .waitFor({ timeout: LONG })
      await dashboard
        .dialog()
        .getByText(words.download.done, { exact: true })
        .waitFor({ timeout: LONG })
      await dashboard.closeDialog()
      await openOrders(words.tabs.all, ALL)
      const { awaitingConfirmation } = words.tabs
      await dashboard.seesCount(
        "orders",
        awaitingConfirmation,
        TIKTOK_ORDERS.length
      )
      await dashboard.seesCount("orders", WORDS.tab.new, TIKI_ORDERS.length)
      sales = await readSales(api)
      const channelOf = (tiki: boolean) => {
        const [{ channel_id: id, channel_name: name }] = sales.filter(
          (sale) => isTiki(sale) === tiki
        )
        return { id, name }
      }
      await pictures.take("orders", scenes.ordersChosen("all"))
      await pictures.take("arrange", scenes.actionDialog("all", "a"))
      tiki_channel = channelOf(true)
      tiktok_channel = channelOf(false)
    }, 300_000)

    it("arranges the shipment of all with one dialog", async () => {
      const toolbar = await selectAll(ALL)
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
        await dialog.getByText(done, { exact: true }).waitFor({ timeout: LONG })
      }
      await dashboard.inDialog("In phiếu gửi ngay").waitFor({ timeout: LONG })
      await dashboard.inDialog(words.download.close).click()
      await dashboard.seesCount("orders", WORDS.tab.confirmed, ALL)
      expect((await shop.tiktok_shop.readParcels()).more_than_once).toEqual([])
    }, 300_000)

    it("prints their waybills as one PDF, Tiki's web pages among them", async () => {
      const { page } = visit
      await pictures.take("print", scenes.actionDialog("confirmed", "p"))
      await openOrders(WORDS.tab.confirmed, ALL)
      const toolbar = await selectAll(ALL)
      await toolbar.getByRole("button", { name: WORDS.print.button }).click()
      await dashboard.inDialog(WORDS.print.button).click()
      const dialog = dashboard.dialog()
      await dialog
        .getByText(WORDS.print.done, { exact: true })
        .waitFor({ timeout: LONG })
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
      await dashboard.inDialog(words.download.close).click()
      await dashboard.seesCount("orders", WORDS.tab.packing, ALL)
      sales = await readSales(api)
    }, 300_000)

    it("fetches the goods with one pick list", async () => {
      const { page } = visit
      await openOrders(WORDS.tab.packing, ALL)
      const toolbar = await selectAll(ALL)
      await toolbar
        .getByRole("button", { name: WORDS.pick_list.button })
        .click()
      await dashboard.inDialog(WORDS.pick_list.create).click()
      const total = SKUS.reduce((sum, sku) => sum + unitsIn(sales, sku), 0)
      await page.getByText(WORDS.pick_list.progress(0, total)).waitFor()
      const name = WORDS.pick_list.picked
      const lines = page.getByRole("checkbox", { name })
      const ticked = page.getByRole("checkbox", { name, checked: true })
      expect(await lines.count()).toBe(SKUS.length)
      await lines.first().click()
      await ticked.waitFor()
      const path = recordPath()
      await pictures.take("pick-list", scenes.plain(path))
      await pictures.take(
        "pick-list-sheet",
        scenes.printed(path, /^(Print|In)$/)
      )
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
      await pictures.take("pick-lists", scenes.plain("/pick-lists"))
    }, 300_000)

    it("lets one buyer cancel, and another not", async () => {
      const { page } = visit
      const { tiktok_shop } = shop
      const line = { seller_sku: WRONG_ITEM }
      const ids = await tiktok_shop.placeOrders(TIKTOK_SHOP_ID, [
        [line],
        [line],
      ])
      const [granted, refused] = ids
      await tiktok_shop.deliverWebhooks()
      for (const id of ids) {
        await tiktok_shop.move(id, "request-cancel")
      }
      await tiktok_shop.deliverWebhooks()
      const waiting = "/marketplaces/buyer-requests?state=waiting"
      await api.until(
        () => api.get<{ count: number }>(waiting),
        ({ count }) => count === ids.length
      )
      await pictures.take("buyer-requests", scenes.plain("/buyer-requests"))
      const begin = (id: string, name: string) =>
        dashboard.row(id).getByRole("button", { name, exact: true }).click()
      const end = async (outcome: string) => {
        await dashboard
          .dialog()
          .getByText(outcome, { exact: true })
          .waitFor({ timeout: LONG })
        await dashboard.inDialog(words.download.close).click()
      }
      await dashboard.open("requests")
      await begin(granted, WORDS.requests.approve)
      await dashboard.inDialog(WORDS.requests.approve).click()
      await end(WORDS.requests.approved)
      await begin(refused, WORDS.requests.reject)
      await dashboard
        .dialog()
        .getByRole("combobox", { name: WORDS.requests.choose_reason })
        .click()
      await page.getByRole("option").first().click()
      await dashboard.inDialog(WORDS.requests.reject).click()
      await end(WORDS.requests.rejected)
      await dashboard.row(refused).waitFor({ state: "detached" })
      expect(await tiktok_shop.statusOf(granted)).toBe("CANCELLED")
      expect(await tiktok_shop.statusOf(refused)).toBe("AWAITING_SHIPMENT")
    }, 300_000)

    it("packs by scan alone, and is stopped at three mistakes", async () => {
      const tiktok = sales.filter((sale) => !isTiki(sale))
      const tiki = sales.filter(isTiki)
      given_up = tiktok[tiktok.length - 1]
      await shop.tiktok_shop.move(given_up.external_id, "cancel")
      await shop.tiktok_shop.deliverWebhooks()
      await api.until(
        () => countStatuses(api),
        (counts) => counts.cancelled_by_buyer === 1
      )
      const half = PACKED_BY_SCAN / 2
      const packed = [...tiktok.slice(0, half), ...tiki.slice(0, half)]

      await dashboard.open("packing")
      await desk.ready()
      for (const [place, sale] of packed.entries()) {
        await desk.scan(waybillOf(sale), "opened")
        const items = sale.lines.flatMap(({ seller_sku, quantity }) =>
          Array.from({ length: quantity }, () => seller_sku)
        )
        if (place === 0) {
          const caught = await desk.scan(WRONG_ITEM, "wrong_item")
          await caught.getByText(WORDS.caught.wrong_item).waitFor()
        }
        for (const [unit, item] of items.entries()) {
          const last = unit === items.length - 1
          await desk.scan(item, last ? "packed" : "counted")
        }
        expect(await desk.packedCount()).toBe(place + 1)
      }
      const cancelled = await desk.scan(waybillOf(given_up), "cancelled")
      await cancelled.getByText(WORDS.caught.cancelled).waitFor()
      const twice = await desk.scan(waybillOf(packed[1]), "already_packed")
      await twice.getByText(WORDS.caught.already_packed).waitFor()
      expect(await desk.packedCount()).toBe(PACKED_BY_SCAN)
      await pictures.take(
        "packing",
        scenes.stoppedPacking(waybillOf(tiktok[half * 2]), WRONG_ITEM)
      )
    }, 300_000)

    it("marks the rest as packed with one action", async () => {
      const { page } = visit
      const rest = ALL - 1 - PACKED_BY_SCAN
      await openOrders(WORDS.tab.packing, rest)
      const toolbar = await selectAll(rest)
      await toolbar.getByRole("button", { name: WORDS.more }).click()
      await page.getByRole("menuitem", { name: WORDS.mark_packed }).click()
      await dashboard.inDialog(WORDS.mark_packed).click()
      await dashboard
        .dialog()
        .getByText(`Đã đóng gói: ${rest}`, { exact: true })
        .waitFor({ timeout: LONG })
      await dashboard.inDialog(words.download.close).click()
      await openOrders(WORDS.tab.packed, ALL - 1)
    }, 300_000)

    const recordTab = (label: string, count: number) =>
      visit.page
        .getByRole("navigation", { name: WORDS.handover.group })
        .getByRole("link")
        .filter({ hasText: new RegExp(`^${label}\\s*${count}(\\D|$)`) })

    /** Begins a record of one channel and waits for the first scan. */
    const beginRecord = async (button: string, channel: string) => {
      const { page } = visit
      await dashboard.open("handovers")
      await dashboard.button(button).first().click()
      await dashboard
        .dialog()
        .getByRole("combobox", { name: words.channel })
        .click()
      await page.getByRole("option", { name: channel, exact: true }).click()
      await dashboard.inDialog(WORDS.handover.start).click()
      await desk.ready()
    }

    const closeRecord = async () => {
      const { page } = visit
      await dashboard.button(WORDS.handover.close).click()
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: WORDS.handover.close })
        .click()
      await page
        .getByText(WORDS.handover.closed, { exact: true })
        .first()
        .waitFor({ timeout: LONG })
    }

    it("hands all but one over, with a record for each marketplace", async () => {
      left = live().filter((sale) => !isTiki(sale))[0]
      for (const channel of [tiktok_channel, tiki_channel]) {
        const parcels = gone().filter(
          ({ channel_id }) => channel_id === channel.id
        )
        await beginRecord(WORDS.handover.outbound, channel.name)
        // No waiting in between: a scanner does not wait either.
        for (const sale of parcels) {
          await desk.type(waybillOf(sale))
        }
        await recordTab(WORDS.handover.scanned, parcels.length).waitFor({
          timeout: LONG,
        })
        if (channel === tiktok_channel) {
          const stopped = await desk.scan(waybillOf(given_up), "cancelled")
          await stopped.getByText(WORDS.caught.cancelled).waitFor()
          const missing = recordTab(WORDS.handover.missing, 1)
          await missing.click()
          await visit.page.getByText(waybillOf(left)).waitFor()
          await recordTab(WORDS.handover.set_aside, 1).waitFor()
          const path = recordPath()
          await pictures.take("handover", scenes.plain(path))
          await pictures.take(
            "handover-sheet",
            scenes.printed(path, /^(Print record|In biên bản)$/)
          )
        }
        await closeRecord()
      }
      await openOrders(WORDS.tab.awaiting_collection, ALL - 2)
      await dashboard.seesCount("orders", WORDS.tab.packed, 1)
    }, 300_000)

    it("sees them collected and delivered, two of them in vain", async () => {
      const { tiktok_shop, tiki } = shop
      undeliverable = [true, false].map(
        (on_tiki) => gone().filter((sale) => isTiki(sale) === on_tiki)[0]
      )
      for (const sale of gone()) {
        const marketplace = isTiki(sale) ? tiki : tiktok_shop
        await marketplace.move(sale.external_id, "collect")
      }
      await hear(shop, api, tiki_channel.id)
      await api.until(
        () => countStatuses(api),
        ({ in_transit }) => in_transit === ALL - 2
      )
      const [failed_tiki, failed_tiktok] = undeliverable
      await tiki.move(failed_tiki.external_id, "fail-delivery")
      await tiktok_shop.move(failed_tiktok.external_id, "fail")
      for (const sale of gone()) {
        const marketplace = isTiki(sale) ? tiki : tiktok_shop
        if (!undeliverable.includes(sale)) {
          await marketplace.move(sale.external_id, "deliver")
        }
      }
      await hear(shop, api, tiki_channel.id)
      await api.until(
        () => countStatuses(api),
        ({ succeeded }) => succeeded === ALL - 4
      )
      await openOrders(WORDS.tab.succeeded, ALL - 4)
      await dashboard.seesCount("orders", WORDS.tab.returning, 2)
    }, 300_000)

    it("takes both back, one of them damaged with a note and a photo", async () => {
      const { page } = visit
      const [damaged, good] = undeliverable
      await dashboard.open("handovers")
      await dashboard.button(WORDS.handover.inbound).first().click()
      await dashboard.inDialog(WORDS.handover.start).click()
      await desk.ready()
      await desk.scan(waybillOf(good), "scanned")
      await page.keyboard.press("F8")
      await desk.scan(waybillOf(damaged), "scanned")
      const row = page
        .getByRole("listitem")
        .filter({ hasText: damaged.external_id })
      await row.getByText(WORDS.handover.damaged).waitFor()
      await row.getByRole("button", { name: WORDS.handover.details }).click()
      const drawer = dashboard.dialog()
      await drawer.getByLabel(WORDS.handover.note).fill("Vỡ một bát, hộp móp")
      await drawer.getByLabel(WORDS.handover.add_photo).first().setInputFiles({
        name: "vo.png",
        mimeType: "image/png",
        buffer: PHOTO,
      })
      await drawer.locator("img").waitFor()
      await dashboard.inDialog(WORDS.handover.save).click()
      await drawer.waitFor({ state: "detached" })
      await row.getByText(WORDS.handover.one_photo).waitFor()
      await row.getByText("Vỡ một bát").waitFor()
      await pictures.take("returns", scenes.plain(recordPath()))
      await pictures.take("damaged", scenes.newestParcel(recordPath()))
      await closeRecord()
      await openOrders(WORDS.tab.returned, 2)
      await dashboard.seesCount("orders", WORDS.tab.returning, 0)
      await pictures.take("handovers", scenes.plain("/handovers"))
      await pictures.take("order", scenes.plain(`/orders?order=${damaged.id}`))
    }, 300_000)

    it("ends with stock, Medusa's orders and the marketplaces agreeing to the unit", async () => {
      expect(await countStatuses(api)).toEqual({
        packed: 1,
        cancelled_by_buyer: 1,
        returned: 2,
        succeeded: ALL - 4,
      })
      const [damaged] = undeliverable
      const sold = gone().filter((sale) => !undeliverable.includes(sale))
      const expected = Object.fromEntries(
        SKUS.map((sku) => [
          sku,
          {
            stocked: before[sku].stocked - unitsIn([...sold, damaged], sku),
            reserved: before[sku].reserved + unitsIn([left], sku),
          },
        ])
      )
      await api.until(
        () => readLevels(api),
        (levels) => JSON.stringify(levels) === JSON.stringify(expected)
      )
      expect(await readLevels(api)).toEqual(expected)
    }, 300_000)

    it("has met no error on the way", () => {
      expect(visit.problems).toEqual([])
    })
  })
}
