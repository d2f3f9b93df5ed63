import { readdir } from "node:fs/promises"
import { tmpdir } from "node:os"
import { findTables } from "../../../../domain/statements/reading/find-tables"
import { TIKI_STATEMENT } from "../../../../providers/tiki/statement-format"
import { inPieces, readSample } from "../../__fixtures__/read-sample"
import { row, SampleSheet } from "../../__fixtures__/sample-sheet"
import { TIKI_HEADINGS, tikiSheets } from "../../__fixtures__/tiki-sample"
import { WritingHabits, writeByHand } from "../../__fixtures__/write-by-hand"
import { writeZip } from "../../__fixtures__/zip-writer"
import { MOST_FILE_BYTES, MOST_ROWS } from "../limits"
import { openStatementFile } from "../open-statement-file"
import { StatementFileError } from "../statement-file-error"

const TIKI = { label: { en: "Tiki", vi: "Tiki" }, format: TIKI_STATEMENT }
const SHEETS = tikiSheets([
  { kind: "sale", order_id: "912345678", revenue: 100000, fees: {} },
])
const SHEET = "xl/worksheets/sheet1.xml"

/** Why a file is refused; null when it is read to its end. */
async function problemOf(bytes: Buffer): Promise<string | null> {
  const error = await readSample(bytes, TIKI).then(
    () => null,
    (thrown: unknown) => thrown
  )
  if (error !== null && !(error instanceof StatementFileError)) {
    throw error
  }
  return error && error.problem.code
}

const written = (habits: WritingHabits) =>
  writeByHand(SHEETS, habits).then(problemOf)

const compound = (...parts: string[]) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(70_000),
    ...parts.map((part) => Buffer.from(part, "utf16le")),
    Buffer.alloc(2048),
  ])

