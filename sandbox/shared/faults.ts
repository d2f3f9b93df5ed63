/**
 * What can go wrong on demand:
 *
 * - `429`, `500`, `503`: refused with that HTTP status, nothing has happened.
 * - `envelope`: the marketplace's own error answer with `code` and `message`.
 * - `html`: an error page instead of JSON.
 * - `timeout`: the request is taken and never answered, nothing has happened.
 * - `reset`: the connection breaks before anything has happened.
 * - `slow`: answered correctly after `delay_ms`, or once `before` is done.
 * - `truncated`: it has happened, the answer breaks off in the middle.
 * - `lost_answer`: it has happened, the connection breaks before the answer.
 * - `unanswered`: it has happened, and nothing is ever answered.
 * - `text200`: HTTP 200 with a sentence instead of data, nothing has happened (Tiki only).
 * - `no_effect`: answered as done, nothing has happened (Tiki's updateSku only).
 */
export const FAULT_KINDS = [
  "429",
  "500",
  "503",
  "envelope",
  "html",
  "timeout",
  "reset",
  "slow",
  "truncated",
  "lost_answer",
  "unanswered",
  "text200",
  "no_effect",
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

export type FaultInput = {
  kind: FaultKind
  /** Part of the path it strikes, `*` for any text; default every path. */
  path?: string
  method?: string
  /** How many requests it strikes (default 1). */
  times?: number
  /** How many matching requests pass before. */
  skip?: number
  /** HTTP status of `envelope` and `html`. */
  status?: number
  /** Error code of `envelope` and `429`. */
  code?: number
  message?: string
  /** Seconds, sent as `Retry-After`. */
  retry_after?: number
  delay_ms?: number
  /** What a caller in the same process does meanwhile. */
  before?: () => Promise<void>
}

export type Fault = FaultInput & { id: number; times: number; skip: number }

/** The faults still to come, first in first out. */
export class Faults {
  private list: Fault[] = []
  private last_id = 0

  /** @throws {RangeError} for an unknown kind. */
  add(input: FaultInput): Fault {
    if (!FAULT_KINDS.includes(input.kind)) {
      throw new RangeError(
        `unknown fault "${input.kind}"; there are ${FAULT_KINDS.join(", ")}`
      )
    }
    const fault = {
      ...input,
      id: ++this.last_id,
      times: input.times ?? 1,
      skip: input.skip ?? 0,
    }
    this.list.push(fault)
    return fault
  }

  /** The fault that strikes this request, counted down. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.list.find((one) => strikes(one, method, path))
    if (!fault) {
      return undefined
    }
    if (fault.skip > 0) {
      fault.skip--
      return undefined
    }
    fault.times--
    this.list = this.list.filter((one) => one.times > 0)
    return fault
  }

  pending(): Fault[] {
    return this.list.map((fault) => ({ ...fault }))
  }

  clear(): void {
    this.list = []
  }
}

function strikes(fault: Fault, method: string, path: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) {
    return false
  }
  if (!fault.path) {
    return true
  }
  const pattern = fault.path
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*")
  return new RegExp(pattern).test(path)
}
