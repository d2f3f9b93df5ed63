/** For the whole file (milliseconds). */
const MOST_MS = 10_000
/** A barcode or a font has some tens of kilobytes. */
const MOST_BYTES = 2 * 1024 * 1024

export type PageFile = { content_type: string; body: Buffer }

/**
 * Fetches a file that a strange page shows.
 * @returns null when there is none, and for one that is too large.
 * @throws when it is elsewhere by now, or does not come in time.
 */
export async function fetchPageFile(url: string): Promise<PageFile | null> {
  const response = await fetch(url, {
    redirect: "error",
    signal: AbortSignal.timeout(MOST_MS),
  })
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    return null
  }
  const pieces: Uint8Array[] = []
  let size = 0
  // Leaving the loop ends the transfer.
  for await (const piece of response.body as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > MOST_BYTES) {
      return null
    }
    pieces.push(piece)
  }
  const content_type = response.headers.get("content-type") ?? ""
  return { content_type, body: Buffer.concat(pieces) }
}
