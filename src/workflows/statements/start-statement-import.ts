import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { marketplacesOf } from "../marketplaces"
import { listChannels } from "../orders/channel"
import { startRun } from "../runs/start-run"
import { statementFormats } from "./statement-formats"
import { StatementImportParams } from "./import-statement"

export type StatementUpload = {
  channel_id: string
  /** The file's own name, shown to people. */
  filename: string
  /** Where its bytes are for now. */
  path: string
  created_by: string
}

const WORKBOOK =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** The channel has this very file already. */
export class SameFileError extends MedusaError {
  /** @param statement_id the statement that has it; null when it is gone by now. */
  constructor(
    message: string,
    readonly statement_id: string | null
  ) {
    super(MedusaError.Types.CONFLICT, message)
  }
}

/**
 * Keeps an uploaded statement and starts reading it. Statements of disconnected channels are
 * taken as well: they are paid after the last order.
 *
 * @throws {MedusaError} NOT_FOUND for an unknown channel, NOT_ALLOWED where its marketplace has
 * no statement files, {@link SameFileError} when the channel has this very file already.
 */
export async function startStatementImport(
  container: MedusaContainer,
  upload: StatementUpload
) {
  const marketplaces = marketplacesOf(container)
  const [channel] = await listChannels(marketplaces, [upload.channel_id], {
    withDeleted: true,
  })
  if (!channel) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no channel ${upload.channel_id}.`
    )
  }
  const formats = statementFormats(marketplaces, channel.provider_id)
  if (!formats) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `No statement files are read for ${channel.name}.`
    )
  }
  const { file, file_hash } = await keepFile(marketplaces, upload)
  const id = await marketplaces.statements.open({
    channel_id: channel.id,
    source: "file",
    external_id: null,
    filename: upload.filename,
    file_id: file.id,
    file_hash,
    currency_code: channel.currency_code ?? formats.own.format.currency_code,
    created_by: upload.created_by,
  })
  if (!id) {
    await marketplaces.files.discard([file.id])
    throw await sameFile(container, channel.id, file_hash)
  }
  return startReading(container, id, channel.id, upload.created_by)
}

/** Starts (again) what reads a statement's file, and gives the run. */
export async function startReading(
  container: MedusaContainer,
  statement_id: string,
  channel_id: string,
  created_by: string
) {
  const params: StatementImportParams = { statement_id, channel_id }
  const run = await startRun(container, {
    kind: "statement_import",
    params,
    created_by,
  })
  await marketplacesOf(container).updateMarketplaceStatements({
    id: statement_id,
    run_id: run.id,
  })
  return run
}

async function keepFile(
  { files }: ReturnType<typeof marketplacesOf>,
  { path, filename }: StatementUpload
) {
  const hash = createHash("sha256")
  const writer = files.openWriter()
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
    await writer.write(chunk as Buffer)
  }
  const file = await files.keep(
    { run_id: null, filename, mime_type: WORKBOOK, expires_at: null },
    writer
  )
  return { file, file_hash: hash.digest("hex") }
}

async function sameFile(
  container: MedusaContainer,
  channel_id: string,
  file_hash: string
): Promise<SameFileError> {
  const [known] = await marketplacesOf(container).listMarketplaceStatements({
    channel_id,
    file_hash,
    status: ["importing", "needs_mapping", "done"],
  })
  const since = known
    ? ` on ${known.created_at.toISOString().slice(0, 10)}`
    : ""
  const remedy =
    known?.status === "needs_mapping"
      ? "It waits until somebody says what its columns are."
      : "Take that statement back first if it should be read again."
  return new SameFileError(
    `This file was uploaded before${since}, as statement ${known?.id ?? ""}. ${remedy}`,
    known?.id ?? null
  )
}
