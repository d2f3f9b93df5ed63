import {
  FileProblem,
  FileProblemCode,
} from "../../../domain/statements/file-problem"

/** The file as a whole cannot be taken; nothing of it may be kept. */
export class StatementFileError extends Error {
  constructor(readonly problem: FileProblem) {
    super(`The statement file cannot be read: ${problem.code}`)
    this.name = "StatementFileError"
  }
}

export function fileError(
  code: FileProblemCode,
  params: FileProblem["params"] = {},
  sheet: string | null = null
): StatementFileError {
  return new StatementFileError({
    code,
    sheet,
    row: null,
    column: null,
    params,
  })
}

/** What went wrong inside the archive, for a person: a broken file, or one that lies about its size. */
export function archiveError(error: unknown): StatementFileError {
  if (error instanceof StatementFileError) {
    return error
  }
  const detail = error instanceof Error ? error.message : String(error)
  return /too many bytes in the stream/.test(detail)
    ? fileError("expands_too_much")
    : fileError("damaged_workbook", { detail: detail.slice(0, 200) })
}
