import {
  FoundParcel,
  NewScan,
  CountDecision,
  CountedScan,
  EarlierScan,
  LineCodes,
  TableOrder,
  TableKey,
} from "../packing-rows"
import { Sql, SqlStore } from "../sql-store"
import { insertMarks, NewParcelMark, undoMarks } from "../write-parcel-marks"

export type {
  FoundParcel,
  NewScan,
  CountDecision,
  CountedScan,
  EarlierScan,
  LineCodes,
  TableOrder,
} from "../packing-rows"

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

const PARCEL_COLUMNS =
  "id, channel_id, external_id, order_ids, state, tracking_number, carrier"

/** What a parcel's waybills may carry; each has its index. */
const CODE_COLUMNS = [
  "tracking_number",
  "pickup_number",
  "delivery_number",
  "return_number",
  "external_id",
]

/** Units that a scan puts in at once. */
type Units = { quantity: number }

/** Parcels found by what a scanner reads, and their contents counted off. */
export class PackingTableService extends SqlStore {
  /** Parcels with one of these numbers on their waybills, or with one of these package ids. */
  async findParcels(codes: string[]): Promise<FoundParcel[]> {
    return this.sql(
      CODE_COLUMNS.map(
        (column) =>
          `SELECT ${PARCEL_COLUMNS} FROM marketplace_parcel
            WHERE ${column} = ANY(${ID_LIST}) AND deleted_at IS NULL`
      ).join(" UNION "),
      CODE_COLUMNS.map(() => JSON.stringify(codes))
    )
  }

  /** Parcels of orders with one of these ids. */
  async findParcelsOfOrders(external_ids: string[]): Promise<FoundParcel[]> {
    return this.sql(
      `SELECT COALESCE(parcel.id, o.id) AS id, o.channel_id,
              COALESCE(parcel.external_id, o.id) AS external_id,
              COALESCE(parcel.order_ids, ARRAY[o.id]) AS order_ids,
              parcel.state, parcel.tracking_number, parcel.carrier
         FROM marketplace_channel_order AS o
         LEFT JOIN marketplace_parcel AS parcel
           ON parcel.order_ids @> ARRAY[o.id] AND parcel.deleted_at IS NULL
        WHERE o.channel_id = ANY(ARRAY(SELECT id FROM marketplace_channel))
          AND o.external_id = ANY(${ID_LIST}) AND o.deleted_at IS NULL
        ORDER BY 1`,
      [JSON.stringify(external_ids)]
    )
  }

  /** A parcel by its id, or an order without parcels by the order's. */
  async findParcel(id: string): Promise<FoundParcel | null> {
    const [parcel] = await this.sql<FoundParcel>(
      `SELECT ${PARCEL_COLUMNS} FROM marketplace_parcel
        WHERE id = ? AND deleted_at IS NULL
        UNION ALL
       SELECT id, channel_id, id, ARRAY[id], NULL, NULL, NULL
          FROM marketplace_channel_order
        WHERE id = ? AND deleted_at IS NULL`,
      [id, id]
    )
    return parcel ?? null
  }

  /** The parcel that a scan was found to be of, or the order without parcels. */
  async findScannedParcel({
    channel_id,
    parcel_external_id,
  }: TableKey): Promise<FoundParcel | null> {
    const [parcel] = await this.sql<FoundParcel>(
      `SELECT ${PARCEL_COLUMNS} FROM marketplace_parcel
        WHERE channel_id = ? AND external_id = ? AND deleted_at IS NULL
        UNION ALL
       SELECT id, channel_id, id, ARRAY[id], NULL, NULL, NULL
          FROM marketplace_channel_order
        WHERE channel_id = ? AND id = ? AND deleted_at IS NULL`,
      [channel_id, parcel_external_id, channel_id, parcel_external_id]
    )
    return parcel ?? null
  }

