/** What has to be fetched for a parcel, as far as its place in the order of work goes. */
export type PickableContents = {
  /** One for each SKU; where the same SKU comes twice, its units count together. */
  lines: { sku: string; quantity: number }[]
  /** Where the goods lie; null when nobody says. */
  location: string | null
}

/**
 * Puts parcels into the order in which they are picked and packed with the fewest steps:
 * first those with one SKU only, the same SKU together and equal quantities together; then
 * the others by location and SKUs. Parcels that are alike stay as they came.
 */
export function pickingOrder<T>(
  parcels: readonly T[],
  contentsOf: (parcel: T) => PickableContents
): T[] {
  const placed = parcels.map((parcel) => ({
    parcel,
    place: placeOf(contentsOf(parcel)),
  }))
  return placed
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ parcel }) => parcel)
}

/** Parts that are compared one after the other. */
type Place = (string | number)[]

function placeOf({ lines, location }: PickableContents): Place {
  const units = new Map<string, number>()
  for (const { sku, quantity } of lines) {
    units.set(sku, (units.get(sku) ?? 0) + quantity)
  }
  const skus = [...units].sort(([a], [b]) => compare(a, b))
  const [only] = skus
  return skus.length === 1
    ? [0, only[0], location ?? "", only[1]]
    : [1, location ?? "", ...skus.flat()]
}

function comparePlaces(a: Place, b: Place): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = compare(a[index], b[index])
    if (difference !== 0) {
      return difference
    }
  }
  return a.length - b.length
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
