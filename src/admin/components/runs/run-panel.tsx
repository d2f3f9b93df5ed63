import { useRun } from "../../hooks/api/runs"
import { QueryState } from "../common/query-state"
import { RunProgress } from "./run-progress"
import { RunResults } from "./run-results"
import { RunScope } from "./run-scope"

/** A run as it goes: progress first, then its results. */
export function RunPanel({ id }: { id: string }) {
  const run = useRun(id)
  return (
    <QueryState query={run}>
      {(data) => (
        <div className="flex flex-col gap-y-6">
          <RunScope run={data.run} />
          <RunProgress run={data.run} />
          <RunResults run={data.run} />
        </div>
      )}
    </QueryState>
  )
}
