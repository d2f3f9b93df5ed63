/** A whole number of base64 groups; 512 KiB as text. */
const PART_BYTES = 384 * 1024

type StorePart = (
  file_id: string,
  position: number,
  /** Base64. */
  content: string
) => Promise<void>

/** Cuts a file into parts as its bytes come, so that no more than one is held. */
export class FileWriter {
  private waiting: Uint8Array[] = []
  private waitingBytes = 0
  private position = 0
  private storedBytes = 0

  constructor(
    readonly file_id: string,
    private readonly store: StorePart
  ) {}

  /** Bytes so far. */
  get size(): number {
    return this.storedBytes + this.waitingBytes
  }

  /** Takes more bytes; they are read before it resolves and not kept changed afterwards. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let start = 0; start < bytes.length;) {
      const piece = bytes.subarray(
        start,
        start + PART_BYTES - this.waitingBytes
      )
      this.waiting.push(piece)
      this.waitingBytes += piece.length
      start += piece.length
      if (this.waitingBytes === PART_BYTES) {
        await this.flush()
      }
    }
  }

  /** Stores what is left. @returns the file's size in bytes. */
  async end(): Promise<number> {
    if (this.waitingBytes) {
      await this.flush()
    }
    return this.storedBytes
  }

  private async flush(): Promise<void> {
    const part = Buffer.concat(this.waiting)
    this.waiting = []
    this.waitingBytes = 0
    await this.store(this.file_id, this.position, part.toString("base64"))
    this.position += 1
    this.storedBytes += part.length
  }
}
