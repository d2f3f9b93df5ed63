import {
  ChannelOutstanding,
  countSettlements,
  Outstanding,
  readOutstandingByChannel,
  SettlementCounts,
} from "../count-settlements"
import { CrossCheck, readCrossCheck } from "../read-cross-check"
import {
  readSettlements,
  SettlementFilters,
  SettlementView,
} from "../read-settlements"
import {
  LineCursor,
  LineFilters,
  LineView,
  Paging,
  readLines,
  readLinesAfter,
  readLinesOfOrder,
} from "../read-statements"
import { SqlStore } from "../sql-store"

/** Reads statements and settlements for lists, reports and exports. */
export class SettlementReaderService extends SqlStore {
  /** Lines of a statement that is whole, a page in the order of its file. */
  listLines(
    statement_id: string,
    filters: LineFilters,
    page: Paging
  ): Promise<{ lines: LineView[]; count: number }> {
    return readLines(this.sql, statement_id, filters, page)
  }

  /** A statement beside what the other source, file or API, tells of the same days. */
  readCrossCheck(statement_id: string): Promise<CrossCheck | null> {
    return readCrossCheck(this.sql, statement_id)
  }

  /** Lines of an order over all statements. */
  listLinesOfOrder(order: {
    channel_id: string
    external_order_id: string
  }): Promise<LineView[]> {
    return readLinesOfOrder(this.sql, order)
  }

  /** A page of settlements, with what was settled beside what was expected. */
  listSettlements(
    filters: SettlementFilters,
    page: Paging & { order?: string }
  ): Promise<{ settlements: SettlementView[]; count: number }> {
    return readSettlements(this.sql, filters, page)
  }

  /** How many settlements there are of each kind, and how much is still to come. */
  countSettlements(
    filters: SettlementFilters,
    now: Date
  ): Promise<SettlementCounts> {
    return countSettlements(this.sql, filters, now)
  }

  /** Money that is still to come by the age of its orders, in all and by channel. */
  listOutstanding(
    filters: SettlementFilters,
    now: Date
  ): Promise<{ outstanding: Outstanding[]; channels: ChannelOutstanding[] }> {
    return readOutstandingByChannel(this.sql, filters, now)
  }

  /** Lines of a statement that is whole, a page after one, for files of any length. */
  listLinesAfter(
    statement_id: string,
    after: LineCursor | null,
    limit: number
  ): Promise<LineView[]> {
    return readLinesAfter(this.sql, statement_id, after, limit)
  }
}
