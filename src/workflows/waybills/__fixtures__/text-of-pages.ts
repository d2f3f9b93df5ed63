import { inflateSync } from "node:zlib"
import {
  PDFArray,
  PDFDocument,
  PDFName,
  PDFPage,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib"

/** What each page of a PDF says, as far as the waybills of these tests write it. */
export async function textOfPages(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf)
  return document.getPages().map(textOf)
}

function textOf(page: PDFPage): string {
  const contents = page.node.get(PDFName.of("Contents"))
  const { context } = page.doc
  const list = contents instanceof PDFRef ? context.lookup(contents) : contents
  const refs = list instanceof PDFArray ? list.asArray() : [list]
  return refs
    .map((ref) => (ref instanceof PDFRef ? context.lookup(ref) : ref))
    .flatMap((stream) =>
      stream instanceof PDFRawStream ? shownIn(stream.getContents()) : []
    )
    .join(" ")
}

/** Texts that a content stream shows; the standard fonts write them as hexadecimal. */
function shownIn(stream: Uint8Array): string[] {
  const commands = inflateSync(stream).toString("latin1")
  return [...commands.matchAll(/<([0-9A-F]+)> Tj/g)].map(([, hex]) =>
    Buffer.from(hex, "hex").toString("latin1")
  )
}
