import {
  FileProblem,
  FileProblemCode,
} from "../../domain/statements/file-problem"

/** English sentences with the remedy; the screens have them in both languages. */
const MESSAGES: Record<FileProblemCode, string> = {
  empty_file:
    "The file is empty. Export the statement again and upload that file.",
  too_large:
    "The file is larger than {most} MB. Export a shorter period, and upload the parts one by one.",
  not_a_workbook:
    "This is not an Excel workbook (.xlsx). Upload the file as the marketplace exports it.",
  old_workbook:
    "This is a workbook of the old format (.xls). Open it in Excel and save it as .xlsx.",
  password_protected:
    "The workbook is protected by a password. Save a copy without one and upload that.",
  macros:
    "The workbook contains macros, which are not taken. Save it as .xlsx and upload that.",
  expands_too_much:
    "The file would unpack to far more than a statement holds, so it was not opened. Export the statement again.",
  damaged_workbook:
    "The workbook is damaged and cannot be read to its end. Export it again.",
  too_many_rows:
    "The file has more than {most} rows. Export a shorter period, and upload the parts one by one.",
  no_lines:
    "There are no rows with amounts in this file. Choose another period, and export again.",
  look_alike:
    "This is not a statement but another export ({name}). Export the settled income instead.",
  other_marketplace:
    "This is a statement of {marketplace}. Choose a channel of that marketplace, and upload it again.",
  other_channel:
    "Most orders of this file belong to the channel {channel}. Choose that channel, and upload it again.",
  duplicate_columns:
    "The heading {column} stands over several columns. Say which of them counts.",
  merged_headings:
    "Cells of the headings are merged near {column}. Say what each column is.",
  unknown_columns:
    "No column with order numbers and amounts was recognised. Say which column is what.",
}

/** Why a file is not taken, with where that was seen, in English. */
export function fileProblemMessage(problem: FileProblem): string {
  const { code, sheet, row, column } = problem
  const values: Record<string, unknown> = { column, ...problem.params }
  const sentence = MESSAGES[code].replace(/\{(\w+)\}/g, (_, name: string) =>
    textOf(values[name])
  )
  const place = [
    sheet === null ? null : `sheet "${sheet}"`,
    row === null ? null : `row ${row}`,
    column === null ? null : `column ${column}`,
  ].filter((part) => part !== null)
  return place.length ? `${sentence} (${place.join(", ")})` : sentence
}

function textOf(value: unknown): string {
  return value !== null && typeof value === "object" && "en" in value
    ? String(value.en)
    : String(value ?? "")
}
