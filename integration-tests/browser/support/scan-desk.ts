import type { Locator, Page } from "playwright-core"

/** A page with a scan field, worked as a scanner does: keys and Enter, wherever the focus is. */
export class ScanDesk {
  constructor(private readonly page: Page) {}

  /** Waits until the page is ready for the first scan, without touching it. */
  async ready(): Promise<void> {
    await this.page.locator("input[aria-label^='Quét']:focus").waitFor()
  }

  /** Types without waiting for an answer, as fast as a scanner. */
  async type(code: string): Promise<void> {
    await this.page.keyboard.type(code)
    await this.page.keyboard.press("Enter")
  }

  /** Scans and waits until the page tells what became of it. */
  async scan(code: string, outcome: string): Promise<Locator> {
    await this.type(code)
    const told = this.told(outcome).filter({ hasText: code })
    await told.waitFor()
    return told
  }

  /** What the page says of the last scan. */
  told(outcome: string): Locator {
    return this.page.locator(`[data-scan-code="${outcome}"]`)
  }

  async packedCount(): Promise<number> {
    const count = this.page.locator("[data-packed-count]")
    return Number(await count.getAttribute("data-packed-count"))
  }
}
