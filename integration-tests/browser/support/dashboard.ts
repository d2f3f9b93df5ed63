import type { Locator, Page } from "playwright-core"
import type { Words } from "./words"

/** The admin as a person uses it: everything is found by what is read on the screen. */
export class Dashboard {
  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly words: Words
  ) {}

  async signIn({ email, password }: { email: string; password: string }) {
    const { page } = this
    await page.goto(`${this.url}/app`)
    await page.getByPlaceholder("Email").fill(email)
    await page.getByPlaceholder("Password").fill(password)
    await page.keyboard.press("Enter")
    await page.waitForURL("**/app/orders")
  }

  /** The dashboard's own way: the profile's form. */
  async chooseLanguage(name: string) {
    const { page } = this
    await page.goto(`${this.url}/app/settings/profile/edit`)
    const form = page.getByRole("dialog")
    await form.getByRole("combobox").click()
    await page.getByRole("option", { name, exact: true }).click()
    await form.getByRole("button", { name: "Save" }).click()
    await form.waitFor({ state: "detached" })
    await page.goto(`${this.url}/app/orders`)
  }

  /** Opens one of our pages from the menu. */
  async open(page: keyof Words["menu"]) {
    const name = this.words.menu[page]
    await this.inMenu("marketplaces").click()
    await this.inMenu(page).click()
    await this.page.getByRole("heading", { name, level: 1 }).waitFor()
  }

  async openMedusaOrders() {
    await this.inMenu("orders").click()
  }

  private inMenu(page: keyof Words["menu"]): Locator {
    return this.page
      .locator("aside")
      .getByRole("link", { name: this.words.menu[page], exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true })
  }

  dialog(): Locator {
    return this.page.getByRole("dialog")
  }

  inDialog(button: string | RegExp): Locator {
    return this.dialog().getByRole("button", { name: button, exact: true })
  }

  async closeDialog() {
    await this.page.keyboard.press("Escape")
    await this.dialog().waitFor({ state: "detached" })
  }

  /** One of a few cards, by how its title begins. */
  choice(title: string): Locator {
    return this.dialog().getByRole("radio", { name: new RegExp(`^${title}`) })
  }

  /** Of the channels that a dialog offers, this one alone. */
  async choosesOnly(channel: string) {
    const choice = this.dialog().getByRole("group", {
      name: this.words.menu.channels,
    })
    await choice.getByLabel(channel, { exact: true }).waitFor()
    for (const label of await choice.locator("label").allInnerTexts()) {
      const box = choice.getByLabel(label, { exact: true })
      if (await box.isEnabled()) {
        await box.setChecked(label === channel)
      }
    }
  }

  /** Waits for a number under its name, as a preview shows it. */
  async seesFigure(name: string, value: number) {
    await this.dialog()
      .locator("dl > div")
      .filter({ hasText: new RegExp(`^${name}\\s*${value}$`) })
      .waitFor()
  }

  /** A cause that holds orders back, with its remedy. */
  cause(sentence: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: sentence })
  }

  /** A row of a table or list, by a text in it. */
  row(text: string): Locator {
    return this.page.getByRole("row").filter({ hasText: text })
  }

  /** Narrows a list to one channel. */
  async chooseChannel(name: string) {
    await this.page.getByRole("combobox", { name: this.words.channel }).click()
    await this.page.getByRole("option", { name, exact: true }).click()
  }

  tab(group: "listings" | "orders", label: string): Locator {
    return this.page
      .getByRole("navigation", { name: this.words.tabs.group[group] })
      .getByRole("link")
      .filter({ hasText: new RegExp(`^${label}`) })
  }

  /** Waits until the tab shows this count, as it does once everything has followed. */
  async seesCount(group: "listings" | "orders", label: string, count: number) {
    await this.tab(group, label)
      .filter({ hasText: new RegExp(`^${label}\\s*${count}(\\D|$)`) })
      .waitFor()
  }

  /** Downloads a channel's products and narrows the list to them. */
  async downloadProducts(channel: string) {
    const { download } = this.words
    await this.open("listings")
    await this.button(download.products).first().click()
    await this.choosesOnly(channel)
    await this.inDialog(download.start).click()
    await this.dialog().getByText(download.done, { exact: true }).waitFor()
    await this.closeDialog()
    await this.chooseChannel(channel)
  }

  /** Takes every certain suggestion; the SKU is one of them. */
  async linkCertain(count: number, seller_sku: string) {
    const { link } = this.words
    await this.button(link.auto).click()
    await this.inDialog(link.all)
      .filter({ hasText: String(count) })
      .click()
    await this.dialog()
      .getByText(seller_sku)
      .first()
      .waitFor({ state: "detached" })
    await this.closeDialog()
  }

  /** Waits for a run's end and its lines, without their remedies and in order of the alphabet. */
  async readResults(least: number): Promise<string[]> {
    const results = this.dialog().getByRole("list").last().getByRole("listitem")
    await this.dialog()
      .getByText(this.words.download.done, { exact: true })
      .waitFor()
    // What is shown while the run goes on may still change.
    await this.dialog().locator('ol[aria-busy="false"]').waitFor()
    await results.nth(least - 1).waitFor()
    const lines = await results.allInnerTexts()
    return lines.map((line) => line.split("\n")[0]).sort()
  }
}
