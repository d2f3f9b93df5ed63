import { createRequire } from "node:module"
import { MedusaError } from "@medusajs/framework/utils"
import type { Browser, BrowserContext, Page, Route } from "playwright-core"
import { errorMessage } from "../../domain/shared/error-message"
import { WaybillSize } from "../../domain/provider/gives-waybills"
import { fetchPageFile } from "./fetch-page-file"
import { UnreadableWaybill } from "./unreadable-waybill"

/** Loaded only where a browser is set up: the package is the host's to install. */
const load = createRequire(__filename)

/** Paper, upright. */
export const PAPER: Record<WaybillSize, { width: string; height: string }> = {
  A6: { width: "105mm", height: "148mm" },
  A5: { width: "148mm", height: "210mm" },
}

const LAUNCH_MS = 30_000
const PAGE_MS = 20_000
/** Stands for the address of a page that has none. */
const NOWHERE = "https://waybill.invalid/"
const NOWHERE_ORIGIN = new URL(NOWHERE).origin
/** What a page may fetch from where it came from. */
const FETCHABLE = ["image", "stylesheet", "font"]

/**
 * A browser that prints waybills which are web pages. They are strangers' pages with buyers'
 * data: no script runs, and nothing is fetched but pictures, styles and fonts from where the
 * page itself came from.
 */
export class LabelPrinter {
  private constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext
  ) {}

  /**
   * Starts the browser.
   * @throws with the remedy when the package is missing or the browser does not start.
   */
  static async open(browserPath: string): Promise<LabelPrinter> {
    const { chromium } = loadPlaywright()
    const isRoot = process.getuid?.() === 0
    const browser = await chromium.launch({
      executablePath: browserPath,
      // A Chromium of root starts only without its sandbox.
      chromiumSandbox: !isRoot,
      // Whatever passes is fetched for it; by itself it reaches nobody.
      args: ["--host-resolver-rules=MAP * ~NOTFOUND"],
      timeout: LAUNCH_MS,
    })
    try {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        acceptDownloads: false,
        serviceWorkers: "block",
      })
      return new LabelPrinter(browser, context)
    } catch (error) {
      await browser.close()
      throw error
    }
  }

  /**
   * Makes a PDF of a page.
   * @param base_url where the page is from; null when nobody says, and nothing is fetched then.
   * @throws {UnreadableWaybill} when the page cannot be shown.
   */
  async print(
    html: string,
    base_url: string | null,
    size: WaybillSize
  ): Promise<Uint8Array> {
    const address = pageAddress(base_url)
    let page: Page | null = null
    try {
      page = await this.context.newPage()
      await page.route("**/*", (route) => answer(route, address, html))
      await page.goto(address.href, { waitUntil: "load", timeout: PAGE_MS })
      return await page.pdf({
        ...PAPER[size],
        printBackground: true,
        margin: { top: 0, right: 0, bottom: 0, left: 0 },
      })
    } catch (error) {
      const reason = errorMessage(error)
      throw new UnreadableWaybill(reason, { cause: error })
    } finally {
      // Of a browser that is gone there is no page to close.
      await page?.close().catch(() => undefined)
    }
  }

  /** False once the browser has died; it is tried out, as a death is told of a little late. */
  async isAlive(): Promise<boolean> {
    try {
      const page = await this.context.newPage()
      await page.close()
      return true
    } catch {
      return false
    }
  }

  async close(): Promise<void> {
    await this.browser.close()
  }
}

function loadPlaywright(): typeof import("playwright-core") {
  try {
    return load("playwright-core") as typeof import("playwright-core")
  } catch {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      'Waybills that are web pages are made into PDF by the package "playwright-core", which is not installed: add it to the server, or take "browserPath" out of the plugin options.'
    )
  }
}

function pageAddress(base_url: string | null): URL {
  const address = new URL(
    base_url && URL.canParse(base_url) ? base_url : NOWHERE
  )
  return /^https?:$/.test(address.protocol) ? address : new URL(NOWHERE)
}

async function answer(route: Route, address: URL, html: string): Promise<void> {
  const request = route.request()
  if (request.isNavigationRequest() && request.url() === address.href) {
    await route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: html,
    })
    return
  }
  if (request.isNavigationRequest()) {
    // Leads nowhere, and leaves the page where it is.
    await route.fulfill({ status: 204 })
    return
  }
  const url = new URL(request.url())
  const isOwn =
    url.origin === address.origin && address.origin !== NOWHERE_ORIGIN
  if (!isOwn || !FETCHABLE.includes(request.resourceType())) {
    await route.abort("blockedbyclient")
    return
  }
  try {
    const file = await fetchPageFile(url.href)
    await (file
      ? route.fulfill({ contentType: file.content_type, body: file.body })
      : route.abort("failed"))
  } catch {
    await route.abort("failed")
  }
}
