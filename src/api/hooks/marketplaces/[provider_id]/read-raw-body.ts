import { MedusaRequest } from "@medusajs/framework/http"

/** The body byte for byte, as its signature was made; null when it exceeds the limit. */
export async function readRawBody(
  req: MedusaRequest,
  most_bytes: number
): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= most_bytes) {
      chunks.push(chunk)
    }
  }
  return size > most_bytes ? null : Buffer.concat(chunks)
}
