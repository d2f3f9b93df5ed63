import {
  findTables,
  NamedFormat,
} from "../../../domain/statements/reading/find-tables"
import { ReadLine } from "../../../domain/statements/statement-line"
import { StatementMapping } from "../../../domain/statements/statement-mapping"
import { openStatementFile } from "../workbook/open-statement-file"
import { ReadingTally } from "../workbook/reading-tally"

/** Bytes as they come from a store, in pieces. */
export async function* inPieces(
  bytes: Buffer,
  size = 64 * 1024
): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size)
  }
}

export type SampleReading = {
  mapping: StatementMapping
  lines: ReadLine[]
  tally: ReadingTally
}

/**
 * Reads a file the way an import does, all of its lines at once.
 * @throws {Error} naming the problem when its tables are not found.
 */
export async function readSample(
  bytes: Buffer,
  own: NamedFormat,
  others: NamedFormat[] = []
): Promise<SampleReading> {
  const file = await openStatementFile(inPieces(bytes))
  try {
    const found = findTables(file.heads, own, others)
    if (!found.ok) {
      throw new Error(found.problem.code)
    }
    const { mapping } = found
    const rules = { format: own.format, currency_code: "vnd" }
    const { batches, tally } = file.readLines(mapping, rules)
    const lines: ReadLine[] = []
    for await (const batch of batches) {
      lines.push(...batch)
    }
    return { mapping, lines, tally }
  } finally {
    await file.close()
  }
}
