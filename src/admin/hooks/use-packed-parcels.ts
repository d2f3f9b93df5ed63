import { useState } from "react"
import type { PackingParcel } from "../lib/types"

const KEY = "marketplaces-packed"

function stored(): string[] {
  const ids: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]")
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []
}

/** Counts the parcels packed in this tab; one whose packing was undone counts no longer. */
export function usePackedParcels() {
  const [ids, setIds] = useState(stored)
  return {
    count: ids.length,
    note: ({ id, state }: Pick<PackingParcel, "id" | "state">) =>
      setIds((known) => {
        const others = known.filter((one) => one !== id)
        const next = state === "packed" ? [...others, id] : others
        sessionStorage.setItem(KEY, JSON.stringify(next))
        return next
      }),
  }
}
