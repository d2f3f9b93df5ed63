import { useState } from "react"
import { packedHere } from "../lib/packing-desk"
import type { PackingAnswer } from "../lib/types"

const KEY = "marketplaces-packed"

function stored(): string[] {
  const ids: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]")
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []
}

/** Counts the parcels packed in this tab. */
export function usePackedParcels() {
  const [ids, setIds] = useState(stored)
  return {
    count: ids.length,
    note: (answer: PackingAnswer) =>
      setIds((known) => {
        const next = packedHere(known, answer)
        sessionStorage.setItem(KEY, JSON.stringify(next))
        return next
      }),
  }
}
