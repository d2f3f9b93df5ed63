import { type Morning, TIKTOK_SHOP_ID, WRONG_ITEM } from "./morning"
import * as scenes from "./scenes"
import { WORDS } from "./words"

/** Cancellations that buyers ask for. */
export function buyersWishes(at: () => Morning): void {
  it("lets one buyer cancel, and another not", async () => {
    const { api, dashboard, page, pictures, shop } = at()
    const { tiktok_shop } = shop
    const line = { seller_sku: WRONG_ITEM }
    const ids = await tiktok_shop.placeOrders(TIKTOK_SHOP_ID, [[line], [line]])
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
    await pictures.take(
      "buyer-requests",
      scenes.plain("/buyer-requests", "tbody a")
    )
    const begin = (id: string, name: string) =>
      dashboard.row(id).getByRole("button", { name, exact: true }).click()
    const end = async (outcome: string) => {
      await at().seesOutcome(outcome)
      await at().closeResults()
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
}
