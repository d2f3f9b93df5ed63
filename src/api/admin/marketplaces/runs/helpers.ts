import { MedusaContainer } from "@medusajs/framework/types"
import { StoredFile } from "../../../../modules/marketplace-channel/services/file-store"
import { marketplacesOf } from "../../../../workflows/marketplaces"

type Row = Awaited<
  ReturnType<ReturnType<typeof marketplacesOf>["retrieveMarketplaceRun"]>
>

/** Runs as the API shows them, in the order of the rows. */
export async function toRuns(container: MedusaContainer, rows: Row[]) {
  const files = await marketplacesOf(container).files.listOfRuns(
    rows.map(({ id }) => id)
  )
  return Promise.all(
    rows.map((row) =>
      toRun(
        container,
        row,
        files.filter(({ run_id }) => run_id === row.id)
      )
    )
  )
}

/** While a run goes on, its result lines are counted as they are now. */
async function toRun(
  container: MedusaContainer,
  row: Row,
  files: StoredFile[]
) {
  const counts =
    row.status === "running"
      ? await marketplacesOf(container).runs.countResults(row.id)
      : row.counts
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    preview: row.preview,
    params: row.params,
    progress: row.progress,
    counts,
    error: row.error,
    ...(typeof row.params.statement_id === "string" && {
      statement_id: row.params.statement_id,
    }),
    created_by: row.created_by,
    created_at: row.created_at,
    finished_at: row.finished_at,
    files: files.map(({ run_id: _, ...file }) => file),
  }
}

type ResultRow = Awaited<
  ReturnType<ReturnType<typeof marketplacesOf>["listMarketplaceRunResults"]>
>[number]

/**
 * A result line as the API shows it. One that tells of an action on an order has the
 * order's id, and says whether the order is as the person wanted it.
 */
export function toResult(row: ResultRow) {
  const { channel_order_id, ok } = row.params
  const acted = typeof channel_order_id === "string"
  return {
    id: acted ? channel_order_id : row.id,
    ...(acted && { ok: ok === true }),
    channel_id: row.channel_id,
    channel_name: row.channel_name,
    external_id: row.external_id,
    code: row.code,
    params: row.params,
    message: row.message,
  }
}
