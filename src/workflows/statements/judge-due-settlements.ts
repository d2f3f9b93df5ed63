import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../domain/shared/error-message"
import { groupBy } from "../../domain/shared/group-by"
import {
  Judgement,
  judgeSettlement,
  judgeUnknownOrder,
} from "../../domain/statements/judge-settlement"
import { lineState } from "../../domain/statements/line-buckets"
import { addUpLines } from "../../domain/statements/order-settlement"
import {
  DueSettlement,
  JudgedSettlement,
  SettlementLine,
} from "../../modules/marketplace-channel/settlement-rows"
import { marketplacesOf } from "../marketplaces"
import { captureSettledPayments } from "./capture-settled-payments"
import {
  judgeOptions,
  knownOrder,
  loadSettlementFacts,
  SettlementFacts,
} from "./settlement-facts"

/** Settlements a batch. */
const BATCH = 200

type Marketplaces = ReturnType<typeof marketplacesOf>

/**
 * Works out every settlement that is due: what its lines come to, what the order should bring,
 * and what is wrong between them. Repeating it changes nothing, and several processes may do it
 * at once. One that cannot be worked out is tried again later; the others go on.
 * @param report is told how many are done so far.
 */
export async function judgeDueSettlements(
  container: MedusaContainer,
  report?: (done: number) => Promise<void>
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const touched = new Set<string>()
  let done = 0
  try {
    for (;;) {
      const due = await marketplaces.settlements.listDue(BATCH)
      if (!due.length) {
        return
      }
      for (const [channel_id, some] of groupBy(due, (one) => one.channel_id)) {
        const lines = await judgeBatch(container, channel_id, some)
        lines.forEach(({ statement_id }) => touched.add(statement_id))
      }
      done += due.length
      await report?.(done)
    }
  } finally {
    if (touched.size) {
      await marketplaces.statements.recount([...touched])
    }
  }
}

async function judgeBatch(
  container: MedusaContainer,
  channel_id: string,
  due: DueSettlement[]
): Promise<SettlementLine[]> {
  const marketplaces = marketplacesOf(container)
  const ids = due.map(({ external_order_id }) => external_order_id)
  const [facts, lines] = await Promise.all([
    loadSettlementFacts(marketplaces, channel_id, ids),
    marketplaces.settlements.listLines(channel_id, ids),
  ])
  const now = new Date()
  const byOrder = groupBy(lines, ({ external_order_id }) => external_order_id)
  const judged: JudgedSettlement[] = []
  const failed: DueSettlement[] = []
  for (const settlement of due) {
    const own = byOrder.get(settlement.external_order_id) ?? []
    try {
      judged.push(judge(marketplaces, settlement, facts, own, now))
    } catch (error) {
      failed.push(settlement)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `marketplaces: the settlement of order ${settlement.external_order_id} cannot be worked out: ${errorMessage(error)}`
        )
    }
  }
  await marketplaces.settlements.record(judged)
  await captureSettledPayments(
    container,
    judged.map(({ id }) => id)
  )
  await marketplaces.settlements.postpone(failed)
  return lines
}

function judge(
  marketplaces: Marketplaces,
  due: DueSettlement,
  facts: SettlementFacts,
  lines: SettlementLine[],
  now: Date
): JudgedSettlement {
  const sums = addUpLines(lines)
  const stored = facts.orders.get(due.external_order_id)
  const known = knownOrder(marketplaces, facts, due.external_order_id, now)
  const judgement: Judgement = known
    ? judgeSettlement(
        known.order,
        sums,
        known.expectation,
        judgeOptions(facts.channel, now)
      )
    : judgeUnknownOrder(sums, facts.elsewhere.get(due.external_order_id))
  return {
    id: due.id,
    due_at: due.due_at,
    channel_order_id: stored?.id ?? null,
    state: judgement.state,
    currency_code:
      stored?.currency_code ??
      lines[0]?.currency_code ??
      facts.channel.currency_code ??
      "",
    settled: sums.settled,
    expected: known?.expectation.amounts ?? null,
    expected_basis: known?.expectation.basis ?? null,
    difference: judgement.difference,
    fee_parts: sums.fee_parts,
    findings: judgement.findings,
    line_count: sums.count,
    first_settled_at: sums.first_settled_at,
    last_settled_at: sums.last_settled_at,
    owed_since: known?.order.owed_since ?? null,
    lines: lines.map(({ id, kind }) => ({
      id,
      state: lineState(kind, judgement.state),
    })),
  }
}
