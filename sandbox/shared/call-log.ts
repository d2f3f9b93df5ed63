/** One request as the twin saw it. Secrets and query strings are not kept. */
export type Call = {
  /** Milliseconds since 1970, UTC. */
  at: number
  method: string
  path: string
  /** HTTP status of the answer; 0 when there was none. */
  status: number
  /** The marketplace's error code; null when the answer held none. */
  code: number | null
  shop_id: string | null
}

const KEPT = 20_000

/** What was called: the last calls in full, all of them as counters. */
export class CallLog {
  private calls: Call[] = []
  private counters = new Map<string, number>()

  add(call: Call, template: string): void {
    this.calls.push(call)
    if (this.calls.length > KEPT * 2) {
      this.calls = this.calls.slice(-KEPT)
    }
    const key = `${call.method} ${template}`
    this.counters.set(key, (this.counters.get(key) ?? 0) + 1)
  }

  /** Calls whose path contains the text, oldest first. */
  list(path_part = ""): Call[] {
    return this.calls.filter((call) => call.path.includes(path_part))
  }

  /** Number of calls by `METHOD /path/{template}`. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.counters)
  }

  clear(): void {
    this.calls = []
    this.counters.clear()
  }
}
