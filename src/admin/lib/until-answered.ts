import { isAnswered } from "./errors"

/** How long things take until something is done about them (milliseconds). */
export type Patience = {
  /** Until a person wonders where the answer is. */
  wonder: number
  /** Until a request that nobody answers is taken for lost. */
  limit: number
  /** Before each further attempt; the last one stays. */
  pauses: readonly [number, ...number[]]
}

const PATIENCE: Patience = {
  wonder: 2_000,
  limit: 10_000,
  pauses: [1_000, 2_000, 3_000, 5_000],
}

/**
 * Nobody knows whether the server did it: an attempt had no answer, and then it was given up,
 * or a later attempt was refused.
 */
export class NotKnown extends Error {
  /** @param refusal what a later attempt was refused with; null when it was given up. */
  constructor(readonly refusal: unknown) {
    super("Whether the server did it is not known")
  }
}

/**
 * Sends a request again until it is answered; a refusal is an answer. The server must know
 * the request by a name, or it may be done twice.
 * @param on.given_up ends the attempts.
 * @param on.unanswered told with the attempt's number, once it takes long and when it failed.
 * @throws {NotKnown}, or what the first attempt was refused with.
 */
export async function untilAnswered<T>(
  send: (signal: AbortSignal) => Promise<T>,
  on: { given_up: AbortSignal; unanswered: (attempt: number) => void },
  { wonder, limit, pauses }: Patience = PATIENCE
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const wondering = setTimeout(() => on.unanswered(attempt), wonder)
    try {
      return await within(limit, on.given_up, send)
    } catch (error) {
      if (!on.given_up.aborted && isAnswered(error)) {
        throw attempt === 1 ? error : new NotKnown(error)
      }
    } finally {
      clearTimeout(wondering)
    }
    if (!on.given_up.aborted) {
      on.unanswered(attempt)
    }
    await pause(pauses[Math.min(attempt, pauses.length) - 1], on.given_up)
    if (on.given_up.aborted) {
      throw new NotKnown(null)
    }
  }
}

/** One attempt, which ends with its time or when it is given up. */
async function within<T>(
  limit: number,
  given_up: AbortSignal,
  send: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const attempt = new AbortController()
  const end = () => attempt.abort()
  const timer = setTimeout(end, limit)
  given_up.addEventListener("abort", end)
  try {
    return await Promise.race([send(attempt.signal), ended(attempt.signal)])
  } finally {
    clearTimeout(timer)
    given_up.removeEventListener("abort", end)
  }
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("No answer")))
  })
}

/** Waits; at once over when it is given up. */
function pause(milliseconds: number, given_up: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      given_up.removeEventListener("abort", end)
      resolve()
    }
    const timer = setTimeout(end, given_up.aborted ? 0 : milliseconds)
    given_up.addEventListener("abort", end)
  })
}
