import { MOST_SHARED_TEXT_BYTES } from "./limits"
import { fileError } from "./statement-file-error"
import { localName, unescapeText, xmlEvents } from "./xml-events"

const BLOCK_BYTES = 1024 * 1024
const REMEMBERED = 4096

/**
 * Texts that cells point at by number. Statements have millions of them, so they are kept as
 * bytes in blocks instead of as strings.
 */
export class SharedTexts {
  private readonly blocks: Buffer[] = []
  private starts = new Uint32Array(1024)
  private lengths = new Uint32Array(1024)
  private count = 0
  private end = 0
  private readonly remembered: { index: number; text: string }[] = []

  add(text: string): void {
    const bytes = Buffer.byteLength(text)
    const room = BLOCK_BYTES - (this.end % BLOCK_BYTES)
    const is_new_block = this.end === this.blocks.length * BLOCK_BYTES
    if (bytes > BLOCK_BYTES) {
      throw fileError("damaged_workbook", { detail: "a text is too long" })
    }
    if (bytes > room && !is_new_block) {
      this.end += room
    }
    if (this.end + bytes > MOST_SHARED_TEXT_BYTES) {
      throw fileError("expands_too_much", {
        most_bytes: MOST_SHARED_TEXT_BYTES,
      })
    }
    if (this.end === this.blocks.length * BLOCK_BYTES) {
      this.blocks.push(Buffer.allocUnsafe(BLOCK_BYTES))
    }
    this.grow()
    const block = this.blocks[Math.floor(this.end / BLOCK_BYTES)]
    block.write(text, this.end % BLOCK_BYTES)
    this.starts[this.count] = this.end
    this.lengths[this.count] = bytes
    this.count++
    this.end += bytes
  }

  /** Null for a number that no text has. */
  get(index: number): string | null {
    if (!(index >= 0 && index < this.count)) {
      return null
    }
    const slot = index % REMEMBERED
    const known = this.remembered[slot]
    if (known?.index === index) {
      return known.text
    }
    const start = this.starts[index]
    const at = start % BLOCK_BYTES
    const text =
      this.blocks[Math.floor(start / BLOCK_BYTES)]?.toString(
        "utf8",
        at,
        at + this.lengths[index]
      ) ?? ""
    this.remembered[slot] = { index, text }
    return text
  }

  private grow(): void {
    if (this.count < this.starts.length) {
      return
    }
    const starts = new Uint32Array(this.starts.length * 2)
    const lengths = new Uint32Array(this.lengths.length * 2)
    starts.set(this.starts)
    lengths.set(this.lengths)
    this.starts = starts
    this.lengths = lengths
  }
}

/** Reads the part with the texts; runs of rich text are put together, readings left out. */
export async function readSharedTexts(
  part: AsyncIterable<Buffer>
): Promise<SharedTexts> {
  const texts = new SharedTexts()
  let text = ""
  let is_inside = false
  let is_reading_aid = false
  for await (const events of xmlEvents(part)) {
    for (const { eventType, value } of events) {
      if (eventType === "text") {
        text += is_inside && !is_reading_aid ? value : ""
        continue
      }
      const name = localName(value.name)
      const is_open = eventType === "opentag"
      if (name === "t") {
        is_inside = is_open
      } else if (name === "rPh") {
        is_reading_aid = is_open
      } else if (name === "si" && is_open) {
        text = ""
      } else if (name === "si") {
        texts.add(unescapeText(text))
      }
    }
  }
  return texts
}
