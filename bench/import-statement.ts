import { createReadStream } from "node:fs"
import { marketplacesOf } from "../src/workflows/marketplaces"
import { importStatement } from "../src/workflows/statements/import-statement"
import { BenchShop } from "./shop"

/** Puts a file into the store and a statement of it on record, as an upload does. */
export async function keepStatement(
  { container, channel }: BenchShop,
  path: string,
  file_hash: string
): Promise<string> {
  const { files, statements } = marketplacesOf(container)
  const writer = files.openWriter()
  for await (const chunk of createReadStream(path)) {
    await writer.write(chunk as Buffer)
  }
  const file = await files.keep(
    {
      run_id: null,
      filename: "income.xlsx",
      mime_type: "application/octet-stream",
      expires_at: null,
    },
    writer
  )
  const id = await statements.open({
    channel_id: channel.id,
    source: "file",
    external_id: null,
    filename: "income.xlsx",
    file_id: file.id,
    file_hash,
    currency_code: "vnd",
    created_by: "user_bench",
  })
  if (!id) {
    throw new Error("The statement is there already")
  }
  return id
}

class Enough extends Error {}

/** Imports a statement as its run does, until it is whole; settlements are not worked out yet. */
export async function importToTheEnd(
  { container, channel }: BenchShop,
  statement_id: string
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const run = await marketplaces.createMarketplaceRuns({
    kind: "statement_import",
    status: "running",
    preview: false,
    params: { statement_id, channel_id: channel.id },
    progress: { phase: "waiting", done: 0, total: null },
    counts: {},
    created_by: "user_bench",
  })
  const lease = await marketplaces.runs.claim(run.id)
  if (!lease) {
    throw new Error("Somebody else works on the import")
  }
  const context: Parameters<typeof importStatement>[0] = {
    container,
    marketplaces,
    run: {
      id: run.id,
      preview: false,
      params: { statement_id, channel_id: channel.id },
      created_by: "user_bench",
    },
    report: async (progress) => {
      if (progress.phase === "comparing") {
        throw new Enough()
      }
      await marketplaces.runs.report(lease, progress)
    },
    addResults: (lines) => marketplaces.runs.addResults(lease, lines),
  }
  try {
    await importStatement(context)
  } catch (error) {
    if (!(error instanceof Enough)) {
      throw error
    }
  }
  const statement =
    await marketplaces.retrieveMarketplaceStatement(statement_id)
  if (statement.status !== "done") {
    throw new Error(`The statement is ${statement.status}`)
  }
}