describe("a file is refused by name when it", () => {
  it("is empty", async () => {
    expect(await problemOf(Buffer.alloc(0))).toBe("empty_file")
  })

  it("is too large, before all of it was taken", async () => {
    let taken = 0
    async function* endless() {
      const piece = Buffer.alloc(1024 * 1024)
      for (;;) {
        taken += piece.length
        yield piece
      }
    }
    await expect(openStatementFile(endless())).rejects.toMatchObject({
      problem: { code: "too_large" },
    })
    expect(taken).toBeLessThan(MOST_FILE_BYTES + 2 * 1024 * 1024)
  })

  it.each([
    ["text", "Mã đơn hàng,Doanh thu\n1,2\n"],
    ["a web page", "<html><table></table></html>"],
    ["a PDF", "%PDF-1.7"],
  ])("is %s", async (_, content) => {
    expect(await problemOf(Buffer.from(content))).toBe("not_a_workbook")
  })

  it("is another archive", async () => {
    const archive = (...parts: [string, string][]) =>
      writeZip(parts.map(([name, text]) => ({ name, content: [text] })))
    const word = `<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`
    const types: [string, string] = ["[Content_Types].xml", "<Types/>"]
    expect(await problemOf(await archive(["a.txt", "a"]))).toBe(
      "not_a_workbook"
    )
    expect(await problemOf(await archive(types, ["_rels/.rels", word]))).toBe(
      "not_a_workbook"
    )
  })

  it("is of the format before 2007, or locked with a password", async () => {
    expect(await problemOf(compound("Root Entry", "Workbook"))).toBe(
      "old_workbook"
    )
    expect(await problemOf(compound("Root Entry", "EncryptedPackage"))).toBe(
      "password_protected"
    )
    expect(await problemOf(Buffer.from("0908100000060500", "hex"))).toBe(
      "old_workbook"
    )
    expect(await written({ lies: { [SHEET]: { is_encrypted: true } } })).toBe(
      "password_protected"
    )
  })

  it("has macros", async () => {
    for (const name of ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"]) {
      expect(await written({ parts: [{ name, content: ["x"] }] })).toBe(
        "macros"
      )
    }
  })

  it("would expand too much, says so or not", async () => {
    const much = { stated_size: 600 * 1024 * 1024 }
    expect(await written({ lies: { [SHEET]: much } })).toBe("expands_too_much")
    expect(await written({ lies: { [SHEET]: { stated_size: 10 } } })).toBe(
      "expands_too_much"
    )
    const many = Array.from({ length: 2001 }, (_, index) => ({
      name: `x${index}`,
      content: [],
    }))
    expect(await problemOf(await writeZip(many))).toBe("expands_too_much")
  })

  it("is damaged", async () => {
    const whole = await writeByHand(SHEETS)
    expect(await problemOf(whole.subarray(0, whole.length / 2))).toBe(
      "damaged_workbook"
    )
    expect(await written({ lies: { [SHEET]: { crc: 1 } } })).toBe(
      "damaged_workbook"
    )
    const broken = Buffer.from(whole)
    broken.fill(
      0xff,
      whole.indexOf(SHEET) + SHEET.length,
      whole.indexOf(SHEET) + SHEET.length + 40
    )
    expect(await problemOf(broken)).toBe("damaged_workbook")
    expect(await problemOf(Buffer.from("PK\u0005\u0006", "latin1"))).toBe(
      "damaged_workbook"
    )
  })

  it("leads outside of itself", async () => {
    const parts = [{ name: "../../etc/passwd", content: ["x"] }]
    expect(await written({ parts })).toBe("damaged_workbook")
  })

  it("holds texts or tags without end", async () => {
    function* endless(piece: string) {
      yield `<worksheet><sheetData>`
      for (let count = 0; count < 1000; count++) {
        yield piece.repeat(1000)
      }
    }
    const book = await writeByHand(SHEETS)
    expect(await problemOf(book)).toBeNull()
    for (const piece of ["aaaaaaaa", "<row>"]) {
      const parts = [{ name: SHEET, content: endless(piece) }]
      expect(await written({ parts })).toBe("damaged_workbook")
    }
  })

  it("declares words of its own, however they grow", async () => {
    const grown = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`
    for (const word of ["&b;", "&c;"]) {
      const cell = `<c t="inlineStr"><is><t>${word}</t></is></c>`
      const sheet = `${grown}<worksheet><sheetData><row>${cell}</row></sheetData></worksheet>`
      expect(
        await written({ parts: [{ name: SHEET, content: [sheet] }] })
      ).toBe("damaged_workbook")
    }
  })

  it("has more rows than are taken", async () => {
    const cell = (text: string) => `<c t="str"><v>${text}</v></c>`
    function* rows(count: number) {
      const headings = TIKI_HEADINGS.map(cell).join("")
      yield `<worksheet><sheetData><row>${headings}</row>`
      const piece = `<row>${cell("Tổng")}</row>`
      for (let done = 0; done < count; done += 1_000) {
        yield piece.repeat(Math.min(1_000, count - done))
      }
      yield `</sheetData></worksheet>`
    }
    const parts = [{ name: SHEET, content: rows(MOST_ROWS + 1) }]
    expect(await written({ parts })).toBe("too_many_rows")
  }, 120_000)

  it("has headings and no lines", async () => {
    const empty: SampleSheet[] = [
      { name: "GD bán hàng", rows: [row(...TIKI_HEADINGS)] },
    ]
    expect(await problemOf(await writeByHand(empty))).toBe("no_lines")
  })
})

it("a format or a size without end takes no time", async () => {
  const endless = (piece: string) => piece.repeat(300_000)
  const cell = (text: string) => `<c t="str"><v>${text}</v></c>`
  const headings = TIKI_HEADINGS.map(cell).join("")
  const parts = [
    {
      name: "xl/styles.xml",
      content: [
        `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${endless("[")}"/></numFmts></styleSheet>`,
      ],
    },
    {
      name: SHEET,
      content: [
        `<worksheet><dimension ref="${endless("1")}x"/><sheetData><row>${headings}</row></sheetData></worksheet>`,
      ],
    },
  ]
  const started = performance.now()
  expect(await written({ parts })).toBe("no_lines")
  expect(performance.now() - started).toBeLessThan(5_000)
})

it("nothing is left behind, however reading ends", async () => {
  const before = await leftovers()
  await problemOf(Buffer.from("no workbook"))
  await written({ lies: { [SHEET]: { crc: 1 } } })
  await problemOf(await writeByHand(SHEETS))
  const file = await openStatementFile(inPieces(await writeByHand(SHEETS)))
  const found = findTables(file.heads, TIKI, [])
  if (found.ok) {
    const rules = { format: TIKI_STATEMENT, currency_code: "vnd" }
    for await (const batch of file.readLines(found.mapping, rules).batches) {
      expect(batch).toHaveLength(1)
      break
    }
  }
  await file.close()
  expect(await leftovers()).toEqual(before)
})

async function leftovers(): Promise<string[]> {
  const names = await readdir(tmpdir())
  return names.filter((name) => name.startsWith("marketplace-statement-"))
}
