import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { JsonObject } from "../../domain/shared/json"
import { checkMapping } from "../../domain/statements/reading/check-mapping"
import { suggestMapping } from "../../domain/statements/reading/find-tables"
import { textOfCell } from "../../domain/statements/reading/cell-value"
import {
  MappingProblem,
  SheetMapping,
  StatementMapping,
} from "../../domain/statements/statement-mapping"
import { marketplacesOf } from "../marketplaces"
import { listChannels } from "../orders/channel"
import { fileProblemMessage } from "./file-problem-message"
import { headingsHash } from "./import-statement"
import { startReading } from "./start-statement-import"
import { statementFormats } from "./statement-formats"
import {
  openStatementFile,
  StatementFile,
} from "./workbook/open-statement-file"
import { StatementFileError } from "./workbook/statement-file-error"

/** The first rows of a sheet, as people see them, and what its columns probably are. */
export type SheetPreview = {
  name: string
  rows: { row: number; cells: string[] }[]
  mapping: SheetMapping | null
}

/** English sentences; the screens have them in both languages. */
const PROBLEMS: Record<MappingProblem["code"], string> = {
  no_sheet: "Choose at least one sheet.",
  no_order_column: "Say which column holds the order number.",
  no_amount_column:
    "Say which column holds the amount that is paid, or revenue and fees.",
  column_twice: "A column was given two meanings.",
  field_twice: "Two columns were given the same meaning.",
  unknown_sheet: "The file has no such sheet, or it was named twice.",
  unknown_column: "The sheet has no such column.",
}

/** Shows the sheets of a statement's file to a person who maps its columns. */
export async function previewStatement(
  container: MedusaContainer,
  statement_id: string
): Promise<SheetPreview[]> {
  const { statement, format } = await retrieve(container, statement_id)
  return withFile(container, statement.file_id, async ({ heads }) =>
    heads.map((head) => ({
      name: head.sheet,
      rows: head.rows.map(({ row, cells }) => ({
        row,
        cells: cells.map(textOfCell),
      })),
      mapping: suggestMapping(head, format),
    }))
  )
}

/**
 * Takes a person's mapping, remembers it for files with the same headings, and starts reading.
 * @throws {MedusaError} INVALID_DATA naming sheet and column at fault; NOT_ALLOWED for a
 * statement that waits for no mapping.
 */
export async function mapStatement(
  container: MedusaContainer,
  statement_id: string,
  mapping: StatementMapping,
  created_by: string
) {
  const marketplaces = marketplacesOf(container)
  const { statement, channel } = await retrieve(container, statement_id)
  if (statement.status !== "needs_mapping") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The columns of this statement are known already. Take it back and upload the file again to map them anew."
    )
  }
  await withFile(container, statement.file_id, async ({ heads }) => {
    const [problem] = checkMapping(mapping, heads)
    if (problem) {
      const { code, sheet, params } = problem
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        [PROBLEMS[code], sheet && `Sheet "${sheet}".`, ...placesOf(params)]
          .filter(Boolean)
          .join(" ")
      )
    }
  })
  await remember(container, channel.provider_id, mapping, created_by)
  await marketplaces.updateMarketplaceStatements({
    id: statement.id,
    mapping: mapping as unknown as JsonObject,
    status: "importing",
  })
  return startReading(container, statement.id, channel.id, created_by)
}

function placesOf(params: MappingProblem["params"]): string[] {
  return Object.entries(params).map(([name, value]) => `${name}: ${value}.`)
}

async function retrieve(container: MedusaContainer, statement_id: string) {
  const marketplaces = marketplacesOf(container)
  const statement =
    await marketplaces.retrieveMarketplaceStatement(statement_id)
  const [channel] = await listChannels(marketplaces, [statement.channel_id], {
    withDeleted: true,
  })
  const formats = statementFormats(marketplaces, channel.provider_id)
  if (!statement.file_id || !formats) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This statement did not come as a file."
    )
  }
  return {
    statement: { ...statement, file_id: statement.file_id },
    channel,
    format: formats.own.format,
  }
}

async function withFile<T>(
  container: MedusaContainer,
  file_id: string,
  work: (file: StatementFile) => Promise<T>
): Promise<T> {
  const { files } = marketplacesOf(container)
  try {
    const file = await openStatementFile(files.read(file_id))
    try {
      return await work(file)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw error instanceof StatementFileError
      ? new MedusaError(
          MedusaError.Types.INVALID_DATA,
          fileProblemMessage(error.problem)
        )
      : error
  }
}

async function remember(
  container: MedusaContainer,
  provider_id: string,
  mapping: StatementMapping,
  created_by: string
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const headings_hash = headingsHash(mapping)
  const [known] = await marketplaces.listMarketplaceStatementMappings({
    provider_id,
    headings_hash,
  })
  const values = { mapping: mapping as unknown as JsonObject, created_by }
  if (known) {
    await marketplaces.updateMarketplaceStatementMappings({
      id: known.id,
      ...values,
    })
    return
  }
  await marketplaces.createMarketplaceStatementMappings({
    provider_id,
    headings_hash,
    ...values,
  })
}
