import type { HostState } from "../../domain/orders/host-state"
import type { ChannelOrder } from "./types"

/** What has become of units that were reserved when their order came in. */
const BECAME: Partial<Record<HostState, string>> = {
  shipped: "deducted",
  delivered: "deducted",
  completed: "deducted",
  canceled: "given_back",
}

/** The rule that says what an order does to stock by now; null while none does. */
export function stockEffect({
  import_rule,
  host_state,
}: Pick<ChannelOrder, "import_rule" | "host_state">): string | null {
  return import_rule === "reserved"
    ? ((host_state && BECAME[host_state]) ?? import_rule)
    : (import_rule ?? null)
}
