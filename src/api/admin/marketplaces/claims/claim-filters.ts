import { ClaimFilters } from "../../../../modules/marketplace-channel/read-claims"
import { GetClaimCountsType } from "./validators"

const DAY_MS = 86_400_000

/** Filters of a query as the claims are searched by them. */
export function toClaimFilters({
  ends_within_days,
  fields: _,
  ...filters
}: GetClaimCountsType): ClaimFilters {
  return ends_within_days === undefined
    ? filters
    : {
        ...filters,
        ends_before: new Date(Date.now() + ends_within_days * DAY_MS),
      }
}
