import {
  isTemporary,
  MarketplaceError,
} from "../../domain/provider/marketplace-error"
import { ClaimedFlow } from "../../modules/marketplace-channel/services/flow-schedule"

const FIRST_RETRY_MS = 5_000
const LAST_RETRY_MS = 15 * 60_000
const LAST_STOCK_RETRY_MS = 30_000

/**
 * 5 s doubling up to 15 min, and never sooner than the marketplace asks for. Numbers that have
 * to be lowered wait for no more than half a minute longer than the marketplace is away.
 */
export function retryDelay(
  { kind, failures }: Pick<ClaimedFlow, "kind" | "failures">,
  error: unknown
): number {
  const longest =
    kind === "stock" && isTemporary(error) ? LAST_STOCK_RETRY_MS : LAST_RETRY_MS
  const asked =
    error instanceof MarketplaceError ? (error.retry_after_ms ?? 0) : 0
  const grown = FIRST_RETRY_MS * 2 ** Math.min(failures, 12)
  return Math.max(asked, Math.min(grown, longest))
}
