import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../../../../workflows/marketplaces"

type Row = Awaited<
  ReturnType<ReturnType<typeof marketplacesOf>["retrieveMarketplaceRun"]>
>

/** A run as the API shows it; while it goes on, its result lines are counted as they are now. */
export async function toRun(container: MedusaContainer, row: Row) {
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
    created_by: row.created_by,
    created_at: row.created_at,
    finished_at: row.finished_at,
  }
}
