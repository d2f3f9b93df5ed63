import { setTimeout as sleep } from "node:timers/promises"
import { workBehind } from "../work-behind"

/** Tells what was made and worked off, in the order it happened. */
function witness() {
  const seen: string[] = []
  async function* source(count: number, failsAt?: number) {
    for (let item = 1; item <= count; item++) {
      if (item === failsAt) {
        throw new Error("the source is broken")
      }
      seen.push(`made ${item}`)
      yield item
    }
  }
  const work = async (item: number) => {
    await sleep(5)
    seen.push(`worked off ${item}`)
  }
  return { seen, source, work }
}

describe("working behind a source", () => {
  it("makes the next item meanwhile, and no more than that", async () => {
    const { seen, source, work } = witness()
    await workBehind(source(3), work)
    expect(seen).toEqual([
      "made 1",
      "made 2",
      "worked off 1",
      "made 3",
      "worked off 2",
      "worked off 3",
    ])
  })

  it("has nothing under way when the source breaks", async () => {
    const { seen, source, work } = witness()
    await expect(workBehind(source(3, 2), work)).rejects.toThrow("broken")
    expect(seen).toEqual(["made 1", "worked off 1"])
  })

  it("ends with what the work throws, and closes the source", async () => {
    const { seen, source } = witness()
    const closed = jest.fn()
    async function* closing() {
      try {
        yield* source(9)
      } finally {
        closed()
      }
    }
    const work = () => Promise.reject(new Error("the table is gone"))
    await expect(workBehind(closing(), work)).rejects.toThrow("table is gone")
    expect(closed).toHaveBeenCalledTimes(1)
    expect(seen).toEqual(["made 1", "made 2"])
  })

  it("ends with what the work on the last item throws", async () => {
    const { source } = witness()
    const work = () => Promise.reject(new Error("the table is gone"))
    await expect(workBehind(source(1), work)).rejects.toThrow("table is gone")
  })
})
