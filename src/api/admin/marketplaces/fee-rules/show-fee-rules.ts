import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { Amount, parseAmount } from "../../../../domain/shared/amount"
import { FeeRule } from "../../../../domain/statements/fee-rule"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import {
  FeeRuleInput,
  showFeeRule,
} from "../../../../workflows/statements/save-fee-rule"
import { PostFeeRuleType } from "./validators"

type Row = Awaited<
  ReturnType<ReturnType<typeof marketplacesOf>["retrieveMarketplaceFeeRule"]>
>

/** A rule as the API shows it. @throws {MedusaError} NOT_FOUND. */
export async function readFeeRule(container: MedusaContainer, id: string) {
  const [rule] = await readFeeRules(container, [
    await marketplacesOf(container).retrieveMarketplaceFeeRule(id),
  ])
  return rule
}

/** Rules as the API shows them, in the order of the rows; amounts in major units. */
export async function readFeeRules(container: MedusaContainer, rows: Row[]) {
  const currencies = await readCurrencies(
    container,
    rows.map(({ channel_id }) => channel_id)
  )
  return rows.map((row) => ({
    ...showFeeRule(
      toFeeRule(row),
      currencies.get(row.channel_id) ?? DEFAULT_CURRENCY
    ),
    created_by: row.created_by,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }))
}

/** What a person gives, amounts in the channel's smallest unit; absent parts are not among them. */
export async function toFeeRuleChanges(
  container: MedusaContainer,
  channel_id: string,
  { fixed_amount, most_amount, ...given }: PostFeeRuleType
): Promise<Partial<FeeRuleInput>> {
  const currency =
    (await readCurrencies(container, [channel_id])).get(channel_id) ??
    DEFAULT_CURRENCY
  const changes: Partial<FeeRuleInput> = {
    ...given,
    ...(fixed_amount === undefined
      ? {}
      : { fixed_amount: amountOf(fixed_amount, currency) }),
    ...(most_amount === undefined
      ? {}
      : {
          most_amount:
            most_amount === null ? null : amountOf(most_amount, currency),
        }),
  }
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined)
  )
}

/** Channels that have not told theirs yet: both marketplaces sell in Vietnam. */
const DEFAULT_CURRENCY = "vnd"

function amountOf(value: number, currency_code: string): Amount {
  try {
    return parseAmount(value, currency_code)
  } catch {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${value} is no amount in ${currency_code.toUpperCase()}: give whole units.`
    )
  }
}

function toFeeRule(row: Row): FeeRule {
  const { id, channel_id, name, rate_ppm, fixed_amount, most_amount } = row
  return {
    id,
    channel_id,
    kind: row.kind as FeeRule["kind"],
    name,
    basis: row.basis as FeeRule["basis"],
    rate_ppm,
    fixed_amount,
    most_amount,
    starts_on: row.starts_on,
    ends_on: row.ends_on,
  }
}

async function readCurrencies(
  container: MedusaContainer,
  channel_ids: string[]
): Promise<Map<string, string>> {
  const channels = await marketplacesOf(container).listMarketplaceChannels(
    { id: [...new Set(channel_ids)] },
    { select: ["id", "currency_code"], withDeleted: true }
  )
  return new Map(
    channels.flatMap(({ id, currency_code }) =>
      currency_code ? [[id, currency_code] as const] : []
    )
  )
}
