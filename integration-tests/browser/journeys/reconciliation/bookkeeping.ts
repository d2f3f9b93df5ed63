import type { Locator, Page } from "playwright-core"
import type { AdminApi } from "../../support/admin-api"
import type { Dashboard } from "../../support/dashboard"
import type { Pictures } from "../../support/pictures"
import type { Shop } from "../../support/shop"
import type { Stage } from "../../support/stage"
import { VIETNAMESE as words } from "../../support/words"
import { Workplace } from "../../support/workplace"
import { tikiChannel } from "./tiki-channel"
import { type PaidOrder, payingFor, statementFile } from "./statement-file"

/** For runs and for what follows by itself on a busy machine (milliseconds). */
export const LONG = 120_000

/** Of what price an order's commission is, as agreed: 10 %. */
const AGREED_RATE_PPM = 100_000

const DAYS_AGO = 12

/** What each piece of the bookkeeper's work leaves to the next one. */
export class Bookkeeping {
  readonly page: Page
  readonly dashboard: Dashboard
  readonly api: AdminApi
  channel = { id: "", name: "" }
  /** In the order of the file. */
  orders: PaidOrder[] = []
  file: Buffer = Buffer.alloc(0)
  statement_id = ""

  private constructor(
    readonly place: Workplace,
    readonly shop: Shop,
    readonly pictures: Pictures
  ) {
    this.page = place.page
    this.page.setDefaultTimeout(LONG)
    this.dashboard = place.dashboard
    this.api = place.api
  }

  /**
   * Signs in and speaks Vietnamese. Six orders of Tiki have reached their buyers, none of them was
   * ever downloaded, and a workbook says what was paid for them.
   */
  static async begin({ shop, browser, pictures }: Stage): Promise<Bookkeeping> {
    const place = await Workplace.open(browser, shop, words)
    const books = new Bookkeeping(place, shop, pictures)
    books.channel = await tikiChannel(books.api)
    await books.api.post("/marketplaces/fee-rules", {
      channel_id: books.channel.id,
      kind: "commission",
      basis: "revenue",
      rate_ppm: AGREED_RATE_PPM,
    })
    const codes = await shop.tiki.placeOrders(
      Array.from({ length: 6 }, (_, index) => ({
        status: "successful_delivery" as const,
        history: true,
        create_time: Math.floor(Date.now() / 1000) - DAYS_AGO * 86_400,
        lines: [{ original_sku: "LY-LAM-S", quantity: 1 + (index % 3) }],
      }))
    )
    const sold = await Promise.all(
      codes.map((code) => shop.tiki.readOrder(code))
    )
    books.orders = payingFor(sold)
    books.file = await statementFile(books.orders)
    return books
  }

  /** The orders that were paid in one way. */
  paid(outcome: PaidOrder["outcome"]): PaidOrder[] {
    return this.orders.filter((order) => order.outcome === outcome)
  }

  /** A tab of a group that counts. */
  tab(group: string, label: string): Locator {
    return this.page
      .getByRole("navigation", { name: group, exact: true })
      .getByRole("link")
      .filter({ hasText: new RegExp(`^${label}`) })
  }

  /** Waits until a tab counts so many, as it does once everything has followed. */
  async counts(group: string, label: string, count: number): Promise<void> {
    await this.tab(group, label)
      .filter({ hasText: new RegExp(`^${label}\\s*${count}(\\D|$)`) })
      .waitFor()
  }

  async choose(field: string, option: string): Promise<void> {
    await this.page.getByRole("combobox", { name: field, exact: true }).click()
    await this.page.getByRole("option", { name: option, exact: true }).click()
  }

  /** What a click downloads, read back from where the browser put it. */
  async downloads(click: () => Promise<void>) {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      click(),
    ])
    return { name: download.suggestedFilename(), path: await download.path() }
  }
}
