import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { isCancelled } from "../../domain/orders/order-status"
import { toMajorUnit } from "../../domain/shared/amount"
import { groupBy } from "../../domain/shared/group-by"
import { dayOf, holdsOn } from "../../domain/statements/expect-income"
import { FeeRule } from "../../domain/statements/fee-rule"
import {
  FeeProposal,
  FeeSample,
  ProposedRule,
  proposeFeeRules,
} from "../../domain/statements/propose-fee-rules"
import { marketplacesOf } from "../marketplaces"
import {
  knownOrder,
  listFeeRules,
  loadSettlementFacts,
} from "./settlement-facts"

/** The newest settled orders speak for today's fees. */
const MOST_ORDERS = 1000
const BATCH = 200

/** A proposal with its amounts in the channel's major unit. */
export type ChannelProposal = FeeProposal & { rule: { currency_code: string } }

/**
 * Rules that a channel's newest statements speak for; those it has already are left out.
 * Nothing is saved.
 * @throws {MedusaError} NOT_FOUND for an unknown channel.
 */
export async function proposeChannelRules(
  container: MedusaContainer,
  channel_id: string
): Promise<ChannelProposal[]> {
  const marketplaces = marketplacesOf(container)
  const [channel] = await marketplaces.listMarketplaceChannels(
    { id: channel_id },
    { withDeleted: true }
  )
  if (!channel) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no channel ${channel_id}.`
    )
  }
  const ids = await marketplaces.settlements.listSettledOrders(
    channel_id,
    MOST_ORDERS
  )
  const samples: FeeSample[] = []
  for (let start = 0; start < ids.length; start += BATCH) {
    samples.push(
      ...(await loadSamples(
        container,
        channel_id,
        ids.slice(start, start + BATCH)
      ))
    )
  }
  const today = dayOf(new Date())
  const known = (await listFeeRules(marketplaces, channel_id)).filter((rule) =>
    holdsOn(rule, today)
  )
  const currency_code =
    samples[0]?.order.currency_code ?? channel.currency_code ?? ""
  const major = (amount: number) => toMajorUnit(amount, currency_code)
  return proposeFeeRules(samples)
    .filter(({ rule }) => !known.some((one) => isSame(one, rule)))
    .map(({ rule, evidence }) => ({
      rule: {
        ...rule,
        fixed_amount: major(rule.fixed_amount),
        most_amount: rule.most_amount === null ? null : major(rule.most_amount),
        currency_code,
      },
      evidence,
    }))
}

/** Orders that were paid whole, at the price that they have here: nothing came back of them. */
async function loadSamples(
  container: MedusaContainer,
  channel_id: string,
  ids: string[]
): Promise<FeeSample[]> {
  const marketplaces = marketplacesOf(container)
  const [facts, lines] = await Promise.all([
    loadSettlementFacts(marketplaces, channel_id, ids),
    marketplaces.settlements.listLines(channel_id, ids),
  ])
  const now = new Date()
  return [...groupBy(lines, (line) => line.external_order_id)].flatMap(
    ([id, own]): FeeSample[] => {
      const order = knownOrder(marketplaces, facts, id, now)?.order
      const sales = own.filter(({ kind }) => kind === "sale")
      const revenue = sales.reduce((sum, one) => sum + one.amounts.revenue, 0)
      const is_whole =
        order !== undefined &&
        !(order.status && isCancelled(order.status)) &&
        order.refunded === 0 &&
        !own.some(({ kind }) => kind === "refund") &&
        revenue === order.price - order.seller_discount
      const fee_parts = sales.flatMap((line) => line.fee_parts)
      return is_whole && fee_parts.length ? [{ order, fee_parts }] : []
    }
  )
}

function isSame(rule: FeeRule, proposed: ProposedRule): boolean {
  const parts = Object.keys(proposed) as (keyof ProposedRule)[]
  return parts.every((part) => rule[part] === proposed[part])
}
