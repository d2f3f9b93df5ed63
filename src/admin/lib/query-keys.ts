/** Keys of one resource in the query cache, from the whole to the single entry. */
export function queryKeys<TResource extends string>(resource: TResource) {
  const all = ["marketplaces", resource] as const
  return {
    all,
    lists: () => [...all, "list"] as const,
    list: (query?: object) => [...all, "list", query ?? {}] as const,
    counts: (query?: object) => [...all, "counts", query ?? {}] as const,
    detail: (id: string) => [...all, "detail", id] as const,
    part: (id: string, name: string, query?: object) =>
      [...all, "detail", id, name, query ?? {}] as const,
  }
}

export const providerKeys = queryKeys("providers")
export const channelKeys = queryKeys("channels")
export const authorizationKeys = queryKeys("authorizations")
export const healthKeys = queryKeys("health")
export const listingKeys = queryKeys("listings")
export const orderKeys = queryKeys("orders")
export const buyerRequestKeys = queryKeys("buyer-requests")
export const handoverKeys = queryKeys("handovers")
export const pickListKeys = queryKeys("pick-lists")
export const stockKeys = queryKeys("stock")
export const statementKeys = queryKeys("statements")
export const settlementKeys = queryKeys("settlements")
export const reportKeys = queryKeys("settlement-reports")
export const claimKeys = queryKeys("claims")
export const feeRuleKeys = queryKeys("fee-rules")
export const runKeys = queryKeys("runs")
export const variantKeys = queryKeys("variants")
export const stockLocationKeys = queryKeys("stock-locations")
