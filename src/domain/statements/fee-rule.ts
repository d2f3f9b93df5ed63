import { FeeKind } from "./fee-kind"

/** What a percentage is taken of. */
export const FEE_BASES = [
  /** Price of the goods less the seller's discounts. */
  "revenue",
  /** Price of the goods before any discount. */
  "price",
  /** What the buyer pays, shipping included. */
  "buyer_total",
] as const
export type FeeBasis = (typeof FEE_BASES)[number]

/**
 * A fee as the shop expects it of a channel. Several rules of one kind add up. A rule holds for
 * orders placed from `starts_on` to `ends_on`, both inclusive, by the day in UTC+7.
 */
export type FeeRule = {
  id: string
  channel_id: string
  kind: FeeKind
  /** The fee's name in the marketplace's statements; null for every fee of the kind. */
  name: string | null
  basis: FeeBasis
  /** Millionths: 50,000 is 5 %. */
  rate_ppm: number
  /** Added for each order (smallest unit, positive). */
  fixed_amount: number
  /** Most that an order pays of it; null for no limit. */
  most_amount: number | null
  /** `yyyy-mm-dd`; null for always. */
  starts_on: string | null
  ends_on: string | null
}
