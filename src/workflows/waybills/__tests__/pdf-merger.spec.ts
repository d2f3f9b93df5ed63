import { inflateSync } from "node:zlib"
import {
  PDFArray,
  PDFDocument,
  PDFName,
  PDFPage,
  PDFRawStream,
  PDFRef,
  StandardFonts,
} from "@cantoo/pdf-lib"
import { PdfMerger } from "../pdf-merger"
import { UnreadableWaybill } from "../unreadable-waybill"

/** A6, in points. */
const A6: [number, number] = [297.64, 419.53]

/** A PDF as a marketplace could give it: text and lines in compressed streams. */
async function makeWaybill(
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

/** What each page of a PDF says, as far as the waybills of these tests write it. */
async function textOfPages(pdf: Uint8Array): Promise<string[]> {
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

function collect(): { merger: PdfMerger; bytes: () => Buffer } {
  const pieces: Uint8Array[] = []
  const merger = new PdfMerger(async (piece) => {
    pieces.push(Uint8Array.from(piece))
  })
  return { merger, bytes: () => Buffer.concat(pieces) }
}

describe("PdfMerger", () => {
  it("puts all pages of all files into one, in order and in their own size", async () => {
    const { merger, bytes } = collect()
    const wide: [number, number] = [419.53, 595.28]
    await merger.add(await makeWaybill("first", { pages: 2 }))
    await merger.add(await makeWaybill("second", { size: wide }))
    await merger.add(await makeWaybill("third"))
    expect(merger.pageCount).toBe(4)
    await merger.end()
    expect(await textOfPages(bytes())).toEqual([
      "first 1",
      "first 2",
      "second 1",
      "third 1",
    ])
    const pdf = await PDFDocument.load(bytes())
    expect(pdf.getPages().map((page) => Math.round(page.getWidth()))).toEqual(
      [A6[0], A6[0], wide[0], A6[0]].map(Math.round)
    )
  })

  it("names where every object is, so that no reader has to guess", async () => {
    const { merger, bytes } = collect()
    for (let number = 0; number < 20; number++) {
      await merger.add(await makeWaybill(`waybill ${number}`))
    }
    await merger.end()
    const text = bytes().toString("latin1")
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    expect(text.slice(start, start + 4)).toBe("xref")
    const entries = text.slice(start).split("\n").slice(2)
    const size = Number(/\/Size (\d+)/.exec(text.slice(start))?.[1])
    let used = 0
    for (let number = 0; number < size; number++) {
      const [offset, , kind] = entries[number].split(" ")
      if (kind === "n") {
        used += 1
        expect(text.slice(Number(offset)).startsWith(`${number} 0 obj\n`)).toBe(
          true
        )
      }
    }
    expect(used).toBe(text.match(/^\d+ 0 obj$/gm)?.length)
  })

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a web page", Buffer.from("<!doctype html><h1>Not found</h1>")],
    ["a head without a body", Buffer.from("%PDF-1.7\n%%EOF\n")],
  ])("takes no harm from %s", async (_, broken) => {
    const { merger, bytes } = collect()
    await merger.add(await makeWaybill("before"))
    await expect(merger.add(broken)).rejects.toThrow(UnreadableWaybill)
    await merger.add(await makeWaybill("after"))
    await merger.end()
    expect(await textOfPages(bytes())).toEqual(["before 1", "after 1"])
  })

  it("refuses a file that was cut off in the middle, or keeps all of it", async () => {
    const whole = Buffer.from(await makeWaybill("whole", { pages: 3 }))
    for (const share of [0.2, 0.5, 0.8]) {
      const { merger, bytes } = collect()
      await merger.add(await makeWaybill("before"))
      const cut = whole.subarray(0, Math.floor(whole.length * share))
      await merger.add(cut).catch((error: unknown) => {
        expect(error).toBeInstanceOf(UnreadableWaybill)
      })
      await merger.end()
      const texts = await textOfPages(bytes())
      expect(texts[0]).toBe("before 1")
      expect(texts.length).toBe(merger.pageCount)
    }
  })

  it("hands on every file's bytes before it takes the next one", async () => {
    const sizes: number[] = []
    const merger = new PdfMerger(async (piece) => {
      sizes.push(piece.length)
    })
    for (let number = 1; number <= 3; number++) {
      await merger.add(await makeWaybill(`waybill ${number}`))
      expect(sizes).toHaveLength(number)
    }
  })
})
