import { posix } from "node:path"
import { Archive } from "./archive"
import { readDateStyles } from "./date-styles"
import { readSharedTexts, SharedTexts } from "./shared-texts"
import { sheetRows, SharedParts } from "./sheet-rows"
import { fileError } from "./statement-file-error"
import { Attributes, localName, xmlEvents } from "./xml-events"

export type WorkbookSheet = {
  name: string
  /** Where it is in the archive. */
  part: string
}

/**
 * A workbook whose sheets are read as streams, each as often as wanted. Its parts are found by
 * what refers to them, because writers name and order them in many ways.
 */
export class Workbook {
  private constructor(
    private readonly archive: Archive,
    readonly sheets: WorkbookSheet[],
    private readonly shared: SharedParts
  ) {}

  /** @throws {StatementFileError} when the archive is no workbook, or a broken one. */
  static async open(archive: Archive): Promise<Workbook> {
    const book = await findBook(archive)
    const relations = await readRelations(archive, book)
    const { sheets, is_1904 } = await readBook(archive, book)
    const partOf = (type: string) =>
      relations.find(
        (one) => one.type.endsWith(`/${type}`) && archive.has(one.target)
      )?.target
    const texts = partOf("sharedStrings")
    const styles = partOf("styles")
    return new Workbook(
      archive,
      sheets.flatMap(({ name, relation }) => {
        const target = relations.find(({ id }) => id === relation)
        return target?.type.endsWith("/worksheet")
          ? [{ name, part: target.target }]
          : []
      }),
      {
        texts: texts
          ? await readSharedTexts(archive.read(texts))
          : new SharedTexts(),
        date_styles: styles ? await readDateStyles(archive.read(styles)) : [],
        is_1904,
      }
    )
  }

  rows(sheet: WorkbookSheet, onStatedSize?: (reference: string) => void) {
    return sheetRows(this.archive.read(sheet.part), this.shared, onStatedSize)
  }
}

const CONTENT_LIST = "[Content_Types].xml"
const USUAL_BOOK = "xl/workbook.xml"

async function findBook(archive: Archive): Promise<string> {
  if (!archive.has("_rels/.rels")) {
    if (archive.has(USUAL_BOOK)) {
      return USUAL_BOOK
    }
    throw fileError("not_a_workbook")
  }
  const relations = await readRelations(archive, "")
  const book = relations.find(({ type }) => type.endsWith("/officeDocument"))
  if (!book || !archive.has(CONTENT_LIST)) {
    throw fileError("not_a_workbook")
  }
  if (!/workbook\.xml$/i.test(book.target)) {
    throw fileError("not_a_workbook")
  }
  return book.target
}

type Relation = { id: string; type: string; target: string }

/** What a part refers to; the archive itself for an empty name. */
async function readRelations(
  archive: Archive,
  part: string
): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const list = posix.join(folder, "_rels", `${posix.basename(part)}.rels`)
  if (!archive.has(list)) {
    return []
  }
  const relations: Relation[] = []
  for await (const [name, attributes] of openTags(archive.read(list))) {
    const { Id, Type, Target, TargetMode } = attributes
    if (name === "Relationship" && TargetMode !== "External") {
      const target = (Target ?? "").replace(/\\/g, "/")
      relations.push({
        id: Id ?? "",
        type: Type ?? "",
        target: target.startsWith("/")
          ? posix.normalize(target.slice(1))
          : posix.join(folder, target),
      })
    }
  }
  return relations
}

async function readBook(archive: Archive, book: string) {
  const sheets: { name: string; relation: string }[] = []
  let is_1904 = false
  for await (const [name, attributes] of openTags(archive.read(book))) {
    if (name === "sheet") {
      sheets.push({
        name: attributes.name ?? "",
        relation: prefixedId(attributes),
      })
    } else if (name === "workbookPr") {
      is_1904 = /^(1|true)$/.test(attributes.date1904 ?? "")
    }
  }
  return { sheets, is_1904 }
}

/** `r:id`, under whatever prefix the writer chose. */
function prefixedId(attributes: Attributes): string {
  const name = Object.keys(attributes).find((one) => /:id$/.test(one))
  return (name && attributes[name]) ?? ""
}

async function* openTags(
  part: AsyncIterable<Buffer>
): AsyncGenerator<[string, Attributes]> {
  for await (const events of xmlEvents(part)) {
    for (const event of events) {
      if (event.eventType === "opentag") {
        yield [localName(event.value.name), event.value.attributes]
      }
    }
  }
}
