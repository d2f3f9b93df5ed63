import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { toMajorUnit } from "../../domain/shared/amount"
import {
  checkFeeRule,
  FeeRuleProblem,
} from "../../domain/statements/check-fee-rule"
import { FeeRule } from "../../domain/statements/fee-rule"
import { marketplacesOf } from "../marketplaces"
import { listChannels } from "../orders/channel"
import { listFeeRules } from "./settlement-facts"

const WAIT_SECONDS = 10

/** What people say about a fee; amounts in the smallest unit. */
export type FeeRuleInput = Omit<FeeRule, "id" | "channel_id">

/**
 * Adds a rule to a channel; its settlements are worked out again by it.
 * @throws {MedusaError} NOT_FOUND for an unknown channel; INVALID_DATA naming what is wrong, or
 * the days of the rule that it meets.
 */
export async function addFeeRule(
  container: MedusaContainer,
  { created_by, ...rule }: Omit<FeeRule, "id"> & { created_by: string }
): Promise<string> {
  const marketplaces = marketplacesOf(container)
  const [channel] = await listChannels(marketplaces, [rule.channel_id], {
    withDeleted: true,
  })
  if (!channel) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no channel ${rule.channel_id}.`
    )
  }
  return withRules(container, rule.channel_id, async (others) => {
    assertRule(rule, others)
    const { id } = await marketplaces.createMarketplaceFeeRules({
      ...rule,
      created_by,
    })
    return id
  })
}

/**
 * Changes a rule; its channel's settlements are worked out again by it.
 * @throws {MedusaError} NOT_FOUND, or INVALID_DATA as {@link addFeeRule}.
 */
export async function changeFeeRule(
  container: MedusaContainer,
  id: string,
  changes: Partial<FeeRuleInput>
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const { channel_id } = await marketplaces.retrieveMarketplaceFeeRule(id)
  await withRules(container, channel_id, async (rules) => {
    const rule = rules.find((one) => one.id === id)
    if (!rule) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no fee rule ${id} any more.`
      )
    }
    assertRule(
      { ...rule, ...changes },
      rules.filter((one) => one.id !== id)
    )
    await marketplaces.updateMarketplaceFeeRules({ id, ...changes })
  })
}

/** Forgets a rule; its channel's settlements are worked out again without it. */
export async function removeFeeRule(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const { channel_id } = await marketplaces.retrieveMarketplaceFeeRule(id)
  await withRules(container, channel_id, () =>
    marketplaces.deleteMarketplaceFeeRules([id])
  )
}

/** One person at a time changes the rules of a channel. */
function withRules<T>(
  container: MedusaContainer,
  channel_id: string,
  change: (rules: FeeRule[]) => Promise<T>
): Promise<T> {
  const marketplaces = marketplacesOf(container)
  return container.resolve(Modules.LOCKING).execute(
    `marketplaces:fee-rules:${channel_id}`,
    async () => {
      const result = await change(await listFeeRules(marketplaces, channel_id))
      await marketplaces.settlements.makeDueOfChannel(channel_id)
      return result
    },
    { timeout: WAIT_SECONDS }
  )
}

function assertRule(rule: Omit<FeeRule, "id">, others: FeeRule[]): void {
  const problem = checkFeeRule(rule, others)
  if (problem) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      problemMessage(rule, problem)
    )
  }
}

function problemMessage(
  { kind, name }: Omit<FeeRule, "id">,
  problem: FeeRuleProblem
): string {
  switch (problem.code) {
    case "not_a_date":
      return "Give days as yyyy-mm-dd, for example 2026-01-31."
    case "ends_before_start":
      return "The rule ends before it starts. Exchange the days."
    case "nothing_charged":
      return "The rule charges nothing. Give a rate or a fixed amount."
    case "overlaps": {
      const { starts_on, ends_on } = problem.other
      const days =
        starts_on === null && ends_on === null
          ? "always"
          : [starts_on && `from ${starts_on}`, ends_on && `until ${ends_on}`]
              .filter(Boolean)
              .join(" ")
      return `Another rule for ${name ? `the fee "${name}"` : `fees of the kind "${kind}"`} holds ${days}. End that one first, or choose other days.`
    }
  }
}

/** A rule as the API shows it: amounts in the currency's major unit. */
export function showFeeRule(
  { fixed_amount, most_amount, ...rule }: FeeRule,
  currency_code: string
) {
  return {
    ...rule,
    fixed_amount: toMajorUnit(fixed_amount, currency_code),
    most_amount:
      most_amount === null ? null : toMajorUnit(most_amount, currency_code),
    currency_code,
  }
}
