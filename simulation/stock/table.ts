import { Row } from "./report"

type Column = { title: string; width: number; cell(row: Row): string | number }

const COLUMNS: Column[] = [
  { title: "scenario", width: 36, cell: ({ scenario }) => scenario },
  { title: "policy", width: 11, cell: ({ policy }) => policy },
  { title: "could sell", width: 10, cell: ({ sellable }) => sellable },
  { title: "sold", width: 7, cell: ({ sold }) => sold },
  { title: "sold %", width: 6, cell: ({ sold_percent }) => sold_percent },
  {
    title: "unsold",
    width: 6,
    cell: ({ sellable, sold }) => Math.max(sellable - sold, 0),
  },
  { title: "oversold", width: 8, cell: ({ oversold }) => oversold },
  {
    title: "% of absolute",
    width: 13,
    cell: ({ oversold_percent_of_absolute: part }) => part ?? "-",
  },
  { title: "writes", width: 7, cell: ({ writes }) => writes },
  { title: "broken", width: 6, cell: ({ broken }) => broken },
  { title: "blind", width: 6, cell: ({ blind }) => blind },
]

/** A table in Markdown, a line at a time. */
export function tableHead(): string {
  const line = (cell: (column: Column) => string) =>
    joined(COLUMNS.map((column) => padded(column, cell(column))))
  return [
    line(({ title }) => title),
    line(({ width }) => "-".repeat(width)),
  ].join("\n")
}

export function tableLine(row: Row): string {
  return joined(COLUMNS.map((column) => padded(column, column.cell(row))))
}

function padded({ width }: Column, cell: string | number): string {
  return typeof cell === "number"
    ? String(cell).padStart(width)
    : cell.padEnd(width)
}

function joined(cells: string[]): string {
  return `| ${cells.join(" | ")} |`
}
