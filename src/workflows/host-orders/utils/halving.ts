import { isTransient, messageOf } from "./transient-error"

export type Refusal<Row> = { row: Row; message: string }

/**
 * Applies a batch; when it is refused, its halves, down to the single row, which
 * is set aside with the reason. `apply` must leave nothing behind that a second
 * application of the same row would trip over.
 * @throws the error itself when it is transient: then no row is to blame.
 */
export async function applyHalving<Row>(
  rows: Row[],
  apply: (batch: Row[]) => Promise<void>
): Promise<Refusal<Row>[]> {
  if (!rows.length) {
    return []
  }
  try {
    await apply(rows)
    return []
  } catch (error) {
    if (isTransient(error)) {
      throw error
    }
    if (rows.length === 1) {
      return [{ row: rows[0], message: messageOf(error) }]
    }
  }
  const middle = Math.ceil(rows.length / 2)
  return [
    ...(await applyHalving(rows.slice(0, middle), apply)),
    ...(await applyHalving(rows.slice(middle), apply)),
  ]
}

export type CreateMissing<Row> = {
  rows: Row[]
  idOf: (row: Row) => string
  /** Which of the ids are taken. */
  findExisting: (ids: string[]) => Promise<Iterable<string>>
  /** All or nothing. */
  create: (missing: Row[]) => Promise<unknown>
}

/**
 * Creates the rows whose id is free. Rows that somebody else creates meanwhile
 * count as existing: ids are looked up again before every further try.
 */
export async function createMissing<Row>({
  rows,
  idOf,
  findExisting,
  create,
}: CreateMissing<Row>): Promise<{
  created: string[]
  existing: string[]
  refused: Refusal<Row>[]
}> {
  const created = new Set<string>()
  const existing = new Set<string>()
  const unique = [...new Map(rows.map((row) => [idOf(row), row])).values()]

  const refused = await applyHalving(unique, async (batch) => {
    const taken = new Set(await findExisting(batch.map(idOf)))
    const missing = batch.filter((row) => !taken.has(idOf(row)))
    batch
      .map(idOf)
      .filter((id) => taken.has(id) && !created.has(id))
      .forEach((id) => existing.add(id))
    if (!missing.length) {
      return
    }
    try {
      await create(missing)
    } catch (error) {
      if (missing.length > 1 || isTransient(error)) {
        throw error
      }
      const [id] = missing.map(idOf)
      if (!new Set(await findExisting([id])).has(id)) {
        throw error
      }
      existing.add(id)
      return
    }
    missing.forEach((row) => created.add(idOf(row)))
  })

  return { created: [...created], existing: [...existing], refused }
}
