import { readFileSync } from "node:fs"

/** Clock ticks a second, as Linux reports them to every program. */
const TICKS = 100
const PAGE_BYTES = 4096

export type Usage = { rss_mb: number; cpu_seconds: number }

/** What a process holds and has used; null when it is gone, or this is not Linux. */
export function usageOf(pid: number): Usage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    // The name before it may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    const [user, system] = [Number(fields[11]), Number(fields[12])]
    const pages = Number(
      readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]
    )
    return {
      rss_mb: Math.round((pages * PAGE_BYTES) / 2 ** 20),
      cpu_seconds: Math.round(((user + system) / TICKS) * 10) / 10,
    }
  } catch {
    return null
  }
}