  /** Orders with all that deciding about their parcels looks at, but the parcels' marks. */
  async readOrders(ids: string[]): Promise<TableOrder[]> {
    const rows = await this.sql<TableOrder>(
      `SELECT o.id, o.channel_id, o.external_id, o.display_id, o.raw_status, o.payload,
              o.reservation_generation, o.content_hash, o.external_updated_at,
              o.medusa_order_id, o.host_state, o.import_rule, o.settle_due_at,
              ARRAY(SELECT line.id FROM marketplace_channel_order_line AS line
                     WHERE line.channel_order_id = o.id
                       AND line.deleted_at IS NULL) AS line_ids,
              COALESCE((SELECT jsonb_agg(receipt.lines)
                          FROM marketplace_receipt AS receipt
                         WHERE receipt.channel_order_id = o.id
                           AND receipt.deleted_at IS NULL), '[]') AS receipts,
              COALESCE((SELECT jsonb_agg(jsonb_build_object(
                                 'kind', request.kind, 'state', request.state,
                                 'lines', request.lines,
                                 'received_at', request.received_at))
                          FROM marketplace_buyer_request AS request
                         WHERE request.channel_order_id = o.id
                           AND request.deleted_at IS NULL), '[]') AS requests
         FROM marketplace_channel_order AS o
        WHERE o.id = ANY(${ID_LIST}) AND o.deleted_at IS NULL
        ORDER BY o.id`,
      [JSON.stringify(ids)]
    )
    return rows.map((row) => ({
      ...row,
      external_updated_at: new Date(row.external_updated_at),
      settle_due_at: row.settle_due_at && new Date(row.settle_due_at),
    }))
  }

  /** What items of these orders' lines may carry. */
  async lineCodes(channel_order_ids: string[]): Promise<LineCodes[]> {
    return this.sql(
      `SELECT line.id AS line_id, line.variant_id, listing.barcode,
              listing.seller_sku, listing.image_url
         FROM marketplace_channel_order_line AS line
         LEFT JOIN marketplace_listing AS listing
           ON listing.channel_id = line.channel_id
          AND listing.external_sku_id = line.external_sku_id
          AND listing.deleted_at IS NULL
        WHERE line.channel_order_id = ANY(${ID_LIST}) AND line.deleted_at IS NULL`,
      [JSON.stringify(channel_order_ids)]
    )
  }

  /** Units counted so far, by order line. */
  async counts(parcel: TableKey): Promise<Map<string, number>> {
    return countsOf(this.sql, parcel)
  }

  /**
   * Writes a scan down that counts nothing, with the marks that it makes.
   * @returns what was written down for the same step before; then nothing is now.
   */
  async record(
    scan: NewScan,
    marks: NewParcelMark[] = []
  ): Promise<EarlierScan | null> {
    return marks.length
      ? this.transaction(async (sql) => {
          const earlier = await insertScan(sql, scan)
          await insertMarks(sql, earlier ? [] : marks)
          return earlier
        })
      : insertScan(this.sql, scan)
  }

  /**
   * Counts an item, while nobody else counts for the parcel: two tables that pack one parcel
   * count one after the other, and one step that arrives twice counts once.
   * @param decide given what was counted before.
   */
  async count(
    item: TableKey & Pick<NewScan, "id" | "scanned" | "actor"> & Units,
    decide: (counts: Map<string, number>) => CountDecision
  ): Promise<CountedScan> {
    return this.transaction(async (sql) => {
      await lockParcel(sql, item)
      const counts = await countsOf(sql, item)
      const { marks, ...decision } = decide(counts)
      const earlier = await insertScan(sql, { ...item, ...decision })
      if (earlier) {
        return { earlier, ok: earlier.ok, code: earlier.code, counts }
      }
      await insertMarks(sql, marks)
      const { ok, code, line_id } = decision
      if (ok && line_id !== null) {
        counts.set(line_id, (counts.get(line_id) ?? 0) + item.quantity)
      }
      return { earlier: null, ok, code, counts }
    })
  }

