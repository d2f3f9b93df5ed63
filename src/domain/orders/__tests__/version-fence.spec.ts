import * as fc from "fast-check"
import { CopyVersion, acceptsCopy, latestRead } from "../version-fence"

const copy = (updated: number, hash: string, read: number): CopyVersion => ({
  external_updated_at: new Date(updated),
  content_hash: hash,
  read_started_at: new Date(read),
})

/** What a store does with each copy that arrives. */
function arrive(stored: CopyVersion | null, incoming: CopyVersion) {
  switch (acceptsCopy(stored, incoming)) {
    case "accept":
      return incoming
    case "unchanged":
      return stored
        ? { ...stored, read_started_at: latestRead(stored, incoming) }
        : incoming
    case "stale":
      return stored
  }
}

describe("acceptsCopy", () => {
  const stored = copy(10, "a", 5)

  it.each([
    ["the first one", null, copy(1, "a", 1), "accept"],
    ["a newer change, even read earlier", stored, copy(11, "b", 1), "accept"],
    ["an older change, even read later", stored, copy(9, "b", 9), "stale"],
    ["the same again", stored, copy(10, "a", 9), "unchanged"],
    ["other details, read later", stored, copy(10, "b", 6), "accept"],
    ["other details, read earlier", stored, copy(10, "b", 4), "stale"],
    ["other details, read at the same time", stored, copy(10, "b", 5), "stale"],
  ] as const)("%s", (_, before, incoming, verdict) => {
    expect(acceptsCopy(before, incoming)).toBe(verdict)
  })

  it("ends with the same copy in any order and with any repetition", () => {
    const reads = fc
      .uniqueArray(
        fc.record({
          updated: fc.integer({ min: 0, max: 3 }),
          hash: fc.constantFrom("a", "b", "c"),
          read: fc.integer({ min: 0, max: 100 }),
        }),
        { selector: ({ read }) => read, minLength: 1, maxLength: 8 }
      )
      .map((all) => all.map((c) => copy(c.updated, c.hash, c.read)))
    const arrivals = reads.chain((copies) =>
      fc.tuple(
        fc.constant(copies),
        fc.shuffledSubarray([...copies, ...copies, ...copies], {
          minLength: copies.length * 3,
        })
      )
    )
    fc.assert(
      fc.property(arrivals, ([copies, shuffled]) => {
        const end = (list: CopyVersion[]) =>
          list.reduce<CopyVersion | null>(arrive, null)
        expect(end(shuffled)).toEqual(end(copies))
      })
    )
  })
})
