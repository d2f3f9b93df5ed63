import { JsonObject, JsonValue } from "../../shared/json"
import { SheetMapping } from "../statement-mapping"
import { namesAPerson } from "../../privacy/names-a-person"
import {
  CellValue,
  columnName,
  shownValue,
  SheetHead,
  textOfCell,
} from "./cell-value"

/**
 * Names of all columns of a sheet for keeping its cells: their headings, those of equal
 * headings numbered, and letters for columns without one. Index 0 is column A.
 */
export function columnNames(
  mapping: SheetMapping,
  head: SheetHead | undefined
): string[] {
  const row_at = (row: number) =>
    head?.rows.find((one) => one.row === row)?.cells ?? []
  const cells = row_at(mapping.header_row)
  const width = Math.max(
    cells.length,
    ...mapping.columns.map(({ column }) => column)
  )
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, index) => {
    const mapped = mapping.columns.find(({ column }) => column === index + 1)
    const heading = (mapped?.heading ?? textOfCell(cells[index])).trim()
    const name = heading || columnName(index + 1)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count > 1 ? `${name} (${count})` : name
  })
}

/**
 * Takes cells of a row as they stand in the file, by the names of their columns; empty ones are
 * left out when it is written as JSON, and so are columns that name people.
 *
 * Every row is a copy of one blank row: an object that is given dozens of names one by one is a
 * hash table of several kilobytes, and takes five times as long to make.
 */
export function rawRows(names: string[]): (cells: CellValue[]) => JsonObject {
  const blank: Row = JSON.parse(
    JSON.stringify(Object.fromEntries(names.map((name) => [name, 0])))
  )
  const personal = names.map(namesAPerson)
  return (cells) => {
    const raw: Row = { ...blank }
    for (let index = 0; index < names.length; index++) {
      const cell = personal[index] ? null : (cells[index] ?? null)
      raw[names[index]] = cell === null ? undefined : rawValue(cell)
    }
    for (let index = names.length; index < cells.length; index++) {
      const cell = cells[index]
      if (cell !== null) {
        raw[columnName(index + 1)] = rawValue(cell)
      }
    }
    return raw as JsonObject
  }
}

type Row = { [name: string]: JsonValue | undefined }

function rawValue(cell: CellValue): JsonValue {
  if (typeof cell === "string") {
    return cell
  }
  const value = shownValue(cell)
  if (typeof value === "object" && value !== null) {
    if (value.type === "boolean") {
      return value.boolean
    }
    const is_exact =
      value.type === "number" &&
      String(value.number) === value.written &&
      Math.abs(value.number) <= Number.MAX_SAFE_INTEGER
    if (is_exact) {
      return value.number
    }
  }
  return value === null ? null : textOfCell(value)
}
