import type { Locator } from "playwright-core"
import { VIETNAMESE as words } from "../../support/words"
import { LONG, type Morning, type SalesChannel } from "./morning"
import { WORDS } from "./words"

/** The pages of handover records, as staff use them. */
export class HandoverDesk {
  constructor(private readonly morning: Morning) {}

  /** Begins a record, of one channel or of all, and waits for the first scan. */
  async begin(button: string, channel?: SalesChannel): Promise<void> {
    const { dashboard, desk, page } = this.morning
    await dashboard.open("handovers")
    await dashboard.button(button).first().click()
    if (channel) {
      const choice = dashboard.dialog().getByRole("combobox")
      await choice.filter({ hasText: WORDS.all_channels }).click()
      await page
        .getByRole("option", { name: channel.name, exact: true })
        .click()
    }
    await dashboard.inDialog(WORDS.handover.start).click()
    await desk.ready()
  }

  /** A tab of the open record, once it counts so many. */
  tab(label: string, count: number): Locator {
    return this.morning.page
      .getByRole("navigation", { name: words.menu.handovers })
      .getByRole("link")
      .filter({ hasText: new RegExp(`^${label}\\s*${count}(\\D|$)`) })
  }

  /** Closes the open record, and means it. */
  async close(): Promise<void> {
    const { dashboard, page } = this.morning
    await dashboard.button(WORDS.handover.close).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: WORDS.handover.close })
      .click()
    await page
      .getByText(WORDS.handover.closed, { exact: true })
      .first()
      .waitFor({ timeout: LONG })
  }
}
