import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MedusaContainer } from "@medusajs/framework/types"
import { readStockFacts } from "../../src/modules/marketplace-channel/read-stock-facts"
import { Sql } from "../../src/modules/marketplace-channel/sql-store"
import { FakeStock } from "../fixtures/fake-provider/stock"
import { marketplacesOf } from "../../src/workflows/marketplaces"

/** What Medusa itself says of one inventory item, as of one moment. */
export type Truth = {
  stocked: number
  /** As the level keeps it, and by the live reservations. */
  reserved: number
  rows: number
  /** Of them, of units that were sold unseen. */
  held: number
  /** Units that imported orders stand for. */
  counted: number
}

/** A write that was decided, with what was true when its database read was made. */
export type JudgedWrite = {
  quantity: number
  seen: number
  /** Sold and not cancelled on the marketplace when its counters were read. */
  sold: number
  watermark: Truth
}

const TRUTH = `
SELECT level.stocked_quantity::float8 AS stocked, level.reserved_quantity::float8 AS reserved,
       (SELECT COALESCE(sum(quantity), 0)::float8 FROM reservation_item
         WHERE inventory_item_id = level.inventory_item_id
           AND location_id = level.location_id AND deleted_at IS NULL) AS rows,
       (SELECT COALESCE(sum(quantity), 0)::float8 FROM reservation_item
         WHERE inventory_item_id = level.inventory_item_id
           AND location_id = level.location_id AND deleted_at IS NULL
           AND external_id LIKE 'marketplaces:unseen:%') AS held,
       (SELECT COALESCE(sum(net), 0)::float8 FROM marketplace_stock_demand
         WHERE channel_id = ? AND deleted_at IS NULL) AS counted
  FROM inventory_level AS level
 WHERE level.inventory_item_id = ? AND level.deleted_at IS NULL`

type Knex = {
  transaction<T>(
    work: (trx: {
      raw(
        statement: string,
        params: unknown[]
      ): Promise<{ rows: Record<string, unknown>[] }>
    }) => Promise<T>,
    options: { isolationLevel: "repeatable read" }
  ): Promise<T>
}

/**
 * Watches a channel with one listing: the worker's database read runs in a transaction that
 * also reads what Medusa says, so that both are of the same moment, and every write that is
 * decided is kept beside it. Nothing is decided otherwise than without it.
 * @param sold units sold and not cancelled on the marketplace by now.
 */
export class Watermarks {
  readonly truths: Truth[] = []
  readonly writes: JudgedWrite[] = []
  private sold_when_read = 0
  private readonly spies: jest.SpyInstance[]

  constructor(
    private readonly container: MedusaContainer,
    private readonly channel_id: string,
    private readonly inventory_item_id: string,
    marketplace: FakeStock,
    sold: () => number
  ) {
    const { stockBook } = marketplacesOf(container)
    const read = marketplace.read.bind(marketplace)
    const record = stockBook.record.bind(stockBook)
    this.spies = [
      jest.spyOn(marketplace, "read").mockImplementation((...asked) => {
        this.sold_when_read = sold()
        return read(...asked)
      }),
      jest.spyOn(stockBook, "readFacts").mockImplementation((...asked) =>
        this.inSnapshot(async (sql) => {
          this.truths.push(await this.read(sql))
          return readStockFacts(sql, ...asked)
        })
      ),
      jest.spyOn(stockBook, "record").mockImplementation((...recorded) => {
        this.judge(recorded[1])
        return record(...recorded)
      }),
    ]
  }

  now(): Promise<Truth> {
    return this.inSnapshot((sql) => this.read(sql))
  }

  end(): void {
    this.spies.forEach((spy) => spy.mockRestore())
  }

  private judge(looks: { push: { cells: JudgedCell[] } | null }[]): void {
    const watermark = this.truths.at(-1)
    for (const { quantity, seen } of looks.flatMap(
      ({ push }) => push?.cells ?? []
    )) {
      if (watermark) {
        const sold = this.sold_when_read
        this.writes.push({ quantity, seen, sold, watermark })
      }
    }
  }

  private async read(sql: Sql): Promise<Truth> {
    const [truth] = await sql<Truth>(TRUTH, [
      this.channel_id,
      this.inventory_item_id,
    ])
    return truth
  }

  private inSnapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const knex = this.container.resolve<Knex>(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    return knex.transaction(
      (trx) =>
        work(
          async (statement, params = []) =>
            (await trx.raw(statement, params)).rows as never[]
        ),
      { isolationLevel: "repeatable read" }
    )
  }
}

type JudgedCell = { quantity: number; seen: number }
