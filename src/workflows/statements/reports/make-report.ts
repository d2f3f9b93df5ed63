import { MedusaContainer } from "@medusajs/framework/types"
import {
  addSums,
  NO_SUMS,
  ReportSums,
  sumsOf,
} from "../../../domain/statements/report-sums"
import {
  ReportCursor,
  ReportOrder,
} from "../../../modules/marketplace-channel/settlement-reports/read-report-orders"
import { GroupSums } from "../../../modules/marketplace-channel/settlement-reports/read-report-sums"
import {
  ReportScope,
  VariantCost,
} from "../../../modules/marketplace-channel/settlement-reports/report-sql"
import { marketplacesOf } from "../../marketplaces"
import {
  ProductName,
  ProductSums,
  readProductNames,
  readProductSums,
} from "./product-rows"
import {
  NO_LABELS,
  ReportFigures,
  ReportKind,
  ReportLabels,
  ReportRow,
  toFigures,
} from "./report-row"
import { readVariantCosts } from "./variant-costs"

export type ReportQuery = Omit<ReportScope, "currency_code"> & {
  by: ReportKind
  /** Left out: the currency in which most was settled. */
  currency_code?: string
}

/** A report of which rows are read page by page. */
export type Report = {
  currency_code: string
  /** All currencies there are reports in. */
  currencies: string[]
  count: number
  totals: ReportFigures
  /** Orders that are being compared: their amounts may still change. */
  comparing: number
  page(range: { offset: number; limit: number }): Promise<ReportRow[]>
  /** Every row, of which a page at most is held. */
  all(): AsyncIterable<ReportRow>
}

type Context = {
  container: MedusaContainer
  scope: ReportScope
  costs: VariantCost[]
  channels: Map<string, string>
}

type Rows = Pick<Report, "page" | "all" | "count"> & { totals: ReportSums }

/** Rows that are made at once while all are read: each batch looks through the whole report. */
const BATCH = 4_000

/**
 * Adds up what was settled, beside what it should be and what the goods cost: by order, product,
 * channel or month. Every report has the same money: its totals are the sum of its rows.
 */
export async function makeReport(
  container: MedusaContainer,
  { by, currency_code, ...filters }: ReportQuery
): Promise<Report> {
  const { settlementReports } = marketplacesOf(container)
  const currencies = await settlementReports.listCurrencies(filters.channel_id)
  const scope = {
    ...filters,
    currency_code: currency_code ?? currencies[0] ?? "vnd",
  }
  const [costs, channels, comparing] = await Promise.all([
    settlementReports
      .listVariants(scope)
      .then((ids) => readVariantCosts(container, ids, scope.currency_code)),
    channelNames(container),
    settlementReports.countComparing(scope),
  ])
  const { totals, ...rows } = await ROWS[by]({
    container,
    scope,
    costs,
    channels,
  })
  return {
    ...rows,
    currency_code: scope.currency_code,
    currencies,
    comparing,
    totals: toFigures(totals, scope.currency_code),
  }
}

const ROWS: Record<ReportKind, (context: Context) => Promise<Rows>> = {
  order: orderRows,
  product: productRows,
  channel: (context) => groupRows(context, "channel"),
  month: (context) => groupRows(context, "month"),
}

async function orderRows(context: Context): Promise<Rows> {
  const { container, scope, costs } = context
  const { settlementReports } = marketplacesOf(container)
  const [[all], others] = await Promise.all([
    settlementReports.listSums(scope, costs, "none"),
    settlementReports.listOtherSums(scope),
  ])
  const totals = all?.sums ?? NO_SUMS
  const rest = others.map((one) => otherRow(context, one))
  const row = (order: ReportOrder) => orderRow(context, order)
  return {
    totals,
    count: totals.order_count + rest.length,
    async page({ offset, limit }) {
      const orders = await settlementReports.listOrders(scope, costs, {
        offset,
        limit,
      })
      const from = Math.max(offset - totals.order_count, 0)
      return [
        ...orders.map(row),
        ...rest.slice(from, from + limit - orders.length),
      ]
    },
    async *all() {
      let after: ReportCursor | null = null
      do {
        const orders: ReportOrder[] = await settlementReports.listOrders(
          scope,
          costs,
          { limit: BATCH, after }
        )
        yield* orders.map(row)
        after = orders.length < BATCH ? null : (orders.at(-1)?.cursor ?? null)
      } while (after)
      yield* rest
    },
  }
}

