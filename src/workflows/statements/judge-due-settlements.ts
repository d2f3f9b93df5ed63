import { MedusaContainer } from "@medusajs/framework/types"
import {
  DEFAULT_RETURN_ARRIVAL_DAYS,
  DEFAULT_SETTLEMENT_OVERDUE_DAYS,
} from "../../domain/channels/channel-settings"
import { MappingError } from "../../domain/provider/mapping-error"
import { tellsIncome } from "../../domain/provider/tells-income"
import { orderIdentities } from "../../domain/orders/identities"
import { OrderStatus } from "../../domain/orders/order-status"
import { ReceivedLine } from "../../domain/returns/received-lines"
import { parseAmount } from "../../domain/shared/amount"
import { JsonObject } from "../../domain/shared/json"
import {
  NOTHING_SETTLED,
  SettledAmounts,
} from "../../domain/statements/amounts"
import { expectIncome } from "../../domain/statements/expect-income"
import { Expectation } from "../../domain/statements/expected-income"
import { FeeRule } from "../../domain/statements/fee-rule"
import {
  Judgement,
  judgeSettlement,
  judgeUnknownOrder,
} from "../../domain/statements/judge-settlement"
import { lineState } from "../../domain/statements/line-buckets"
import { addUpLines } from "../../domain/statements/order-settlement"
import {
  MoneyRequest,
  settledOrder,
} from "../../domain/statements/settled-order"
import {
  DueSettlement,
  JudgedSettlement,
  SettlementLine,
} from "../../modules/marketplace-channel/settlement-rows"
import { marketplacesOf } from "../marketplaces"
import { Channel, listChannels } from "../orders/channel"

/** Settlements a batch. */
const BATCH = 200

type Marketplaces = ReturnType<typeof marketplacesOf>

type StoredOrder = Awaited<
  ReturnType<Marketplaces["listMarketplaceChannelOrders"]>
>[number]

/** What is known of the orders of one channel. */
type OrderFacts = {
  channel: Channel
  rules: FeeRule[]
  orders: Map<string, StoredOrder>
  received: Map<string, ReceivedLine[]>
  requests: Map<string, MoneyRequest[]>
  lines: Map<string, SettlementLine[]>
}

/**
 * Works out every settlement that is due: what its lines come to, what the order should bring,
 * and what is wrong between them. Repeating it changes nothing.
 * @param report is told how many are done so far.
 */
export async function judgeDueSettlements(
  container: MedusaContainer,
  report?: (done: number) => Promise<void>
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const touched = new Set<string>()
  let done = 0
  for (;;) {
    const due = await marketplaces.settlements.listDue(BATCH)
    if (!due.length) {
      break
    }
    const now = new Date()
    for (const [channel_id, some] of byChannel(due)) {
      const facts = await loadFacts(marketplaces, channel_id, some)
      await marketplaces.settlements.record(
        some.map((settlement) => judge(marketplaces, settlement, facts, now))
      )
      for (const line of [...facts.lines.values()].flat()) {
        touched.add(line.statement_id)
      }
    }
    done += due.length
    await report?.(done)
  }
  if (touched.size) {
    await marketplaces.statements.recount([...touched])
  }
}

function byChannel(due: DueSettlement[]): Map<string, DueSettlement[]> {
  return groupBy(due, ({ channel_id }) => channel_id)
}

async function loadFacts(
  marketplaces: Marketplaces,
  channel_id: string,
  due: DueSettlement[]
): Promise<OrderFacts> {
  const ids = due.map(({ external_order_id }) => external_order_id)
  const [[channel], rules, orders, lines] = await Promise.all([
    listChannels(marketplaces, [channel_id], { withDeleted: true }),
    marketplaces.listMarketplaceFeeRules({ channel_id }),
    marketplaces.listMarketplaceChannelOrders({ channel_id, external_id: ids }),
    marketplaces.settlements.listLines(channel_id, ids),
  ])
  const order_ids = orders.map(({ id }) => id)
  const [receipts, requests] = await Promise.all([
    marketplaces.listMarketplaceReceipts({ channel_order_id: order_ids }),
    marketplaces.listMarketplaceBuyerRequests({ channel_order_id: order_ids }),
  ])
  return {
    channel,
    rules: rules as unknown as FeeRule[],
    orders: new Map(orders.map((order) => [order.external_id, order])),
    received: new Map(
      [...groupBy(receipts, (receipt) => receipt.channel_order_id)].map(
        ([id, all]) => [
          id,
          all.flatMap(({ lines: some }) => some as unknown as ReceivedLine[]),
        ]
      )
    ),
    requests: new Map(
      [...groupBy(requests, (one) => one.channel_order_id ?? "")].map(
        ([id, all]) => [id, all.map(toMoneyRequest)]
      )
    ),
    lines: groupBy(lines, ({ external_order_id }) => external_order_id),
  }
}

