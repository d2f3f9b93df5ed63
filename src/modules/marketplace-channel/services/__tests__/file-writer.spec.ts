import fc from "fast-check"
import { FileWriter } from "../file-writer"

type Part = { file_id: string; position: number; content: string }

function openWriter(): { writer: FileWriter; parts: Part[] } {
  const parts: Part[] = []
  const writer = new FileWriter(
    "mpfile_1",
    async (file_id, position, content) => {
      parts.push({ file_id, position, content })
    }
  )
  return { writer, parts }
}

const bytesOf = (parts: Part[]) =>
  Buffer.concat(parts.map(({ content }) => Buffer.from(content, "base64")))

describe("FileWriter", () => {
  it("keeps every byte in order, however they come", async () => {
    const lengths = fc.array(
      fc.oneof(fc.nat(50), fc.integer({ min: 300_000, max: 900_000 })),
      { maxLength: 6 }
    )
    await fc.assert(
      fc.asyncProperty(lengths, async (list) => {
        const { writer, parts } = openWriter()
        const pieces = list.map((length, at) => Buffer.alloc(length, at + 1))
        for (const piece of pieces) {
          await writer.write(piece)
        }
        const whole = Buffer.concat(pieces)
        expect(writer.size).toBe(whole.length)
        expect(await writer.end()).toBe(whole.length)
        expect(bytesOf(parts).equals(whole)).toBe(true)
        expect(parts.map(({ position }) => position)).toEqual(
          parts.map((_, index) => index)
        )
      }),
      { numRuns: 30 }
    )
  })

  it("holds at most one part, and makes none longer than 512 KiB", async () => {
    const { writer, parts } = openWriter()
    await writer.write(Buffer.alloc(2_000_000, 7))
    const stored = bytesOf(parts).length
    expect(2_000_000 - stored).toBeLessThan(384 * 1024)
    await writer.end()
    for (const { file_id, content } of parts) {
      expect(file_id).toBe("mpfile_1")
      expect(content.length).toBeLessThanOrEqual(512 * 1024)
    }
  })

  it("stores nothing of an empty file", async () => {
    const { writer, parts } = openWriter()
    expect(await writer.end()).toBe(0)
    expect(parts).toEqual([])
  })
})
