import { once } from "node:events"
import { crc32, createDeflateRaw } from "node:zlib"

export type ZipPart = { name: string; content: Iterable<string | Buffer> }

/** Lies that an archive can tell about a part. */
export type ZipLies = {
  /** Unpacked size that the directory states (bytes). */
  stated_size?: number
  crc?: number
  /** Bit 0 of the flags: locked with a password. */
  is_encrypted?: boolean
}

/** Writes an archive by hand, its parts in the order given. */
export async function writeZip(
  parts: ZipPart[],
  lies: { [name: string]: ZipLies } = {}
): Promise<Buffer> {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of parts) {
    const packed = await pack(content)
    const lie = lies[name] ?? {}
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(lie.is_encrypted ? 0x801 : 0x800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt16LE(0x21, 8)
    fields.writeUInt32LE(lie.crc ?? packed.crc, 10)
    fields.writeUInt32LE(packed.bytes.length, 14)
    fields.writeUInt32LE(lie.stated_size ?? packed.size, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const start = Buffer.from("PK\u0003\u0004", "latin1")
    const local = [start, fields, Buffer.from(name), packed.bytes]
    directory.push(directoryEntry(name, fields, at))
    pieces.push(...local)
    at += local.reduce((sum, piece) => sum + piece.length, 0)
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write("PK\u0005\u0006", "latin1")
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, list, end])
}

function directoryEntry(name: string, fields: Buffer, at: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.write("PK\u0001\u0002", "latin1")
  entry.writeUInt16LE(20, 4)
  fields.copy(entry, 6)
  entry.writeUInt32LE(at, 42)
  return Buffer.concat([entry, Buffer.from(name)])
}

async function pack(content: Iterable<string | Buffer>) {
  const stream = createDeflateRaw({ level: 1 })
  const packed: Buffer[] = []
  stream.on("data", (piece: Buffer) => packed.push(piece))
  let crc = 0
  let size = 0
  for (const part of content) {
    const piece = typeof part === "string" ? Buffer.from(part) : part
    crc = crc32(piece, crc)
    size += piece.length
    if (!stream.write(piece)) {
      await once(stream, "drain")
    }
  }
  const ended = once(stream, "end")
  stream.end()
  await ended
  return { bytes: Buffer.concat(packed), crc, size }
}
