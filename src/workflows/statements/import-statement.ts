import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { JsonObject } from "../../domain/shared/json"
import { totalsNotices } from "../../domain/statements/compare-totals"
import { FileProblem, isMappable } from "../../domain/statements/file-problem"
import { findTables } from "../../domain/statements/reading/find-tables"
import {
  fitMapping,
  headingsSignature,
} from "../../domain/statements/reading/remembered-mapping"
import { StatementMapping } from "../../domain/statements/statement-mapping"
import { listChannels } from "../orders/channel"
import { RunContext, RunEnd } from "../runs/run-context"
import { judgeDueSettlements } from "./judge-due-settlements"
import { fileProblemMessage } from "./file-problem-message"
import { statementFormats } from "./statement-formats"
import { workBehind } from "./work-behind"
import {
  openStatementFile,
  ReadingRules,
  StatementFile,
} from "./workbook/open-statement-file"
import { StatementFileError } from "./workbook/statement-file-error"

/** What the run works on. */
export type StatementImportParams = { statement_id: string; channel_id: string }

type Statement = Awaited<
  ReturnType<RunContext["marketplaces"]["retrieveMarketplaceStatement"]>
>

/**
 * Reads an uploaded statement from its first row, whatever an earlier attempt has left: all its
 * lines are there in the end, or none. A file whose columns nobody knows waits for a mapping.
 */
export async function importStatement(
  context: RunContext
): Promise<RunEnd | void> {
  const { marketplaces, run } = context
  const { statement_id } = run.params as unknown as StatementImportParams
  const [statement] = await marketplaces.listMarketplaceStatements({
    id: statement_id,
  })
  if (statement?.status === "done") {
    await judgeDueSettlements(context.container)
    return marketplaces.statements.recount([statement.id])
  }
  if (!statement?.file_id) {
    return
  }
  await context.report({ phase: "opening", done: 0, total: null })
  try {
    const file = await openStatementFile(
      marketplaces.files.read(statement.file_id)
    )
    try {
      return await readStatement(context, statement, file)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof StatementFileError) {
      return refuse(context, statement, error.problem)
    }
    throw error
  }
}

async function readStatement(
  context: RunContext,
  statement: Statement,
  file: StatementFile
): Promise<RunEnd | void> {
  const { marketplaces } = context
  const [channel] = await listChannels(marketplaces, [statement.channel_id], {
    withDeleted: true,
  })
  const formats = statementFormats(marketplaces, channel.provider_id)
  if (!formats) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `No statement files are read for ${channel.name}.`
    )
  }
  const chosen =
    (statement.mapping as StatementMapping | null) ??
    (await remembered(context, channel.provider_id, file))
  const found = chosen
    ? { ok: true as const, mapping: chosen, notices: [] }
    : findTables(file.heads, formats.own, formats.others)
  if (!found.ok) {
    return refuse(context, statement, found.problem)
  }
  const rules: ReadingRules = {
    format: formats.own.format,
    currency_code: statement.currency_code,
  }
  await marketplaces.statements.clearLines(statement.id)
  const { batches, tally } = file.readLines(found.mapping, rules)
  let done = 0
  await workBehind(batches, async (batch) => {
    await marketplaces.statements.addLines(statement, batch)
    done += batch.length
    await context.report({ phase: "reading", done, total: null })
  })
  const stated = await file.readTotals(rules)
  await context.report({ phase: "recording", done, total: done })
  await marketplaces.statements.finish(statement, {
    mapping: found.mapping,
    stated_totals: Object.keys(stated).length ? stated : null,
    line_count: done,
    notices: [
      ...found.notices,
      ...tally.notices(),
      ...totalsNotices(tally.amounts, stated),
    ],
    period: null,
    payment: null,
    payment_external_id: null,
  })
  await context.report({ phase: "comparing", done: 0, total: null })
  await judgeDueSettlements(context.container, (compared) =>
    context.report({ phase: "comparing", done: compared, total: null })
  )
}

/** A mapping that a person made for a file with the same headings. */
async function remembered(
  { marketplaces }: RunContext,
  provider_id: string,
  file: StatementFile
): Promise<StatementMapping | null> {
  const rows = await marketplaces.listMarketplaceStatementMappings(
    { provider_id },
    { order: { updated_at: "DESC" }, take: MOST_REMEMBERED }
  )
  for (const { mapping } of rows) {
    const fitting = fitMapping(
      mapping as unknown as StatementMapping,
      file.heads
    )
    if (fitting) {
      return fitting
    }
  }
  return null
}

/** Of one marketplace, the newest first. */
const MOST_REMEMBERED = 50

/** The same for files with the same headings. */
export function headingsHash(mapping: StatementMapping): string {
  return createHash("sha256").update(headingsSignature(mapping)).digest("hex")
}

/** Nothing of the file is kept but the file itself, for the mapping. */
async function refuse(
  { marketplaces, addResults }: RunContext,
  statement: Statement,
  problem: FileProblem
): Promise<RunEnd> {
  const message = fileProblemMessage(problem)
  await marketplaces.statements.clearLines(statement.id)
  await addResults([
    {
      channel_id: statement.channel_id,
      channel_name: null,
      external_id: statement.filename ?? statement.id,
      code: `file_${problem.code}`,
      params: JSON.parse(
        JSON.stringify({
          ...problem.params,
          sheet: problem.sheet,
          row: problem.row,
          column: problem.column,
        })
      ) as JsonObject,
      message,
    },
  ])
  if (isMappable(problem)) {
    await marketplaces.statements.setStatus(statement.id, "needs_mapping")
    return { status: "needs_mapping", error: message }
  }
  await marketplaces.statements.setStatus(statement.id, "refused")
  return { status: "failed", error: message }
}
