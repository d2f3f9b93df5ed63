import { mkdtemp, open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { MOST_FILE_BYTES } from "./limits"
import { fileError } from "./statement-file-error"

export type TemporaryFile = { path: string; remove(): Promise<void> }

/**
 * Writes what comes piece by piece into a file, because an archive is read from its end.
 * @throws {StatementFileError} `too_large`, `empty_file`.
 */
export async function keepTemporarily(
  source: AsyncIterable<Uint8Array>
): Promise<TemporaryFile> {
  const folder = await mkdtemp(join(tmpdir(), "marketplace-statement-"))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, "statement")
    await write(path, source)
    return { path, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function write(
  path: string,
  source: AsyncIterable<Uint8Array>
): Promise<void> {
  const file = await open(path, "wx", 0o600)
  try {
    let size = 0
    for await (const piece of source) {
      size += piece.byteLength
      if (size > MOST_FILE_BYTES) {
        throw fileError("too_large", { most_bytes: MOST_FILE_BYTES })
      }
      await file.appendFile(piece)
    }
    if (size === 0) {
      throw fileError("empty_file")
    }
  } finally {
    await file.close()
  }
}
