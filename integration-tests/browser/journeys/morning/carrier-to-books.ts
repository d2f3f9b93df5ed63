import { deliveredByMarketplaces, unitsInMedusa } from "./books"
import { ALL, type Morning, known } from "./morning"
import { SKUS, countStatuses, hear, isTiki, waybillOf } from "./sales"
import { photographBrokenBowl } from "./photo"
import * as scenes from "./scenes"
import { HandoverDesk } from "./handover-desk"
import { readLevels, unitsIn } from "./stock"
import { WORDS } from "./words"

/** From the collection to goods that come back, and what all books say then. */
export function carrierToBooks(at: () => Morning): void {
  it("sees them collected and delivered, two of them in vain", async () => {
    const { api, dashboard, shop } = at()
    const { tiktok_shop, tiki } = shop
    at().undeliverable = [true, false].map(
      (on_tiki) =>
        at()
          .gone()
          .filter((sale) => isTiki(sale) === on_tiki)[0]
    )
    for (const sale of at().gone()) {
      const marketplace = isTiki(sale) ? tiki : tiktok_shop
      await marketplace.move(sale.external_id, "collect")
    }
    await hear(shop, api, known(at().channels).tiki.id)
    await api.until(
      () => countStatuses(api),
      ({ in_transit }) => in_transit === ALL - 2
    )
    const [failed_tiki, failed_tiktok] = at().undeliverable
    await tiki.move(failed_tiki.external_id, "fail-delivery")
    await tiktok_shop.move(failed_tiktok.external_id, "fail")
    for (const sale of at().gone()) {
      const marketplace = isTiki(sale) ? tiki : tiktok_shop
      if (!at().undeliverable.includes(sale)) {
        await marketplace.move(sale.external_id, "deliver")
      }
    }
    await hear(shop, api, known(at().channels).tiki.id)
    await api.until(
      () => countStatuses(api),
      ({ succeeded }) => succeeded === ALL - 4
    )
    await at().openOrders(WORDS.tab.succeeded, ALL - 4)
    await dashboard.seesCount("orders", WORDS.tab.returning, 2)
  }, 300_000)

  it("takes both back, one of them damaged with a note and a photo", async () => {
    const { dashboard, desk, page, pictures } = at()
    const [damaged, good] = at().undeliverable
    const records = new HandoverDesk(at())
    await records.begin(WORDS.handover.inbound)
    await desk.scan(waybillOf(good), "scanned")
    await page.keyboard.press("F8")
    await desk.scan(waybillOf(damaged), "scanned")
    const row = page
      .getByRole("listitem")
      .filter({ hasText: damaged.external_id })
    await row.getByText(WORDS.handover.damaged).waitFor()
    await row.getByRole("button", { name: WORDS.handover.details }).click()
    const drawer = dashboard.dialog()
    await drawer.getByLabel(WORDS.handover.note).fill(WORDS.broken)
    await drawer
      .getByLabel(WORDS.handover.add_photo)
      .first()
      .setInputFiles({
        name: "vo.png",
        mimeType: "image/png",
        buffer: await photographBrokenBowl(page),
      })
    await drawer.locator("img").waitFor()
    await dashboard.inDialog(WORDS.handover.save).click()
    await drawer.waitFor({ state: "detached" })
    await row.getByText(WORDS.handover.one_photo).waitFor()
    await row.getByText(WORDS.broken).waitFor()
    await pictures.take("returns", scenes.plain(at().path(), "main li a"))
    await pictures.take("damaged", scenes.newestParcel(at().path()))
    await records.close()
    await at().openOrders(WORDS.tab.returned, 2)
    await dashboard.seesCount("orders", WORDS.tab.returning, 0)
    await pictures.take(
      "handovers",
      scenes.plain("/handovers", "main a[href*='handovers/']")
    )
    await pictures.take(
      "order",
      scenes.plain(`/orders?order=${damaged.id}`, "[role=dialog] h2")
    )
  }, 300_000)

  it("ends with stock, Medusa's orders and the marketplaces agreeing to the unit", async () => {
    const { api, shop } = at()
    expect(await countStatuses(api)).toEqual({
      packed: 1,
      cancelled_by_buyer: 1,
      returned: 2,
      succeeded: ALL - 4,
    })
    const [damaged, good] = at().undeliverable
    const sold = await deliveredByMarketplaces(shop, at().sales)
    expect(sold).toHaveLength(ALL - 4)
    const expected = Object.fromEntries(
      SKUS.map((sku) => [
        sku,
        {
          stocked: at().before[sku].stocked - unitsIn([...sold, damaged], sku),
          reserved:
            at().before[sku].reserved + unitsIn([known(at().left)], sku),
        },
      ])
    )
    await api.until(
      () => readLevels(api),
      (levels) => JSON.stringify(levels) === JSON.stringify(expected)
    )
    for (const sku of SKUS) {
      expect(await unitsInMedusa(api, at().sales, sku)).toEqual({
        delivered: unitsIn(sold, sku),
        good: unitsIn([good], sku),
        damaged: unitsIn([damaged], sku),
      })
    }
    expect((await shop.tiktok_shop.readParcels()).more_than_once).toEqual([])
  }, 300_000)
}
