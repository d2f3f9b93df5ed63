import { PAUSES_MS, withRetries } from "../with-retries"

class Passing extends Error {}

/** Work that fails so often before it succeeds. */
function failing(times: number, error: Error = new Passing("lock taken")) {
  const tally = { worked: 0, paused: [] as number[] }
  const work = async () => {
    tally.worked += 1
    if (tally.worked <= times) {
      throw error
    }
  }
  const pause = async (milliseconds: number) => {
    tally.paused.push(milliseconds)
    return true
  }
  const isPassing = (one: unknown) => one instanceof Passing
  return { tally, done: withRetries(work, isPassing, pause) }
}

describe("withRetries", () => {
  it("begins again after what passes, waiting longer each time", async () => {
    const { tally, done } = failing(3)
    expect(await done).toBe("done")
    expect(tally).toEqual({ worked: 4, paused: PAUSES_MS.slice(0, 3) })
    expect([...PAUSES_MS].sort((a, b) => a - b)).toEqual(PAUSES_MS)
  })

  it("ends with what does not pass, at once", async () => {
    const { tally, done } = failing(1, new Error("no such channel"))
    await expect(done).rejects.toThrow("no such channel")
    expect(tally).toEqual({ worked: 1, paused: [] })
  })

  it("gives up when it has not passed after the last pause", async () => {
    const { tally, done } = failing(100)
    await expect(done).rejects.toThrow("lock taken")
    expect(tally.worked).toBe(PAUSES_MS.length + 1)
  })

  it("leaves the work to whoever has taken it up meanwhile", async () => {
    let worked = 0
    const work = async () => {
      worked += 1
      throw new Passing()
    }
    const done = withRetries(
      work,
      () => true,
      async () => false
    )
    expect(await done).toBe("left")
    expect(worked).toBe(1)
  })
})
