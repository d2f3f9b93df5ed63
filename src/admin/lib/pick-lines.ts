import type { PickLine, PickListDetail } from "./types"

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

/** Orders that are on other open lists too, list by list in the order of their numbers. */
export function byOtherList(
  elsewhere: PickListDetail["elsewhere"]
): { number: number; order_ids: string[] }[] {
  const numbers = [...new Set(elsewhere.map(({ number }) => number))]
  return numbers
    .sort((a, b) => a - b)
    .map((number) => ({
      number,
      order_ids: elsewhere
        .filter((one) => one.number === number)
        .map(({ external_id }) => external_id),
    }))
}
