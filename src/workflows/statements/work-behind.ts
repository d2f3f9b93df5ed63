/**
 * Works off what comes, one after the other, while the next is being made already. Nothing is
 * under way any more in the end, whatever happened.
 *
 * @throws what the source or the work throws first; nothing more is worked off then.
 */
export async function workBehind<T>(
  source: AsyncIterable<T>,
  work: (item: T) => Promise<void>
): Promise<void> {
  let working = Promise.resolve()
  try {
    for await (const item of source) {
      await working
      working = work(item)
      // It is thrown where it is awaited, which may be after the next item was made.
      working.catch(() => undefined)
    }
    await working
  } finally {
    await working.catch(() => undefined)
  }
}
