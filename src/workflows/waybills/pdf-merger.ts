import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFObject,
  PDFObjectCopier,
  PDFRef,
} from "@cantoo/pdf-lib"
import { errorMessage } from "../../domain/shared/error-message"
import { UnreadableWaybill } from "./unreadable-waybill"

/** Objects of the merged file whose numbers are known before the first page. */
const CATALOG = PDFRef.of(1)
const PAGES = PDFRef.of(2)

const HEADER = Buffer.concat([
  Buffer.from("%PDF-1.7\n%"),
  // Tells programs that the file is binary.
  Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0x0a]),
])

/**
 * Puts the pages of many PDF files into one, as they are. What is merged is handed on at
 * once, so that only the file being added is held in memory.
 */
export class PdfMerger {
  private readonly pages: PDFRef[] = []
  /** By object number, where an object begins; those without one are missing. */
  private readonly offsets = new Map<number, number>()
  private largest = PAGES.objectNumber
  private position = 0

  /** @param write takes the merged file piece by piece; it may keep the bytes. */
  constructor(private readonly write: (bytes: Uint8Array) => Promise<void>) {}

  get pageCount(): number {
    return this.pages.length
  }

  /**
   * Adds all pages of a file.
   * @throws {UnreadableWaybill} when it is no PDF that can be read, is encrypted or has no
   * pages; nothing of it is in the merged file then.
   */
  async add(pdf: Uint8Array): Promise<void> {
    const context = PDFContext.create()
    context.largestObjectNumber = this.largest
    const pages = await copyPages(pdf, context)
    await this.writeObjects(context.enumerateIndirectObjects())
    this.largest = context.largestObjectNumber
    this.pages.push(...pages)
  }

  /** Completes the file; nothing can be added any more. */
  async end(): Promise<void> {
    const context = PDFContext.create()
    const kids = PDFArray.withContext(context)
    this.pages.forEach((page) => kids.push(page))
    await this.writeObjects([
      [CATALOG, context.obj({ Type: "Catalog", Pages: PAGES })],
      [
        PAGES,
        dictionary(context, {
          Type: PDFName.of("Pages"),
          Kids: kids,
          Count: PDFNumber.of(this.pages.length),
        }),
      ],
    ])
    await this.emit(Buffer.from(this.crossReferences()))
  }

  private async writeObjects(objects: [PDFRef, PDFObject][]): Promise<void> {
    const pieces: Uint8Array[] = this.position ? [] : [HEADER]
    let position = this.position || HEADER.length
    for (const [ref, object] of objects) {
      this.offsets.set(ref.objectNumber, position)
      const piece = serialized(ref, object)
      pieces.push(piece)
      position += piece.length
    }
    await this.emit(Buffer.concat(pieces))
  }

  private async emit(bytes: Uint8Array): Promise<void> {
    this.position += bytes.length
    await this.write(bytes)
  }

  /** Every entry takes 20 bytes; a number without an object is said to be free. */
  private crossReferences(): string {
    const numbers = Array.from(
      { length: this.largest },
      (_, index) => index + 1
    )
    const entries = numbers.map((number) => {
      const offset = this.offsets.get(number)
      return offset === undefined
        ? "0000000000 65535 f \n"
        : `${String(offset).padStart(10, "0")} 00000 n \n`
    })
    return [
      `xref\n0 ${this.largest + 1}\n0000000000 65535 f \n`,
      ...entries,
      `trailer\n<< /Size ${this.largest + 1} /Root ${CATALOG.toString()} >>\n`,
      `startxref\n${this.position}\n%%EOF\n`,
    ].join("")
  }
}

async function copyPages(
  pdf: Uint8Array,
  context: PDFContext
): Promise<PDFRef[]> {
  try {
    const source = await PDFDocument.load(pdf, { updateMetadata: false })
    const copier = PDFObjectCopier.for(source.context, context)
    const pages = source.getPages().map((page) => {
      const leaf = copier.copy(page.node)
      leaf.set(PDFName.of("Parent"), PAGES)
      return context.register(leaf)
    })
    if (!pages.length) {
      throw new UnreadableWaybill("it has no pages")
    }
    return pages
  } catch (error) {
    throw error instanceof UnreadableWaybill
      ? error
      : new UnreadableWaybill(errorMessage(error), { cause: error })
  }
}

function dictionary(
  context: PDFContext,
  entries: { [name: string]: PDFObject }
): PDFDict {
  const dict = PDFDict.withContext(context)
  for (const [name, value] of Object.entries(entries)) {
    dict.set(PDFName.of(name), value)
  }
  return dict
}

function serialized(ref: PDFRef, object: PDFObject): Uint8Array {
  const head = Buffer.from(`${ref.objectNumber} 0 obj\n`)
  const tail = Buffer.from("\nendobj\n")
  const size = object.sizeInBytes()
  const bytes = Buffer.alloc(head.length + size + tail.length)
  bytes.set(head, 0)
  object.copyBytesInto(bytes, head.length)
  bytes.set(tail, head.length + size)
  return bytes
}
