import { StockPart } from "../types"

/** A line as returns are grouped by it. */
export type GroupedLine = {
  id: string
  variant_id: string | null
  /** Where its goods left from. */
  location_id: string | null
  parts: StockPart[]
}

/**
 * Puts lines into returns: one location each, and never two variants that take of the same
 * inventory item. Medusa restocks only the first of those when they are received together.
 */
export function groupLines<Line extends GroupedLine>(lines: Line[]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.find(
      (members) =>
        members[0].location_id === line.location_id &&
        members.every((member) => !collide(member, line))
    )
    if (group) {
      group.push(line)
    } else {
      groups.push([line])
    }
  }
  return groups
}

function collide(one: GroupedLine, other: GroupedLine): boolean {
  return (
    one.variant_id !== other.variant_id &&
    one.parts.some(({ inventory_item_id }) =>
      other.parts.some((part) => part.inventory_item_id === inventory_item_id)
    )
  )
}
