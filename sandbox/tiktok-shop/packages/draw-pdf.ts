import {
  fill,
  PDFDocument,
  PDFFont,
  PDFOperator,
  PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  StandardFonts,
} from "@cantoo/pdf-lib"
import bwipjs from "bwip-js"
import { DocumentSize, DocumentType } from "./documents"
import { LabelContent } from "./label-content"

/** Points: 105 × 148 mm and 148 × 210 mm. */
const SIZES: Record<DocumentSize, [number, number]> = {
  A6: [297.64, 419.53],
  A5: [419.53, 595.28],
}
const MARGIN = 14

/** A page that is written from top to bottom, in points of A6. */
class Sheet {
  private readonly page: PDFPage
  private readonly scale: number
  private top = SIZES.A6[1] - MARGIN

  constructor(
    document: PDFDocument,
    size: DocumentSize,
    private readonly font: PDFFont
  ) {
    this.page = document.addPage(SIZES[size])
    this.scale = SIZES[size][0] / SIZES.A6[0]
  }

  write(text: string, size = 9): void {
    const { scale, font } = this
    const room = SIZES.A6[0] - 2 * MARGIN
    let shown = text
    while (shown && font.widthOfTextAtSize(shown, size) > room) {
      shown = shown.slice(0, -1)
    }
    this.top -= size * 1.35
    if (this.top > MARGIN) {
      this.page.drawText(shown, {
        x: MARGIN * scale,
        y: this.top * scale,
        size: size * scale,
        font,
      })
    }
  }

  /** A Code 128, as wide as the page, with quiet zones on both sides. */
  barcode(text: string, height = 56): void {
    const [code] = bwipjs.raw({ bcid: "code128", text })
    const sbs = code && "sbs" in code ? code.sbs : []
    const modules = sbs.reduce((sum, one) => sum + one, 0)
    const unit = (SIZES.A6[0] - 4 * MARGIN) / modules
    const { scale } = this
    this.top -= height + 6
    let x = 2 * MARGIN
    const bars: PDFOperator[] = []
    for (const [place, modules_wide] of sbs.entries()) {
      const width = modules_wide * unit
      if (place % 2 === 0) {
        const [left, wide] = [x * scale, width * scale]
        bars.push(rectangle(left, this.top * scale, wide, height * scale))
      }
      x += width
    }
    this.page.pushOperators(
      pushGraphicsState(),
      ...bars,
      fill(),
      popGraphicsState()
    )
  }
}

function drawLabel(sheet: Sheet, content: LabelContent): void {
  sheet.write(content.carrier, 14)
  sheet.barcode(content.tracking_number)
  sheet.write(content.tracking_number, 13)
  content.order_ids.forEach((id) => sheet.write(`Order ${id}`))
  sheet.write(`Package ${content.package_id}`)
  sheet.write(`From: ${content.sender}`)
  sheet.write(`To: ${content.recipient.join(", ")}`, 11)
  sheet.write(
    content.cash === null ? "Paid" : `Collect: ${content.cash} VND`,
    12
  )
}

function drawPackingSlip(sheet: Sheet, content: LabelContent): void {
  sheet.write("Packing slip", 14)
  sheet.write(content.tracking_number, 11)
  content.order_ids.forEach((id) => sheet.write(`Order ${id}`))
  content.contents.forEach((line) => sheet.write(line))
}

/**
 * A label, a packing slip, or one page of each. The same content gives the same bytes.
 * @param made_at seconds, UTC.
 */
export async function drawPdf(
  content: LabelContent,
  type: DocumentType,
  size: DocumentSize,
  made_at: number
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(content.tracking_number)
  document.setCreationDate(new Date(made_at * 1000))
  const font = await document.embedFont(StandardFonts.Helvetica)
  if (type !== "PACKING_SLIP") {
    drawLabel(new Sheet(document, size, font), content)
  }
  if (type !== "SHIPPING_LABEL") {
    drawPackingSlip(new Sheet(document, size, font), content)
  }
  return document.save({ useObjectStreams: false })
}

/** The label as a picture: its barcode with the number below. */
export function drawPng(content: LabelContent): Promise<Buffer> {
  return bwipjs.toBuffer({
    bcid: "code128",
    text: content.tracking_number,
    includetext: true,
    scale: 3,
    padding: 10,
    backgroundcolor: "FFFFFF",
  })
}
