import { useQuery } from "@tanstack/react-query"
import { healthKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { Health } from "../../lib/types"

/** What is wrong is seen without asking (milliseconds). */
const AGAIN_MS = 15_000

export function useHealth() {
  return useQuery({
    queryKey: healthKeys.detail("shop"),
    queryFn: () => sdk.client.fetch<Health>("/admin/marketplaces/health"),
    refetchInterval: AGAIN_MS,
  })
}