  /**
   * Takes the item back that was counted last, and the parcel's mark *packed* with it. The step
   * leaves a row of its own, so that one that arrives twice takes back once.
   * @returns what was scanned; null when nothing is counted, and nothing is written down.
   */
  async undoLast(
    parcel: TableKey & {
      /** Of the step's own row. */
      id: string
      channel_order_ids: string[]
      /** As on the mark; null for an order without parcels. */
      mark_parcel_external_id: string | null
      actor: string
    }
  ): Promise<{ scanned: string; earlier: EarlierScan | null } | null> {
    return this.transaction(async (sql) => {
      await lockParcel(sql, parcel)
      const [last] = await sql<{ id: string; scanned: string }>(
        `SELECT id, scanned FROM marketplace_scan
          WHERE channel_id = ? AND parcel_external_id = ?
            AND station = 'packing' AND ok AND line_id IS NOT NULL
            AND undone_at IS NULL AND deleted_at IS NULL
          ORDER BY at DESC, id DESC LIMIT 1`,
        [parcel.channel_id, parcel.parcel_external_id]
      )
      if (!last) {
        return null
      }
      const { scanned } = last
      const undo = { ...parcel, scanned, ok: true, code: "undone" }
      const earlier = await insertScan(sql, undo)
      if (earlier) {
        return { scanned, earlier }
      }
      // The undo's own row counts as little as the one that it takes back.
      await sql(
        `UPDATE marketplace_scan
            SET undone_at = clock_timestamp(), updated_at = clock_timestamp()
          WHERE id IN (?, ?)`,
        [last.id, parcel.id]
      )
      await undoMarks(sql, {
        channel_order_ids: parcel.channel_order_ids,
        parcel_external_id: parcel.mark_parcel_external_id,
        kind: "packed",
        actor: parcel.actor,
      })
      return { scanned, earlier: null }
    })
  }

  /**
   * Takes a parcel's mark *packed* back with everything that was counted for it: it is to be
   * counted anew. @returns how many marks there were.
   */
  async undoPacked(
    parcel: TableKey & {
      channel_order_ids: string[]
      /** As on the mark; null for an order without parcels. */
      mark_parcel_external_id: string | null
      actor: string
      reason: string | null
    }
  ): Promise<number> {
    return this.transaction(async (sql) => {
      await lockParcel(sql, parcel)
      await sql(
        `UPDATE marketplace_scan
            SET undone_at = clock_timestamp(), updated_at = clock_timestamp()
          WHERE channel_id = ? AND parcel_external_id = ?
            AND station = 'packing' AND ok AND line_id IS NOT NULL
            AND undone_at IS NULL AND deleted_at IS NULL`,
        [parcel.channel_id, parcel.parcel_external_id]
      )
      return undoMarks(sql, {
        channel_order_ids: parcel.channel_order_ids,
        parcel_external_id: parcel.mark_parcel_external_id,
        kind: "packed",
        actor: parcel.actor,
        reason: parcel.reason,
      })
    })
  }
}

/** Until the transaction ends, nobody else counts for the parcel. */
async function lockParcel(
  sql: Sql,
  { channel_id, parcel_external_id }: TableKey
): Promise<void> {
  await sql(`SELECT pg_advisory_xact_lock(hashtextextended(?, 0))`, [
    `marketplaces:packing:${channel_id}:${parcel_external_id}`,
  ])
}

async function countsOf(
  sql: Sql,
  { channel_id, parcel_external_id }: TableKey
): Promise<Map<string, number>> {
  const rows = await sql<{ line_id: string; units: number }>(
    `SELECT line_id, SUM(quantity)::int AS units FROM marketplace_scan
      WHERE channel_id = ? AND parcel_external_id = ? AND station = 'packing'
        AND ok AND line_id IS NOT NULL AND undone_at IS NULL
        AND deleted_at IS NULL
      GROUP BY line_id`,
    [channel_id, parcel_external_id]
  )
  return new Map(rows.map(({ line_id, units }) => [line_id, units]))
}

/**
 * Writes a scan down, unless the same step has been: the row's key decides, also between two
 * requests at once. @returns what is there already; null when it is written now.
 */
async function insertScan(
  sql: Sql,
  scan: NewScan & Partial<Units> & { line_id?: string | null }
): Promise<EarlierScan | null> {
  const made = await sql(
    `INSERT INTO marketplace_scan
       (id, station, channel_id, parcel_external_id, scanned, ok, code, line_id,
        quantity, at, actor)
     VALUES (?, 'packing', ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      scan.id,
      scan.channel_id,
      scan.parcel_external_id,
      scan.scanned,
      scan.ok,
      scan.code,
      scan.line_id ?? null,
      scan.quantity ?? 1,
      scan.actor,
    ]
  )
  if (made.length) {
    return null
  }
  const [earlier] = await sql<EarlierScan>(
    `SELECT id, channel_id, parcel_external_id, scanned, ok, code
       FROM marketplace_scan WHERE id = ?`,
    [scan.id]
  )
  return earlier
}
