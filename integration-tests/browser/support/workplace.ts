import type { Browser, Page } from "playwright-core"
import { AdminApi } from "./admin-api"
import { type Visit, openVisit } from "./browser"
import { Dashboard } from "./dashboard"
import type { Shop } from "./shop"
import type { Words } from "./words"

/** Where somebody works: signed in to the dashboard, in a window and a language of their own. */
export class Workplace {
  readonly page: Page
  readonly dashboard: Dashboard
  readonly api: AdminApi

  private constructor(
    private readonly visit: Visit,
    shop: Shop,
    words: Words
  ) {
    this.page = visit.page
    this.dashboard = new Dashboard(visit.page, shop.url, words)
    this.api = new AdminApi(visit.page, shop.url)
  }

  static async open(
    browser: Browser,
    shop: Shop,
    words: Words
  ): Promise<Workplace> {
    const visit = await openVisit(browser, shop.url)
    const place = new Workplace(visit, shop, words)
    await place.dashboard.signIn(shop.admin)
    if (words.language) {
      await place.dashboard.chooseLanguage(words.language)
    }
    return place
  }

  /** Everything that went wrong in this window on the shop's side. */
  get problems(): string[] {
    return this.visit.problems
  }

  close(): Promise<void> {
    return this.visit.close()
  }
}
