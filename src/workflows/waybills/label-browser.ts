import { WaybillSize } from "../../domain/provider/gives-waybills"
import { LabelPrinter } from "./label-printer"

/** The browser of one print job: opened for its first web page, and anew where it has died. */
export class LabelBrowser {
  private printer: Promise<LabelPrinter | null> | null = null

  /** @param open gives null where there is no browser. */
  constructor(private readonly open: () => Promise<LabelPrinter | null>) {}

  /**
   * Makes a PDF of a page. A browser that has died says nothing about the page: it is printed
   * once more in a new one.
   * @returns null where there is no browser.
   * @throws {UnreadableWaybill} when the page cannot be shown.
   */
  async print(
    html: string,
    base_url: string | null,
    size: WaybillSize
  ): Promise<Uint8Array | null> {
    const printer = await (this.printer ??= this.open())
    try {
      return (await printer?.print(html, base_url, size)) ?? null
    } catch (error) {
      if (!printer || (await printer.isAlive())) {
        throw error
      }
    }
    await this.close()
    const fresh = await (this.printer = this.open())
    return (await fresh?.print(html, base_url, size)) ?? null
  }

  async close(): Promise<void> {
    await (await this.printer)?.close()
  }
}
