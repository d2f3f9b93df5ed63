import { existsSync } from "node:fs"
import { type Browser, type Page, chromium } from "playwright-core"

/** Where Chromium usually is; CHROMIUM_PATH names another place. */
const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium"

/** For a page on a busy machine. */
const LONG_MS = 60_000

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** @throws when there is no Chromium, with what to do about it. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `There is no Chromium at ${CHROMIUM}. Install it (apt-get install chromium) or name it with CHROMIUM_PATH.`
    )
  }
  return chromium.launch({ executablePath: CHROMIUM, args: ARGS })
}

/** A person's own window, with everything that went wrong in it on the shop's side. */
export type Visit = {
  page: Page
  /** The console's errors, uncaught ones, and refused requests to our routes. */
  problems: string[]
  close(): Promise<void>
}

/** A fresh window on a small laptop in Vietnam, speaking English until told otherwise. */
export async function openVisit(
  browser: Browser,
  shop_url: string
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "Asia/Ho_Chi_Minh",
  })
  context.setDefaultTimeout(LONG_MS)
  const page = await context.newPage()
  const problems: string[] = []
  page.on("console", (message) => {
    const { url } = message.location()
    // The dashboard loads flags from elsewhere, and asks who is there before anybody signs in.
    const ours = url.startsWith(shop_url) && !url.endsWith("/admin/users/me")
    if (message.type() === "error" && ours) {
      problems.push(`${message.text()} (${url})`)
    }
  })
  page.on("pageerror", (error) => problems.push(error.message))
  page.on("response", (response) => {
    if (response.status() >= 400 && response.url().includes("/marketplaces")) {
      problems.push(`${response.status()} ${response.url()}`)
    }
  })
  return { page, problems, close: () => context.close() }
}
