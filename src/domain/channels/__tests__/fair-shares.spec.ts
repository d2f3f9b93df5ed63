import fc from "fast-check"
import { Occupant, servedInFull, Shares } from "../fair-shares"

const occupant = fc.record({
  channel_id: fc.constantFrom("a", "b", "c"),
  provider_id: fc.constantFrom("tiki", "tiktok-shop"),
})

const shares = fc.record({
  places: fc.integer({ min: 2, max: 8 }),
  of_channel: fc.integer({ min: 1, max: 4 }),
})

/** Whoever asks gets a place, if that is free and he is not served in full. */
function occupy(asking: Occupant[], pool: Shares): Occupant[] {
  const occupants: Occupant[] = []
  for (const one of asking) {
    const { channel_ids, provider_ids } = servedInFull(occupants, pool)
    if (
      occupants.length < pool.places &&
      !channel_ids.includes(one.channel_id) &&
      !provider_ids.includes(one.provider_id)
    ) {
      occupants.push(one)
    }
  }
  return occupants
}

describe("places", () => {
  it("are nobody's in full while nobody has one", () => {
    expect(servedInFull([], { places: 2, of_channel: 1 })).toEqual({
      channel_ids: [],
      provider_ids: [],
    })
  })

  it("are never a channel's beyond its share, nor all of them one marketplace's", () => {
    fc.assert(
      fc.property(fc.array(occupant), shares, (asking, pool) => {
        const occupants = occupy(asking, pool)
        for (const { channel_id, provider_id } of occupants) {
          const ofChannel = occupants.filter(
            (one) => one.channel_id === channel_id
          )
          const ofProvider = occupants.filter(
            (one) => one.provider_id === provider_id
          )
          expect(ofChannel.length).toBeLessThanOrEqual(pool.of_channel)
          expect(ofProvider.length).toBeLessThan(pool.places)
        }
      })
    )
  })

  it("are had by a marketplace that has none, however many others ask", () => {
    fc.assert(
      fc.property(fc.array(occupant), shares, (asking, pool) => {
        const others = asking.filter(
          ({ provider_id }) => provider_id !== "tiki"
        )
        const late = { channel_id: "late", provider_id: "tiki" }
        expect(occupy([...others, late], pool)).toContain(late)
      })
    )
  })

  it("may all be taken where a pool has one only", () => {
    const pool = { places: 1, of_channel: 1 }
    const one = { channel_id: "a", provider_id: "tiki" }
    expect(occupy([one], pool)).toEqual([one])
  })
})
