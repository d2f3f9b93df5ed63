import {
  readReportOrders,
  readSharedOrders,
  ReportCursor,
  ReportOrder,
  SharedOrder,
} from "../settlement-reports/read-report-orders"
import {
  countComparing,
  readReportCurrencies,
  readReportVariants,
} from "../settlement-reports/read-report-scope"
import {
  GroupSums,
  readOtherSums,
  readReportSums,
  ReportGroup,
} from "../settlement-reports/read-report-sums"
import { ReportScope, VariantCost } from "../settlement-reports/report-sql"
import { SqlStore } from "../sql-store"

/** Reads what reports over settlements are made of. */
export class SettlementReporterService extends SqlStore {
  /** The currency in which most was settled comes first. */
  listCurrencies(channel_id?: string[]): Promise<string[]> {
    return readReportCurrencies(this.sql, channel_id)
  }

  /** Variants whose cost a report needs. */
  listVariants(scope: ReportScope): Promise<string[]> {
    return readReportVariants(this.sql, scope)
  }

  /** A page of orders, the newest first. */
  listOrders(
    scope: ReportScope,
    costs: VariantCost[],
    page: { limit: number; offset?: number; after?: ReportCursor | null }
  ): Promise<ReportOrder[]> {
    return readReportOrders(this.sql, scope, costs, page)
  }

  /** A page of orders with their lines, by id. */
  listSharedOrders(
    scope: ReportScope,
    costs: VariantCost[],
    page: { after_id: string; limit: number }
  ): Promise<SharedOrder[]> {
    return readSharedOrders(this.sql, scope, costs, page)
  }

  /** Sums of orders and of lines of no order. */
  listSums(
    scope: ReportScope,
    costs: VariantCost[],
    group: ReportGroup
  ): Promise<GroupSums[]> {
    return readReportSums(this.sql, scope, costs, group)
  }

  /** Sums of lines of no order, by channel. */
  listOtherSums(scope: ReportScope): Promise<GroupSums[]> {
    return readOtherSums(this.sql, scope)
  }

  /** Orders of a report whose sums may still change. */
  countComparing(scope: ReportScope): Promise<number> {
    return countComparing(this.sql, scope)
  }
}
