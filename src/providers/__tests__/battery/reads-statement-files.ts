import { readsStatementFiles } from "../../../domain/provider/reads-statement-files"
import { findTables } from "../../../domain/statements/reading/find-tables"
import { LineReader } from "../../../domain/statements/reading/line-reader"
import { Bench } from "./bench"

/** A format whose own template can be read, whatever the marketplace. */
export function readsStatementFilesOf(at: () => Bench): void {
  describe("reads statement files", () => {
    it("whose template is understood, column by column", () => {
      const { mapping, format, headings } = readTemplate(at())
      expect(mapping.sheet).toBe(format.template.sheet)
      expect(mapping.columns.map(({ heading }) => heading)).toEqual(headings)
      const fields = mapping.columns.flatMap(({ field }) => field ?? [])
      expect(fields).toEqual(Object.keys(format.template.headings))
      expect(mapping.columns.filter(({ fee }) => fee)).toHaveLength(
        format.template.fee_headings.length
      )
    })

    it("whose every word for a kind of line is known", () => {
      const { mapping, format, headings } = readTemplate(at())
      const reader = new LineReader(mapping, {
        format,
        currency_code: format.currency_code,
        head: undefined,
      })
      const { order_id, kind: kind_heading, net } = format.template.headings
      for (const { kind, aliases } of format.kinds) {
        for (const word of aliases) {
          const cells = headings.map((heading) => {
            const values = new Map([
              [order_id, "912345678"],
              [kind_heading, word],
              [net, "1000"],
            ])
            return values.get(heading) ?? null
          })
          const reading = reader.read({ row: 2, cells, is_hidden: false })
          expect(reading).toMatchObject({ ok: true, line: { kind } })
        }
      }
    })

    it("of a currency and a zone, without other exports", () => {
      const { format } = readTemplate(at())
      expect(format.currency_code).toMatch(/^[a-z]{3}$/)
      expect(Math.abs(format.utc_offset_minutes)).toBeLessThanOrEqual(14 * 60)
      expect(format.sheets.some(({ is_required }) => is_required)).toBe(true)
      for (const { name } of format.look_alikes) {
        expect(name.en && name.vi).not.toBe("")
      }
    })
  })
}

function readTemplate({ provider }: Bench) {
  if (!readsStatementFiles(provider)) {
    throw new Error("the provider reads no statement files")
  }
  const { statement_format: format, description } = provider
  const { sheet, headings: names, fee_headings } = format.template
  const headings = [...Object.values(names), ...fee_headings]
  const rows = [{ row: 1, cells: headings, is_hidden: false }]
  const own = { label: description.label, format }
  const found = findTables([{ sheet, rows }], own, [])
  if (!found.ok) {
    throw new Error(found.problem.code)
  }
  return { mapping: found.mapping.sheets[0], format, headings }
}
