import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib"

/** A6, in points. */
export const A6: [number, number] = [297.64, 419.53]

/** A PDF as a marketplace could give it: text and lines in compressed streams. */
export async function makeWaybill(
  text: string,
  { pages = 1, size = A6 } = {}
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage(size)
    page.drawText(`${text} ${number}`, { x: 20, y: 380, size: 14, font })
    page.drawLine({ start: { x: 20, y: 370 }, end: { x: 270, y: 370 } })
  }
  return pdf.save()
}
