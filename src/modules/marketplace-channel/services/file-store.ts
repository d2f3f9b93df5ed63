import { generateEntityId } from "@medusajs/framework/utils"
import { JsonObject } from "../../../domain/shared/json"
import { Sql, SqlStore } from "../sql-store"
import { FileWriter } from "./file-writer"

/** A file that is to be kept. */
export type NewFile = {
  /** The run that makes it; null for files of something else. */
  run_id: string | null
  filename: string
  mime_type: string
  /** Null for a file that is kept until what it belongs to goes. */
  expires_at: Date | null
}

export type StoredFile = NewFile & {
  id: string
  /** Bytes. */
  size: number
}

/** Longer than any run takes to write its files. */
const ABANDONED_AFTER = "1 day"
/** Then somebody has looked for pieces of files that were never finished, many times. */
const LOOKED_AT_FOR = "30 days"
/** A file may be hundreds of megabytes. */
const FILES_AT_ONCE = 20

/** Files with buyers' data, for as long as they are needed. */
export class FileStoreService extends SqlStore {
  /** Takes the bytes of a file piece by piece; nobody sees it until it is published. */
  openWriter(): FileWriter {
    return new FileWriter(
      generateEntityId(undefined, "mpfile"),
      (file_id, position, content) =>
        this.insertPart(file_id, position, content)
    )
  }

  /** Keeps a file that is at hand as a whole. */
  async add(file: NewFile, content: Uint8Array): Promise<StoredFile> {
    const writer = this.openWriter()
    await writer.write(content)
    return this.keep(file, writer)
  }

  /** Keeps what a writer has taken. */
  async keep(file: NewFile, writer: FileWriter): Promise<StoredFile> {
    const size = await writer.end()
    const stored = { ...file, id: writer.file_id, size }
    await insertFile(this.sql, stored)
    return stored
  }

  /**
   * Shows the files that a run has written, together with where the run goes on after them.
   * @returns false when the run has published before, here or in another process; these
   * files are then dropped.
   */
  async publishOfRun(
    run_id: string,
    files: StoredFile[],
    checkpoint: JsonObject
  ): Promise<boolean> {
    const isFirst = await this.transaction(async (sql) => {
      const rows = await sql(
        `UPDATE marketplace_run SET checkpoint = ?::jsonb
          WHERE id = ? AND checkpoint IS NULL RETURNING id`,
        [JSON.stringify(checkpoint), run_id]
      )
      for (const file of rows.length ? files : []) {
        await insertFile(sql, file)
      }
      return rows.length > 0
    })
    if (!isFirst) {
      await this.discard(files.map(({ id }) => id))
    }
    return isFirst
  }

  /** Files of runs that may still be fetched, in the order they were made. */
  async listOfRuns(run_ids: string[]): Promise<StoredFile[]> {
    const rows = await this.sql<StoredFile>(
      `SELECT id, run_id, filename, mime_type, size, expires_at
         FROM marketplace_file
        WHERE run_id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))
          AND (expires_at IS NULL OR expires_at > clock_timestamp())
          AND deleted_at IS NULL
        ORDER BY created_at, id`,
      [JSON.stringify(run_ids)]
    )
    return rows.map(toStoredFile)
  }

  /** A file that may still be fetched; null when it is unknown or gone. */
  async find(id: string): Promise<StoredFile | null> {
    const [file] = await this.sql<StoredFile>(
      `SELECT id, run_id, filename, mime_type, size, expires_at
         FROM marketplace_file
        WHERE id = ? AND deleted_at IS NULL
          AND (expires_at IS NULL OR expires_at > clock_timestamp())`,
      [id]
    )
    return file ? toStoredFile(file) : null
  }

  /** The bytes of a file, a part at a time. */
  async *read(id: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const [part] = await this.sql<{ content: string }>(
        `SELECT content FROM marketplace_file_part
          WHERE file_id = ? AND position = ? AND deleted_at IS NULL`,
        [id, position]
      )
      if (!part) {
        return
      }
      yield Buffer.from(part.content, "base64")
    }
  }

  /** Forgets files, or what was written of them so far. */
  async discard(ids: string[]): Promise<void> {
    const list = JSON.stringify(ids)
    for (const [table, column] of [
      ["marketplace_file", "id"],
      ["marketplace_file_part", "file_id"],
    ]) {
      await this.sql(
        `DELETE FROM ${table}
          WHERE ${column} = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))
            AND deleted_at IS NULL`,
        [list]
      )
    }
  }

  /** Forgets files whose time is over, and pieces of files that were never finished. */
  async removeExpired(): Promise<void> {
    await this.discardAll_(
      `SELECT id FROM marketplace_file
        WHERE expires_at <= now() AND deleted_at IS NULL
        LIMIT ${FILES_AT_ONCE}`
    )
    await this.discardAll_(
      `SELECT part.file_id AS id FROM marketplace_file_part AS part
        WHERE part.position = 0 AND part.deleted_at IS NULL
          AND part.created_at < now() - interval '${ABANDONED_AFTER}'
          AND part.created_at > now() - interval '${LOOKED_AT_FOR}'
          AND NOT EXISTS (SELECT FROM marketplace_file AS file
                           WHERE file.id = part.file_id)
        LIMIT ${FILES_AT_ONCE}`
    )
  }

  /** @param due compares with `now()`: with `clock_timestamp()` no index could serve it. */
  private async discardAll_(due: string): Promise<void> {
    for (;;) {
      const files = await this.sql<{ id: string }>(due)
      await this.discard(files.map(({ id }) => id))
      if (files.length < FILES_AT_ONCE) {
        return
      }
    }
  }

  private insertPart(
    file_id: string,
    position: number,
    content: string
  ): Promise<void> {
    return this.bound(
      `INSERT INTO marketplace_file_part (id, file_id, position, content)
       VALUES (?, ?, ?, ?)`,
      [generateEntityId(undefined, "mpfpart"), file_id, position, content]
    )
  }
}

function toStoredFile(row: StoredFile): StoredFile {
  return { ...row, expires_at: row.expires_at && new Date(row.expires_at) }
}

async function insertFile(sql: Sql, file: StoredFile): Promise<void> {
  await sql(
    `INSERT INTO marketplace_file
       (id, run_id, filename, mime_type, size, expires_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?::timestamptz, clock_timestamp())`,
    [
      file.id,
      file.run_id,
      file.filename,
      file.mime_type,
      file.size,
      file.expires_at?.toISOString() ?? null,
    ]
  )
}
