import ExcelJS from "exceljs"
import { Client } from "pg"

const COLUMNS = [
  "id",
  "statement_id",
  "channel_id",
  "source",
  "sheet",
  "row",
  "kind",
  "raw_kind",
  "external_order_id",
  "external_line_id",
  "item_ref",
  "quantity",
  "ordered_at",
  "settled_at",
  "currency_code",
  "amounts",
  "fee_parts",
  "raw",
  "row_key",
  "money_key",
  "refusals",
]
const AT_ONCE = 1_000
const TABLE = "bench_statement_line"

/**
 * The least that reading a statement can be: exceljs streams the workbook, and rows as large as
 * ours go into an equal table by bound parameters. Nothing is checked, understood or compared.
 * @returns how many rows went in.
 */
export async function readBarely(
  path: string,
  statement_id: string
): Promise<number> {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${TABLE} (LIKE marketplace_statement_line INCLUDING ALL)`
    )
    let rows: unknown[][] = []
    let count = 0
    const insert = async () => {
      await client.query(insertOf(rows.length), rows.flat())
      count += rows.length
      rows = []
    }
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
      sharedStrings: "cache",
      styles: "cache",
      hyperlinks: "ignore",
      worksheets: "emit",
      entries: "emit",
    })
    for await (const sheet of reader) {
      for await (const row of sheet) {
        const values = row.values as (string | undefined)[]
        if (values.length < 20 || row.number === 1) {
          continue
        }
        rows.push(rowOf(statement_id, row.number, values))
        if (rows.length === AT_ONCE) {
          await insert()
        }
      }
    }
    if (rows.length) {
      await insert()
    }
    return count
  } finally {
    await client.end()
  }
}

/** Leaves nothing that other measurements would find due. */
export async function forgetStatements(): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(`DROP TABLE IF EXISTS ${TABLE}`)
  await client.query("TRUNCATE marketplace_statement_line")
  await client.query("TRUNCATE marketplace_settlement")
  await client.end()
}

function rowOf(
  statement_id: string,
  row: number,
  values: (string | undefined)[]
): unknown[] {
  const [, id, kind, ordered_at, settled_at, , net, revenue] = values
  return [
    `${statement_id}_${row}`,
    statement_id,
    "mpchan_bench",
    "file",
    "Chi tiết đơn hàng",
    row,
    "sale",
    kind,
    id,
    null,
    null,
    null,
    ordered_at,
    settled_at,
    "vnd",
    JSON.stringify({ revenue, net }),
    JSON.stringify(values.slice(11, 24)),
    JSON.stringify(values),
    `${id} ${settled_at} ${net}`,
    `${id} ${net}`,
    null,
  ]
}

function insertOf(count: number): string {
  const width = COLUMNS.length
  const rows = Array.from({ length: count }, (_, row) => {
    const places = COLUMNS.map((_, column) => `$${row * width + column + 1}`)
    return `(${places.join(",")})`
  })
  return `INSERT INTO ${TABLE} (${COLUMNS.join(",")}) VALUES ${rows.join(",")}`
}
