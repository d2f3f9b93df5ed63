import { Amount, parseAmount } from "../shared/amount"

/**
 * What one unit costs the shop, as people write it beside a product: a number or a decimal text
 * in the currency's major unit. Anything else, a negative one, or one with more decimals than
 * the currency has, is unknown: a cost is never guessed.
 * @returns the smallest unit; null for unknown.
 */
export function readUnitCost(
  value: unknown,
  currency_code: string
): Amount | null {
  if (typeof value !== "number" && typeof value !== "string") {
    return null
  }
  if (String(value).trim() === "") {
    return null
  }
  try {
    const cost = parseAmount(value, currency_code)
    return cost < 0 ? null : cost
  } catch (error) {
    if (error instanceof RangeError) {
      return null
    }
    throw error
  }
}

/** A component of what is sold: an inventory item, and how many of it make one. */
export type CostComponent = { cost: Amount | null; quantity: number }

/**
 * The cost of one unit of a variant: its own where it has one, else that of all its inventory
 * items together.
 * @returns null while the cost of any of them is unknown.
 */
export function variantCost(
  own: Amount | null,
  components: CostComponent[]
): Amount | null {
  if (own !== null || !components.length) {
    return own
  }
  return components.reduce<Amount | null>(
    (sum, { cost, quantity }) =>
      sum === null || cost === null ? null : sum + cost * quantity,
    0
  )
}
