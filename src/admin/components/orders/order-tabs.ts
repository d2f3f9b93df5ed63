import {
  CANCELLED_STATUSES,
  ORDER_STATUSES,
  type OrderStatus,
  isCancelled,
} from "../../../domain/orders/order-status"
import {
  IMPORT_STATES,
  type ImportState,
  type OrderCounts,
} from "../../lib/types"

/**
 * A tab of the order list: everything, what is late soon, one status, all cancelled ones, or
 * those parked or ignored.
 */
export type OrderTab =
  | { key: "all" }
  | { key: "late_soon"; late_soon: true }
  | { key: string; statuses: OrderStatus[] }
  | { key: "blocked" | "ignored"; import_state: "blocked" | "ignored" }

/** Statuses of open and finished orders each have a tab, cancelled ones share one. */
export const ORDER_TABS: OrderTab[] = [
  { key: "all" },
  { key: "late_soon", late_soon: true },
  ...ORDER_STATUSES.filter((status) => !isCancelled(status)).map((status) => ({
    key: status,
    statuses: [status],
  })),
  { key: "cancelled", statuses: [...CANCELLED_STATUSES] },
  { key: "ignored", import_state: "ignored" },
  { key: "blocked", import_state: "blocked" },
]

export function tabOf(key: string): OrderTab {
  return ORDER_TABS.find((tab) => tab.key === key) ?? { key: "all" }
}

/** What is listed behind a tab; a status leaves out ignored orders, as its count does. */
export function tabFilters(tab: OrderTab): {
  status?: OrderStatus[]
  import_state?: ImportState[]
  late_soon?: true
} {
  if ("late_soon" in tab) {
    return { late_soon: true }
  }
  if ("import_state" in tab) {
    return { import_state: [tab.import_state] }
  }
  return "statuses" in tab
    ? {
        status: tab.statuses,
        import_state: IMPORT_STATES.filter((state) => state !== "ignored"),
      }
    : {}
}

/** How many orders are behind a tab; undefined while the counts are being read. */
export function tabCount(
  tab: OrderTab,
  counts: OrderCounts | undefined
): number | undefined {
  if (!counts) {
    return undefined
  }
  if ("import_state" in tab) {
    return counts.by_import_state[tab.import_state] ?? 0
  }
  if ("late_soon" in tab) {
    return counts.late_soon ?? 0
  }
  const parts =
    "statuses" in tab
      ? tab.statuses.map((status) => counts.by_status[status])
      : IMPORT_STATES.map((state) => counts.by_import_state[state])
  return parts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

/** Key of the tab's name. */
export function tabLabel(tab: OrderTab): string {
  if ("import_state" in tab) {
    return `marketplaces.import_state.${tab.import_state}`
  }
  return ["all", "cancelled", "late_soon"].includes(tab.key)
    ? `marketplaces.tabs.${tab.key}`
    : `marketplaces.order_status.${tab.key}`
}

/** The tabs to show: some only when there is something behind them. */
export function visibleTabs(
  counts: OrderCounts | undefined,
  active: string
): OrderTab[] {
  return ORDER_TABS.filter(
    (tab) =>
      !("import_state" in tab || "late_soon" in tab) ||
      tab.key === active ||
      (tabCount(tab, counts) ?? 0) > 0
  )
}
