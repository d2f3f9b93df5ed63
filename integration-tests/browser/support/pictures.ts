import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import type { Shop } from "./shop"
import { ENGLISH, VIETNAMESE } from "./words"
import { Workplace } from "./workplace"

/**
 * Directory for the documentation's pictures, for example `docs/images/daily-work`; nothing
 * is taken when it is not set.
 */
const DIRECTORY = process.env.DOCS_PICTURES

const LANGUAGES = [
  { code: "en", words: ENGLISH },
  { code: "vi", words: VIETNAMESE },
]

/** How a page is brought to where its picture is taken; `path` lies behind `/app/marketplaces`. */
export type Scene = (
  page: Page,
  open: (path: string) => Promise<void>
) => Promise<void>

/** Nothing is being loaded any more: no skeleton, no half picture. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.waitForFunction(
    "!document.querySelector('.animate-pulse') && [...document.images].every((one) => one.complete)"
  )
}

/** Pictures of the pages as they are at some moment of a journey, in both languages. */
export class Pictures {
  private places: { code: string; place: Workplace }[] = []

  constructor(
    private readonly browser: Browser,
    private readonly shop: Shop
  ) {}

  async take(name: string, scene: Scene): Promise<void> {
    if (!DIRECTORY) {
      return
    }
    await this.open()
    mkdirSync(DIRECTORY, { recursive: true })
    for (const { code, place } of this.places) {
      const { page } = place
      await scene(page, async (path) => {
        await page.goto(`${this.shop.url}/app/marketplaces${path}`)
        await page.locator("main").locator("h1, h2").first().waitFor()
        await settled(page)
      })
      await settled(page)
      const path = join(DIRECTORY, `${name}-${code}.png`)
      await page.screenshot({ path, animations: "disabled" })
      await page.emulateMedia({ media: null })
    }
  }

  private async open(): Promise<void> {
    if (this.places.length > 0) {
      return
    }
    for (const { code, words } of LANGUAGES) {
      const place = await Workplace.open(this.browser, this.shop, words)
      this.places.push({ code, place })
      // Its dialog would wait for somebody.
      await place.page.addInitScript({
        content: "window.print = () => undefined",
      })
    }
  }
}
