import { MappingProblem, StatementMapping } from "../statement-mapping"
import { SheetHead } from "./cell-value"
import { mayRepeat, tellsNet } from "./known-columns"

const LAST_COLUMN = 16384

/** What is wrong with a person's mapping; empty when it can be used. */
export function checkMapping(
  mapping: StatementMapping,
  heads: Pick<SheetHead, "sheet">[]
): MappingProblem[] {
  if (mapping.sheets.length === 0) {
    return [{ code: "no_sheet", sheet: null, params: {} }]
  }
  const seen = new Set<string>()
  return mapping.sheets.flatMap((one) => {
    const problems: MappingProblem[] = []
    const add = (
      code: MappingProblem["code"],
      params: MappingProblem["params"] = {}
    ) => problems.push({ code, sheet: one.sheet, params })
    if (
      !heads.some(({ sheet }) => sheet === one.sheet) ||
      seen.has(one.sheet)
    ) {
      add("unknown_sheet")
    }
    seen.add(one.sheet)
    if (!one.columns.some(({ field }) => field === "order_id")) {
      add("no_order_column")
    }
    if (!tellsNet(one.columns)) {
      add("no_amount_column")
    }
    for (const { column } of one.columns) {
      if (!Number.isInteger(column) || column < 1 || column > LAST_COLUMN) {
        add("unknown_column", { column })
      }
    }
    for (const column of repeated(one.columns.map(({ column }) => column))) {
      add("column_twice", { column })
    }
    const fields = one.columns.flatMap(({ field }) =>
      field && !mayRepeat(field) ? [field] : []
    )
    for (const field of repeated(fields)) {
      add("field_twice", { field })
    }
    return problems
  })
}

function repeated<T>(values: T[]): T[] {
  const twice = values.filter((value, index) => values.indexOf(value) < index)
  return [...new Set(twice)]
}
