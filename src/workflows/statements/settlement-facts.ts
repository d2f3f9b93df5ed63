import {
  DEFAULT_RETURN_ARRIVAL_DAYS,
  DEFAULT_SETTLEMENT_OVERDUE_DAYS,
} from "../../domain/channels/channel-settings"
import { orderIdentities } from "../../domain/orders/identities"
import { OrderStatus } from "../../domain/orders/order-status"
import { MappingError } from "../../domain/provider/mapping-error"
import { tellsIncome } from "../../domain/provider/tells-income"
import { ReceivedLine } from "../../domain/returns/received-lines"
import { parseAmount } from "../../domain/shared/amount"
import { groupBy } from "../../domain/shared/group-by"
import { JsonObject } from "../../domain/shared/json"
import { expectIncome } from "../../domain/statements/expect-income"
import { Expectation } from "../../domain/statements/expected-income"
import { FeeRule } from "../../domain/statements/fee-rule"
import { JudgeOptions } from "../../domain/statements/judge-settlement"
import { SettledOrder } from "../../domain/statements/order-settlement"
import {
  MoneyRequest,
  settledOrder,
} from "../../domain/statements/settled-order"
import { marketplacesOf } from "../marketplaces"
import { Channel, listChannels } from "../orders/channel"

type Marketplaces = ReturnType<typeof marketplacesOf>

export type StoredOrder = Awaited<
  ReturnType<Marketplaces["listMarketplaceChannelOrders"]>
>[number]

/** What is known of some orders of one channel, whether it is connected or not. */
export type SettlementFacts = {
  channel: Channel
  rules: FeeRule[]
  /** By the marketplace's id. */
  orders: Map<string, StoredOrder>
  /** By channel order. */
  received: Map<string, ReceivedLine[]>
  requests: Map<string, MoneyRequest[]>
  /** Of orders that are not this channel's: the channel that has them. */
  elsewhere: Map<string, string>
}

/** What an order is worth, and what it should bring. */
export type KnownOrder = { order: SettledOrder; expectation: Expectation }

/** Reads what decides how these orders of one channel are settled. */
export async function loadSettlementFacts(
  marketplaces: Marketplaces,
  channel_id: string,
  external_order_ids: string[]
): Promise<SettlementFacts> {
  const [[channel], rules, orders] = await Promise.all([
    listChannels(marketplaces, [channel_id], { withDeleted: true }),
    listFeeRules(marketplaces, channel_id),
    marketplaces.listMarketplaceChannelOrders({
      channel_id,
      external_id: external_order_ids,
    }),
  ])
  const order_ids = orders.map(({ id }) => id)
  const byId = new Map(orders.map((order) => [order.external_id, order]))
  const [receipts, requests, elsewhere] = await Promise.all([
    marketplaces.listMarketplaceReceipts({ channel_order_id: order_ids }),
    marketplaces.listMarketplaceBuyerRequests({ channel_order_id: order_ids }),
    marketplaces.settlements.listElsewhere(
      channel_id,
      external_order_ids.filter((id) => !byId.has(id))
    ),
  ])
  return {
    channel,
    rules,
    orders: byId,
    received: mapEach(
      groupBy(receipts, (receipt) => receipt.channel_order_id),
      (all) => all.flatMap(({ lines }) => lines as unknown as ReceivedLine[])
    ),
    requests: mapEach(
      groupBy(requests, (request) => request.channel_order_id ?? ""),
      (all) => all.map(toMoneyRequest)
    ),
    elsewhere,
  }
}

/** A channel's rules, the oldest first. */
export async function listFeeRules(
  marketplaces: Marketplaces,
  channel_id: string
): Promise<FeeRule[]> {
  const rows = await marketplaces.listMarketplaceFeeRules(
    { channel_id },
    { order: { created_at: "ASC", id: "ASC" } }
  )
  return rows as unknown as FeeRule[]
}

/**
 * What an order is worth and should bring, by its stored copy.
 * @returns null for an order that is not stored, or that cannot be understood: that one is
 * parked with its own reason.
 */
export function knownOrder(
  { providers }: Marketplaces,
  facts: SettlementFacts,
  external_order_id: string,
  now: Date
): KnownOrder | null {
  const { channel, received, requests, rules } = facts
  const stored = facts.orders.get(external_order_id)
  if (!stored) {
    return null
  }
  const provider = providers.retrieve(channel.provider_id)
  const payload = stored.payload as JsonObject
  const owner = { external_id: channel.external_id }
  try {
    const order = settledOrder({
      order: provider.mapOrder(payload, owner),
      status: stored.status as OrderStatus | null,
      received: received.get(stored.id) ?? [],
      lineId: orderIdentities(stored.id).lineItemId,
      requests: requests.get(stored.id) ?? [],
      now,
      return_arrival_days:
        channel.settings.return_arrival_days ?? DEFAULT_RETURN_ARRIVAL_DAYS,
    })
    const income = tellsIncome(provider)
      ? provider.mapIncome(payload, owner)
      : null
    return { order, expectation: expectIncome(order, income, rules) }
  } catch (error) {
    if (error instanceof MappingError) {
      return null
    }
    throw error
  }
}

/** How strictly a channel's settlements are judged. */
export function judgeOptions({ settings }: Channel, now: Date): JudgeOptions {
  return {
    tolerance: settings.settlement_tolerance ?? 0,
    overdue_days:
      settings.settlement_overdue_days ?? DEFAULT_SETTLEMENT_OVERDUE_DAYS,
    now,
  }
}

function mapEach<T, R>(
  groups: Map<string, T[]>,
  change: (items: T[]) => R
): Map<string, R> {
  return new Map([...groups].map(([key, items]) => [key, change(items)]))
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
