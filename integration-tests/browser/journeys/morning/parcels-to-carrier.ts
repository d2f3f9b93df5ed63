import { ALL, LONG, type Morning, WRONG_ITEM, known } from "./morning"
import { countStatuses, isTiki, waybillOf } from "./sales"
import * as scenes from "./scenes"
import { HandoverDesk } from "./handover-desk"
import { WORDS } from "./words"

/** Parcels that are packed at the table; the rest is marked as packed. */
const PACKED_BY_SCAN = 10

/** From open boxes to parcels that the carrier has. */
export function parcelsToCarrier(at: () => Morning): void {
  it("counts a scan once whose answer was lost on the way", async () => {
    const { dashboard, desk, page } = at()
    const [sale] = at().sales.filter((one) => !isTiki(one))
    const item = sale.lines[0].seller_sku
    const units = sale.lines.reduce((sum, { quantity }) => sum + quantity, 0)
    const progress = (scanned: number) =>
      page.getByText(`${scanned} / ${units}`, { exact: true }).first()
    await dashboard.open("packing")
    await desk.ready()
    await desk.scan(waybillOf(sale), "opened")
    await page.route(
      "**/admin/marketplaces/packing/scans",
      async (route) => {
        // The server counts; what it says does not arrive.
        await route.fetch()
        await route.fulfill({ contentType: "application/json", body: "" })
      },
      { times: 1 }
    )
    await desk.type(item)
    await desk.told("no_answer").filter({ hasText: item }).waitFor()
    const outcome = units === 1 ? "packed" : "counted"
    await desk.told(outcome).filter({ hasText: item }).waitFor()
    await progress(1).waitFor()
    await page.keyboard.press("F2")
    await desk.told("undone").waitFor()
    await progress(0).waitFor()
  }, 300_000)

  it("packs by scan alone, and is stopped at three mistakes", async () => {
    const { api, dashboard, desk, pictures, shop } = at()
    const tiktok = at().sales.filter((sale) => !isTiki(sale))
    const tiki = at().sales.filter(isTiki)
    const given_up = tiktok[tiktok.length - 1]
    at().given_up = given_up
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
    const { dashboard, page } = at()
    const rest = ALL - 1 - PACKED_BY_SCAN
    await at().openOrders(WORDS.tab.packing, rest)
    const toolbar = await at().selectAll(rest)
    await toolbar.getByRole("button", { name: WORDS.more }).click()
    await page.getByRole("menuitem", { name: WORDS.mark_packed }).click()
    await dashboard.inDialog(WORDS.mark_packed).click()
    await at().seesOutcome(WORDS.marked_packed(rest))
    await at().closeResults()
    await at().openOrders(WORDS.tab.packed, ALL - 1)
  }, 300_000)

  it("hands all but one over, with a record for each marketplace", async () => {
    const { dashboard, desk, page, pictures } = at()
    const records = new HandoverDesk(at())
    const { tiktok, tiki } = known(at().channels)
    const given_up = known(at().given_up)
    const left = at()
      .live()
      .filter((sale) => !isTiki(sale))[0]
    at().left = left
    for (const channel of [tiktok, tiki]) {
      const parcels = at()
        .gone()
        .filter(({ channel_id }) => channel_id === channel.id)
      await records.begin(WORDS.handover.outbound, channel)
      // No waiting in between: a scanner does not wait either.
      for (const sale of parcels) {
        await desk.type(waybillOf(sale))
      }
      await records.tab(WORDS.handover.scanned, parcels.length).waitFor({
        timeout: LONG,
      })
      if (channel === tiktok) {
        const stopped = await desk.scan(waybillOf(given_up), "cancelled")
        await stopped.getByText(WORDS.caught.cancelled).waitFor()
        await records.tab(WORDS.handover.missing, 1).click()
        await page.getByText(waybillOf(left)).waitFor()
        await records.tab(WORDS.handover.set_aside, 1).waitFor()
        const path = at().path()
        await pictures.take("handover", scenes.plain(path, "main li a"))
        await pictures.take(
          "handover-sheet",
          scenes.printed(path, /^(Print record|In biên bản)$/)
        )
      }
      await records.close()
    }
    await at().openOrders(WORDS.tab.awaiting_collection, ALL - 2)
    await dashboard.seesCount("orders", WORDS.tab.packed, 1)
  }, 300_000)
}
