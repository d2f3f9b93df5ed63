import { rm } from "node:fs/promises"
import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  SameFileError,
  startStatementImport,
} from "../../../../workflows/statements/start-statement-import"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { showStatements } from "./show-statements"
import { GetStatementsType } from "./validators"

/** What is being downloaded is seen in its run, until it is whole. */
const TAKEN = [
  { status: ["needs_mapping", "done"] },
  { status: "importing", source: "file" },
]

/** Newest first; files that were not taken are in their runs only, unless asked for. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetStatementsType>,
  res: MedusaResponse
) => {
  const { limit, offset, order: _, fields: __, ...filters } = req.validatedQuery
  const [rows, count] = await marketplacesOf(
    req.scope
  ).listAndCountMarketplaceStatements(
    filters.status ? filters : { ...filters, $or: TAKEN },
    { skip: offset, take: limit, order: { created_at: "DESC", id: "DESC" } }
  )
  res.json({
    statements: await showStatements(req.scope, rows),
    count,
    offset,
    limit,
  })
}

/** Takes a statement's file (`file`) for a channel (`channel_id`); reading it is followed as a run. */
export const POST = async (
  req: AuthenticatedMedusaRequest<{ channel_id?: unknown }>,
  res: MedusaResponse
) => {
  const { file } = req
  try {
    const { channel_id } = (req.body ?? {}) as { channel_id?: unknown }
    if (!file) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        'A workbook (.xlsx) is expected in the field "file".'
      )
    }
    if (typeof channel_id !== "string" || !channel_id) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        'Say in the field "channel_id" which channel the statement is of.'
      )
    }
    const run = await startStatementImport(req.scope, {
      channel_id,
      filename: nameOf(file.originalname),
      path: file.path,
      created_by: req.auth_context.actor_id,
    })
    res.status(202).json({
      run: { ...run, statement_id: run.params.statement_id },
    })
  } catch (error) {
    if (!(error instanceof SameFileError)) {
      throw error
    }
    const { type, message, statement_id } = error
    // Medusa's own answer to conflicts is one sentence for all of them.
    res.status(409).json({ type, message, statement_id })
  } finally {
    if (file) {
      await rm(file.path, { force: true })
    }
  }
}

const MOST_NAME = 200

/** Forms carry names as Latin-1; they are meant as UTF-8. */
function nameOf(name: string): string {
  const text = Buffer.from(name, "latin1").toString("utf8").normalize("NFC")
  return (text.includes("\uFFFD") ? name : text).slice(-MOST_NAME)
}
