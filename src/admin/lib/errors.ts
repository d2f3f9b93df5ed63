/** What kind of failure a person is looking at; each has a sentence and a remedy. */
export const ERROR_KINDS = [
  "offline",
  "signed_out",
  "not_found",
  "conflict",
  "refused",
  "server",
] as const
export type ErrorKind = (typeof ERROR_KINDS)[number]

function statusOf(error: unknown): number | null {
  const status =
    typeof error === "object" && error !== null && "status" in error
      ? error.status
      : null
  return typeof status === "number" ? status : null
}

/** Sorts a failed request by what helps. */
export function errorKind(error: unknown): ErrorKind {
  const status = statusOf(error)
  if (status === null) {
    return "offline"
  }
  if (status === 401 || status === 403) {
    return "signed_out"
  }
  if (status === 404) {
    return "not_found"
  }
  if (status === 409) {
    return "conflict"
  }
  return status < 500 ? "refused" : "server"
}

/** Something before the server put the request off: too late, too early, too many at once. */
const PUT_OFF: readonly number[] = [408, 425, 429]

/**
 * True when the server has decided about a request that failed. Without an answer, or with a
 * failure of the server, it may have been carried out.
 */
export function isAnswered(error: unknown): boolean {
  const status = statusOf(error)
  return status !== null && status < 500 && !PUT_OFF.includes(status)
}

/** The server's own sentence; null when it gave none. */
export function errorDetail(error: unknown): string | null {
  if (statusOf(error) === null || !(error instanceof Error)) {
    return null
  }
  return error.message || null
}
