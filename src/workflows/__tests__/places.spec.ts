import { setTimeout as sleep } from "node:timers/promises"
import { MedusaContainer } from "@medusajs/framework/types"
import { backgroundIdle } from "../background"
import { Served } from "../../domain/channels/fair-shares"
import { Places } from "../places"

type Work = { channel_id: string; provider_id: string; fails?: boolean }

/** Only whoever fails asks a container for something: where to say so. */
const said: string[] = []
const container = {
  resolve: () => ({ error: (line: string) => said.push(line) }),
} as unknown as MedusaContainer

let pools = 0

/** Places for work that waits in a line and is done when that is said. */
function open(line: Work[], shares: { places: number; of_channel: number }) {
  const under_way = new Map<Work, () => void>()
  const done: Work[] = []
  let asked = 0
  let claiming = 0
  const places = new Places<Work>({
    name: `pool ${++pools} place`,
    ...shares,
    claim: async (_, { channel_ids, provider_ids }: Served) => {
      asked += 1
      claiming += 1
      await sleep(1)
      claiming -= 1
      const next = line.findIndex(
        ({ channel_id, provider_id }) =>
          !channel_ids.includes(channel_id) &&
          !provider_ids.includes(provider_id)
      )
      return next < 0 ? null : line.splice(next, 1)[0]
    },
    work: async (_, work) => {
      await new Promise<void>((end) => under_way.set(work, end))
      under_way.delete(work)
      if (work.fails) {
        throw new Error("it failed")
      }
      done.push(work)
    },
  })
  /** Until nobody asks for work any more. */
  const rest = async () => {
    for (let before = -1; claiming > 0 || asked !== before;) {
      before = asked
      await sleep(20)
    }
  }
  return { places, under_way, done, rest }
}

const of = (provider_id: string, channel_id: string, fails = false): Work => ({
  provider_id,
  channel_id,
  fails,
})

describe("places", () => {
  afterEach(() => backgroundIdle())

  it("leave one to the marketplaces that answer, however often somebody asks for more", async () => {
    const line = [
      ...["a", "b", "c", "d"].map((channel) => of("hangs", channel)),
      of("answers", "e"),
      of("answers", "e"),
    ]
    const { places, under_way, done, rest } = open(line, {
      places: 3,
      of_channel: 1,
    })
    Array.from({ length: 5 }, () => places.take(container))
    await rest()
    const ended = [...under_way].filter(
      ([{ provider_id }]) => provider_id === "answers"
    )
    expect(under_way.size).toBe(3)
    expect(ended).toHaveLength(1)
    ended.forEach(([, end]) => end())
    await rest()
    expect(done).toEqual([of("answers", "e")])
    for (let round = 0; round < 6; round++) {
      under_way.forEach((end) => end())
      await rest()
    }
    expect(line).toEqual([])
    expect(done).toHaveLength(6)
  })

  it("are free again, and work on at the next tick, when what they did fails", async () => {
    const line = [of("one", "a", true), of("one", "a"), of("other", "b")]
    const [failing, waiting, other] = line
    const { places, under_way, done, rest } = open(line, {
      places: 2,
      of_channel: 1,
    })
    places.take(container)
    await rest()
    under_way.get(failing)?.()
    await rest()
    expect(said).toEqual([expect.stringContaining("it failed")])
    expect([...under_way.keys()]).toEqual([other])
    places.take(container)
    await rest()
    expect([...under_way.keys()]).toEqual([other, waiting])
    under_way.forEach((end) => end())
    await rest()
    expect(done).toEqual([other, waiting])
  })
})
