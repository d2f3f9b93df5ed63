import type { PickLine } from "./types"

/** Lines by the place they lie at, places in alphabetical order, an unknown one last. */
export function byLocation(
  lines: PickLine[]
): { location: string | null; lines: PickLine[] }[] {
  const places = [...new Set(lines.map(({ location_name }) => location_name))]
  return places
    .sort((a, b) =>
      a === null ? 1 : b === null ? -1 : a.localeCompare(b, "vi")
    )
    .map((location) => ({
      location,
      lines: lines.filter(({ location_name }) => location_name === location),
    }))
}
