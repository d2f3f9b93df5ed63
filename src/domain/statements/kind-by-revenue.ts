import { LineKind } from "./statement-line"

/**
 * The kind of a line by its word and its revenue: the marketplaces write what goes back to a
 * buyer as one more line of the order, with revenue below zero. One rule for files and for the
 * API, as the same money has to be of the same kind in both.
 */
export function kindByRevenue(stated: LineKind, revenue: number): LineKind {
  return stated === "sale" && revenue < 0 ? "refund" : stated
}
