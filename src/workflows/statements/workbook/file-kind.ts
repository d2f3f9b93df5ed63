import { createReadStream } from "node:fs"
import { FileProblemCode } from "../../../domain/statements/file-problem"
import { fileError } from "./statement-file-error"

const ZIP = Buffer.from("PK\u0003\u0004", "latin1")
const EMPTY_ZIP = Buffer.from("PK\u0005\u0006", "latin1")

/** The container of files before 2007, and of workbooks that are locked with a password. */
const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex")

/** Older than the container itself: bare BIFF streams. */
const BARE_BIFF = [Buffer.from("0908", "hex"), Buffer.from("0904", "hex")]

/** Name of the part that holds a locked workbook, as the container writes names. */
const LOCKED_PART = Buffer.from("EncryptedPackage", "utf16le")

/**
 * Tells by its first bytes that a file is an archive, which workbooks are.
 * @throws {StatementFileError} naming what else it is.
 */
export async function requireArchive(path: string): Promise<void> {
  const start = await readStart(path)
  const startsWith = (magic: Buffer) =>
    start.subarray(0, magic.length).equals(magic)
  if (startsWith(ZIP)) {
    return
  }
  let code: FileProblemCode = "not_a_workbook"
  if (startsWith(EMPTY_ZIP)) {
    code = "damaged_workbook"
  } else if (startsWith(COMPOUND)) {
    code = (await contains(path, LOCKED_PART))
      ? "password_protected"
      : "old_workbook"
  } else if (BARE_BIFF.some(startsWith)) {
    code = "old_workbook"
  }
  throw fileError(code)
}

async function readStart(path: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of createReadStream(path, { end: 15 })) {
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

async function contains(path: string, wanted: Buffer): Promise<boolean> {
  let rest = Buffer.alloc(0)
  for await (const piece of createReadStream(path)) {
    const text = Buffer.concat([rest, piece])
    if (text.includes(wanted)) {
      return true
    }
    rest = text.subarray(-wanted.length)
  }
  return false
}
