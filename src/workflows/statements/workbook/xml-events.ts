import { StringDecoder } from "node:string_decoder"
import { archiveError, fileError } from "./statement-file-error"

export type XmlEvent =
  | { eventType: "opentag"; value: { name: string; attributes: Attributes } }
  | { eventType: "text"; value: string }
  | { eventType: "closetag"; value: { name: string } }

export type Attributes = Record<string, string>

/** Most text without a tag (characters): far more than a cell can hold. */
const MOST_QUIET = 2_000_000

/** Deeper than any part of a workbook. */
const MOST_DEPTH = 200

/**
 * XML as events, a piece at a time, by the parser of exceljs. Text that goes on without end and
 * tags inside tags without end are refused before they fill the memory.
 * @throws {StatementFileError} `damaged_workbook`.
 */
export async function* xmlEvents(
  source: AsyncIterable<Buffer>
): AsyncGenerator<XmlEvent[]> {
  const { default: parseSax } = await import("exceljs/lib/utils/parse-sax.js")
  let quiet = 0
  let depth = 0
  // Pieces end in the middle of letters; exceljs itself decodes each piece alone.
  const decoder = new StringDecoder("utf8")
  async function* texts(): AsyncGenerator<string> {
    for await (const piece of source) {
      const text = decoder.write(piece)
      quiet += text.length
      if (quiet > MOST_QUIET) {
        throw damaged("a text without end")
      }
      yield text
    }
  }
  try {
    for await (const events of parseSax(texts())) {
      for (const event of events) {
        if (event.eventType === "opentag") {
          depth++
        } else if (event.eventType === "closetag") {
          depth--
        }
        if (depth > MOST_DEPTH) {
          throw damaged("tags inside tags without end")
        }
      }
      if (events.length > 0) {
        quiet = 0
        yield events
      }
    }
    if (depth !== 0) {
      throw damaged("the text ends too early")
    }
  } catch (error) {
    throw archiveError(error)
  }
}

function damaged(detail: string) {
  return fileError("damaged_workbook", { detail })
}

/** Name without its prefix: some writers give every element one. */
export function localName(name: string): string {
  const at = name.indexOf(":")
  return at < 0 ? name : name.slice(at + 1)
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

/**
 * Workbooks write characters that XML cannot hold as `_x000D_`. Those that no text in a database
 * can hold either, nothing and halves of letters, stay as they are written.
 */
export function unescapeText(text: string): string {
  return text.includes("_x")
    ? text.replace(ESCAPED, (written, code: string) => {
        const unit = parseInt(code, 16)
        const is_half = unit >= 0xd800 && unit <= 0xdfff
        return unit === 0 || is_half ? written : String.fromCharCode(unit)
      })
    : text
}
