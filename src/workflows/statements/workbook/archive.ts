import { crc32 } from "node:zlib"
import { Entry, openPromise, ZipFile } from "yauzl"
import { MOST_ENTRIES, MOST_UNPACKED_BYTES } from "./limits"
import { archiveError, fileError } from "./statement-file-error"

/** Parts that run code: Visual Basic, and the macro sheets before it. */
const MACROS = /(^|\/)(vbaProject\.bin|macrosheets\/)/i

/** The files inside a workbook. What is not read is never unpacked. */
export class Archive {
  private readonly parts = new Map<string, Entry>()

  private constructor(private readonly zip: ZipFile) {}

  /**
   * Looks through the directory of an archive before anything is unpacked.
   * @throws {StatementFileError} `damaged_workbook`, `expands_too_much`, `macros`, `password_protected`.
   */
  static async open(path: string): Promise<Archive> {
    const zip = await openPromise(path, {
      autoClose: false,
      lazyEntries: true,
    }).catch((error: unknown) => {
      throw archiveError(error)
    })
    const archive = new Archive(zip)
    try {
      await archive.readDirectory()
      return archive
    } catch (error) {
      zip.close()
      throw archiveError(error)
    }
  }

  has(name: string): boolean {
    return this.parts.has(name.toLowerCase())
  }

  /**
   * Unpacks one part, piece by piece; its check sum is right once all of it was read.
   * @throws {StatementFileError} when the part is missing, broken or larger than stated.
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.parts.get(name.toLowerCase())
    if (!entry) {
      throw fileError("damaged_workbook", { detail: `${name} is missing` })
    }
    try {
      const stream = await this.zip.openReadStreamPromise(entry)
      let check = 0
      for await (const piece of stream) {
        check = crc32(piece, check)
        yield piece
      }
      if (check !== entry.crc32) {
        throw fileError("damaged_workbook", {
          detail: `${name} is not what was packed`,
        })
      }
    } catch (error) {
      throw archiveError(error)
    }
  }

  close(): void {
    this.zip.close()
  }

  private async readDirectory(): Promise<void> {
    if (this.zip.entryCount > MOST_ENTRIES) {
      throw fileError("expands_too_much", { entries: this.zip.entryCount })
    }
    let size = 0
    for await (const entry of this.zip.eachEntry()) {
      size += entry.uncompressedSize
      if (size > MOST_UNPACKED_BYTES || this.parts.size >= MOST_ENTRIES) {
        throw fileError("expands_too_much", { most_bytes: MOST_UNPACKED_BYTES })
      }
      if (MACROS.test(entry.fileName)) {
        throw fileError("macros", { part: entry.fileName })
      }
      if (entry.isEncrypted()) {
        throw fileError("password_protected")
      }
      this.parts.set(entry.fileName.toLowerCase(), entry)
    }
  }
}
