import { Package } from "./package"

/** What became of every package, also of those that were split up or combined away. */
export type PackageBooks = {
  packages: number
  /** Packages that were arranged at least once. */
  arranged: number
  /** Times that a package was arranged; more than `arranged` when one was twice. */
  arrangements: number
  /** Times that the API was asked to arrange one, refused or not. */
  ship_asks: number
  /** Packages that were arranged more than once. */
  more_than_once: string[]
  by_id: Record<string, { arrangements: number; ship_asks: number }>
}

export function sumPackages(packages: Package[]): PackageBooks {
  const sum = (count: (one: Package) => number) =>
    packages.reduce((total, one) => total + count(one), 0)
  return {
    packages: packages.length,
    arranged: sum(({ arrangements }) => Math.min(1, arrangements.length)),
    arrangements: sum(({ arrangements }) => arrangements.length),
    ship_asks: sum(({ ship_asks }) => ship_asks),
    more_than_once: packages
      .filter(({ arrangements }) => arrangements.length > 1)
      .map(({ id }) => id),
    by_id: Object.fromEntries(
      packages.map(({ id, arrangements, ship_asks }) => [
        id,
        { arrangements: arrangements.length, ship_asks },
      ])
    ),
  }
}
