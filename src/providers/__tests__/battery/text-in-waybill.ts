import {
  decodePDFRawStream,
  PDFArray,
  PDFDocument,
  PDFRawStream,
} from "@cantoo/pdf-lib"
import { Waybill } from "../../../domain/provider/gives-waybills"

/** What can be read in a waybill, be it a page or a PDF; it has to be a real one. */
export async function textIn(waybill: Waybill): Promise<string> {
  if (waybill.kind === "html") {
    expect(waybill.content).toMatch(/^\s*<(!doctype|html)/i)
    return waybill.content
  }
  expect(Buffer.from(waybill.content).toString("latin1", 0, 5)).toBe("%PDF-")
  return textInPdf(waybill.content)
}

/** The words of a PDF, as far as they are in a standard font. */
async function textInPdf(content: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(content)
  expect(pdf.getPageCount()).toBeGreaterThan(0)
  const drawn = pdf.getPages().map(({ node }) => {
    const contents = node.Contents()
    const streams =
      contents instanceof PDFArray
        ? contents.asArray().map((ref) => pdf.context.lookup(ref))
        : [contents]
    return streams
      .filter((stream) => stream instanceof PDFRawStream)
      .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()))
      .map((bytes) => shownText(bytes.toString("latin1")))
      .join("\n")
  })
  return [pdf.getTitle() ?? "", ...drawn].join("\n")
}

/** Texts of the drawing commands, in either of the two ways of writing them. */
function shownText(commands: string): string {
  const texts = [...commands.matchAll(/<([0-9a-f]*)>\s*Tj|\(([^)]*)\)\s*Tj/gi)]
  return texts
    .map(([, hex, plain]) =>
      hex === undefined ? plain : Buffer.from(hex, "hex").toString("latin1")
    )
    .join("\n")
}
