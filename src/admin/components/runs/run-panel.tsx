import { useRun } from "../../hooks/api/runs"
import { QueryState } from "../common/query-state"
import { RunFiles } from "./run-files"
import { RunProgress } from "./run-progress"
import { RunResults } from "./run-results"
import { RunScope } from "./run-scope"
import { RunStatement } from "./run-statement"

/** A run as it goes: progress first, then what it made and its results. */
export function RunPanel({
  id,
  files = true,
}: {
  id: string
  /** Left out where the files are shown elsewhere. */
  files?: boolean
}) {
  const run = useRun(id)
  return (
    <QueryState query={run}>
      {(data) => (
        <div className="flex flex-col gap-y-6">
          <RunScope run={data.run} />
          <RunProgress run={data.run} />
          {files && <RunFiles run={data.run} />}
          <RunStatement run={data.run} />
          <RunResults run={data.run} />
        </div>
      )}
    </QueryState>
  )
}