function toMoneyRequest(
  row: Awaited<ReturnType<Marketplaces["listMarketplaceBuyerRequests"]>>[number]
): MoneyRequest {
  return {
    kind: row.kind as MoneyRequest["kind"],
    state: row.state as MoneyRequest["state"],
    external_updated_at: row.external_updated_at,
    refund_amount:
      row.refund_amount === null || row.currency_code === null
        ? null
        : parseAmount(String(row.refund_amount), row.currency_code),
    lines: row.lines as unknown as MoneyRequest["lines"],
  }
}

function judge(
  marketplaces: Marketplaces,
  due: DueSettlement,
  facts: OrderFacts,
  now: Date
): JudgedSettlement {
  const { channel, rules } = facts
  const lines = facts.lines.get(due.external_order_id) ?? []
  const sums = addUpLines(lines)
  const stored = facts.orders.get(due.external_order_id)
  const known = stored && readOrder(marketplaces, facts, stored, now)
  const expectation = known
    ? expectIncome(known.order, known.income, rules)
    : null
  const judgement: Judgement =
    known && expectation
      ? judgeSettlement(known.order, sums, expectation, {
          tolerance: channel.settings.settlement_tolerance ?? 0,
          overdue_days:
            channel.settings.settlement_overdue_days ??
            DEFAULT_SETTLEMENT_OVERDUE_DAYS,
          now,
        })
      : judgeUnknownOrder()
  return {
    id: due.id,
    due_at: due.due_at,
    channel_order_id: stored?.id ?? null,
    state: judgement.state,
    currency_code: currencyOf(stored, lines, channel),
    settled: sums.settled,
    ...expected(expectation),
    difference: judgement.difference,
    fee_parts: sums.fee_parts,
    findings: judgement.findings,
    line_count: sums.count,
    first_settled_at: sums.first_settled_at,
    last_settled_at: sums.last_settled_at,
    owed_since: known?.order.owed_since ?? null,
    reopens:
      due.confirmed_amounts !== null &&
      !isSame(due.confirmed_amounts, sums.settled),
    lines: lines.map(({ id, kind }) => ({
      id,
      state: lineState(kind, judgement.state),
    })),
  }
}

function expected(expectation: Expectation | null) {
  return {
    expected: expectation?.amounts ?? null,
    expected_basis: expectation?.basis ?? null,
  }
}

/** Null for a copy that cannot be understood: it is parked with its own reason. */
function readOrder(
  { providers }: Marketplaces,
  { channel, received, requests }: OrderFacts,
  stored: StoredOrder,
  now: Date
) {
  const provider = providers.retrieve(channel.provider_id)
  const payload = stored.payload as JsonObject
  try {
    const ids = orderIdentities(stored.id)
    return {
      order: settledOrder({
        order: provider.mapOrder(payload, { external_id: channel.external_id }),
        status: stored.status as OrderStatus | null,
        received: received.get(stored.id) ?? [],
        lineId: ids.lineItemId,
        requests: requests.get(stored.id) ?? [],
        now,
        return_arrival_days:
          channel.settings.return_arrival_days ?? DEFAULT_RETURN_ARRIVAL_DAYS,
      }),
      income: tellsIncome(provider) ? provider.mapIncome(payload) : null,
    }
  } catch (error) {
    if (error instanceof MappingError) {
      return null
    }
    throw error
  }
}

function currencyOf(
  stored: StoredOrder | undefined,
  [line]: SettlementLine[],
  channel: Channel
): string {
  return (
    stored?.currency_code ?? line?.currency_code ?? channel.currency_code ?? ""
  )
}

function isSame(a: SettledAmounts, b: SettledAmounts): boolean {
  const parts = Object.keys(NOTHING_SETTLED) as (keyof SettledAmounts)[]
  return parts.every((part) => a[part] === b[part])
}

function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) {
      group.push(item)
    } else {
      groups.set(key(item), [item])
    }
  }
  return groups
}
