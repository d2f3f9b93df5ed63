import type { Page } from "playwright-core"
import type { AdminApi } from "../../support/admin-api"
import type { Dashboard } from "../../support/dashboard"
import type { Pictures } from "../../support/pictures"
import { ScanDesk } from "../../support/scan-desk"
import type { Shop } from "../../support/shop"
import type { Stage } from "../../support/stage"
import { VIETNAMESE as words } from "../../support/words"
import { Workplace } from "../../support/workplace"
import { type Sale, SKU_PREFIX, TIKI_ORDERS, TIKTOK_ORDERS } from "./sales"
import type { Level } from "./stock"
import { WORDS } from "./words"

/** The shop at TikTok Shop that sells this morning. */
export const TIKTOK_SHOP_ID = "7495000000000001123"
/** Orders of both marketplaces. */
export const ALL = TIKTOK_ORDERS.length + TIKI_ORDERS.length
/** An article of nobody's order of the hundred. */
export const WRONG_ITEM = "KHAN-RAN-DO"
/** For what is done with a hundred orders on a busy machine (milliseconds). */
export const LONG = 240_000

/** What each piece of the morning's work leaves to the next one. */
export class Morning {
  readonly page: Page
  readonly dashboard: Dashboard
  readonly desk: ScanDesk
  readonly api: AdminApi
  /** Stock before the first order. */
  before: Record<string, Level> = {}
  sales: Sale[] = []
  channels: { tiktok: SalesChannel; tiki: SalesChannel } | null = null
  /** Given up by its buyer after its waybill was printed. */
  given_up: Sale | null = null
  /** Forgotten when the carrier came. */
  left: Sale | null = null
  /** That nobody took, Tiki's first. */
  undeliverable: Sale[] = []

  private constructor(
    readonly place: Workplace,
    readonly shop: Shop,
    readonly pictures: Pictures
  ) {
    this.page = place.page
    this.dashboard = place.dashboard
    this.desk = new ScanDesk(place.page)
    this.api = place.api
  }

  /** Signs in and speaks Vietnamese. */
  static async begin({ shop, browser, pictures }: Stage): Promise<Morning> {
    const place = await Workplace.open(browser, shop, words)
    return new Morning(place, shop, pictures)
  }

  /** Orders that go out as far as it is known. */
  live(): Sale[] {
    return this.sales.filter(({ id }) => id !== this.given_up?.id)
  }

  /** Orders that the carrier has. */
  gone(): Sale[] {
    return this.live().filter(({ id }) => id !== this.left?.id)
  }

  /** The morning's orders in the list, all or those of one tab. */
  async openOrders(label: string, count: number): Promise<void> {
    await this.dashboard.open("channelOrders")
    await this.page.getByPlaceholder(WORDS.search).fill(SKU_PREFIX)
    await this.dashboard.seesCount("orders", label, count)
    const tab = this.dashboard.tab("orders", label)
    await tab.click()
    await tab.and(this.page.locator("[aria-current]")).waitFor()
  }

  /** Selects every order of the open tab. Returns the bar of actions. */
  async selectAll(count: number) {
    const toolbar = this.page.getByRole("toolbar")
    await this.page.locator("tbody tr").first().waitFor()
    await this.page.locator("thead").getByRole("checkbox").check()
    await toolbar.getByRole("button", { name: WORDS.select_all(count) }).click()
    await toolbar.getByText(WORDS.selected(count), { exact: true }).waitFor()
    return toolbar
  }

  /** Closes the dialog of an action, after its results were read. */
  async closeResults(): Promise<void> {
    await this.dashboard.inDialog(words.download.close).click()
    await this.dashboard.dialog().waitFor({ state: "detached" })
  }

  /** Waits for a badge of a run, such as "Đã in: 100", in the open dialog. */
  async seesOutcome(text: string): Promise<void> {
    await this.dashboard
      .dialog()
      .getByText(text, { exact: true })
      .waitFor({ timeout: LONG })
  }

  /** Where the page is, behind `/app/marketplaces`. */
  path(): string {
    return new URL(this.page.url()).pathname.replace(/^.*marketplaces/, "")
  }
}

export type SalesChannel = { id: string; name: string }

/** For a piece of work that needs what an earlier one left. @throws when that one has failed. */
export function known<T>(value: T | null): T {
  if (value === null) {
    throw new Error("An earlier piece of the morning's work has failed.")
  }
  return value
}