function orderRow({ scope, channels }: Context, order: ReportOrder): ReportRow {
  const { id, channel_id } = order
  return {
    ...NO_LABELS,
    id,
    channel_id,
    channel_name: channels.get(channel_id) ?? null,
    settlement_id: id,
    external_order_id: order.external_order_id,
    channel_order_id: order.channel_order_id,
    state: order.state,
    placed_at: order.placed_at,
    last_settled_at: order.last_settled_at,
    ...toFigures(sumsOf(order), scope.currency_code),
  }
}

function otherRow({ scope, channels }: Context, { key, sums }: GroupSums) {
  return {
    ...NO_LABELS,
    id: `without_order:${key}`,
    is_without_order: true,
    channel_id: key,
    channel_name: channels.get(key) ?? null,
    ...toFigures(sums, scope.currency_code),
  }
}

async function productRows(context: Context): Promise<Rows> {
  const { container, scope, costs } = context
  const [{ products, totals }, others] = await Promise.all([
    readProductSums(container, scope, costs),
    marketplacesOf(container).settlementReports.listOtherSums(scope),
  ])
  const rest = others.map((one) => otherRow(context, one))
  const rows = async (from: number, to: number) => {
    const some = products.slice(from, to)
    const names = await readProductNames(
      container,
      some.flatMap(({ line }) => line?.variant_id ?? [])
    )
    return [
      ...some.map((one) => productRow(context, one, names)),
      ...rest.slice(
        Math.max(from - products.length, 0),
        Math.max(to - products.length, 0)
      ),
    ]
  }
  return {
    totals: others.reduce((sum, { sums }) => addSums(sum, sums), totals),
    count: products.length + rest.length,
    page: ({ offset, limit }) => rows(offset, offset + limit),
    async *all() {
      for (let at = 0; at < products.length + rest.length; at += BATCH) {
        yield* await rows(at, at + BATCH)
      }
    },
  }
}

function productRow(
  { scope, channels }: Context,
  { id, line, units, sums }: ProductSums,
  names: Map<string, ProductName>
): ReportRow {
  const name = line?.variant_id ? names.get(line.variant_id) : undefined
  const labels: Partial<ReportLabels> = line
    ? {
        variant_id: line.variant_id,
        title:
          name?.title ??
          [line.title, line.sku_title].filter(Boolean).join(" · "),
        sku: name?.sku ?? line.seller_sku,
        units,
        ...(!line.variant_id && {
          channel_id: line.channel_id,
          channel_name: channels.get(line.channel_id) ?? null,
        }),
      }
    : {}
  return {
    ...NO_LABELS,
    id,
    ...labels,
    ...toFigures(sums, scope.currency_code),
  }
}

/** The newest month first, channels by name. */
async function groupRows(
  { container, scope, costs, channels }: Context,
  group: "channel" | "month"
): Promise<Rows> {
  const groups = await marketplacesOf(container).settlementReports.listSums(
    scope,
    costs,
    group
  )
  const rows = groups
    .map(({ key, sums }): ReportRow => ({
      ...NO_LABELS,
      id: key || "none",
      ...(group === "month"
        ? { month: key || null }
        : { channel_id: key, channel_name: channels.get(key) ?? null }),
      ...toFigures(sums, scope.currency_code),
    }))
    .sort((a, b) =>
      group === "month"
        ? (b.month ?? "").localeCompare(a.month ?? "")
        : (a.channel_name ?? "").localeCompare(b.channel_name ?? "")
    )
  return {
    totals: groups.reduce((sum, { sums }) => addSums(sum, sums), NO_SUMS),
    count: rows.length,
    page: async ({ offset, limit }) => rows.slice(offset, offset + limit),
    async *all() {
      yield* rows
    },
  }
}

async function channelNames(
  container: MedusaContainer
): Promise<Map<string, string>> {
  const channels = await marketplacesOf(container).listMarketplaceChannels(
    {},
    { select: ["id", "name"], withDeleted: true, take: null }
  )
  return new Map(channels.map(({ id, name }) => [id, name]))
}
