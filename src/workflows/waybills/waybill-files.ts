import { WaybillSize } from "../../domain/provider/gives-waybills"
import { keptUntil } from "../../domain/retention/retention-days"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { StoredFile } from "../../modules/marketplace-channel/services/file-store"
import { htmlSheet } from "./html-sheet"
import { PdfMerger } from "./pdf-merger"

type Writer = ReturnType<MarketplaceChannelModuleService["files"]["openWriter"]>

/**
 * The files of a print job as they grow: one PDF, and a web page with what could not be made
 * a part of it.
 */
export class WaybillFiles {
  private pdf: { writer: Writer; merger: PdfMerger } | null = null
  private sheet: { writer: Writer; pages: number } | null = null

  constructor(
    private readonly marketplaces: MarketplaceChannelModuleService,
    private readonly run_id: string,
    private readonly size: WaybillSize
  ) {}

  /**
   * @returns the number of its first page, from 1.
   * @throws {UnreadableWaybill} when it cannot be read; the files are as they were then.
   */
  async addPdf(content: Uint8Array): Promise<number> {
    if (!this.pdf) {
      const writer = this.marketplaces.files.openWriter()
      const merger = new PdfMerger((bytes) => writer.write(bytes))
      this.pdf = { writer, merger }
    }
    const { merger } = this.pdf
    const page = merger.pageCount + 1
    await merger.add(content)
    return page
  }

  /** @returns the number of its page, from 1. */
  async addHtml(html: string): Promise<number> {
    if (!this.sheet) {
      this.sheet = { writer: this.marketplaces.files.openWriter(), pages: 0 }
      await this.sheet.writer.write(Buffer.from(htmlSheet.begin(this.size)))
    }
    await this.sheet.writer.write(Buffer.from(htmlSheet.waybill(html)))
    this.sheet.pages += 1
    return this.sheet.pages
  }

  /** Completes the files; those that nothing was added to do not exist. */
  async end(now: Date): Promise<StoredFile[]> {
    const files: StoredFile[] = []
    const add = async (writer: Writer, mime_type: string, ending: string) => {
      files.push({
        id: writer.file_id,
        run_id: this.run_id,
        filename: `waybills-${stampOf(now)}-${this.size}.${ending}`,
        mime_type,
        size: await writer.end(),
        expires_at: keptUntil(
          this.marketplaces.retention.days.waybillDays,
          now
        ),
      })
    }
    if (this.pdf?.merger.pageCount) {
      await this.pdf.merger.end()
      await add(this.pdf.writer, "application/pdf", "pdf")
    }
    if (this.sheet) {
      await this.sheet.writer.write(Buffer.from(htmlSheet.end()))
      await add(this.sheet.writer, "text/html; charset=utf-8", "html")
    }
    return files
  }
}

/** As in `20260131-0800`, by the clock of the marketplaces' country. */
function stampOf(now: Date): string {
  const text = now.toLocaleString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" })
  return text.slice(0, 16).replace(/[-:]/g, "").replace(" ", "-")
}
