import { MarketplaceError } from "../../domain/provider/marketplace-error"

/** The error that a work ends with. */
export async function errorOf(
  work: Promise<unknown>
): Promise<MarketplaceError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason
  )
  if (!(error instanceof MarketplaceError)) {
    throw new Error(`no MarketplaceError but ${String(error)}`)
  }
  return error
}

/** Lets pauses between attempts pass at once; for tests with fake timers. */
export async function atOnce<T>(work: Promise<T>): Promise<T> {
  let done = false
  const settled = work.finally(() => (done = true))
  settled.catch(() => undefined)
  while (!done) {
    await jest.advanceTimersByTimeAsync(1000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return settled
}
