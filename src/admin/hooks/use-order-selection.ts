import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useState } from "react"
import type { ChannelOrder } from "../lib/types"

/** Orders chosen in a list; they stay chosen, and known, while pages are turned. */
export function useOrderSelection(rows: ChannelOrder[]) {
  const [chosen, setChosen] = useState<ChannelOrder[]>([])
  const newest = (order: ChannelOrder) =>
    rows.find(({ id }) => id === order.id) ?? order
  return {
    orders: chosen.map(newest),
    state: Object.fromEntries(
      chosen.map(({ id }) => [id, true])
    ) as DataTableRowSelectionState,
    onChange: (state: DataTableRowSelectionState) => {
      const known = new Map([...chosen, ...rows].map((row) => [row.id, row]))
      setChosen(
        Object.keys(state).flatMap((id) =>
          state[id] ? (known.get(id) ?? []) : []
        )
      )
    },
    choose: setChosen,
    clear: () => setChosen([]),
  }
}
