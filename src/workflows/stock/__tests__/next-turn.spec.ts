import { nextTurn } from "../next-turn"

describe("the next turn of a channel", () => {
  const now = new Date("2026-01-05T03:00:00Z")
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)

  it("queues behind channels that wait already, whatever is left over", () => {
    expect(nextTurn(at(-60), now)).toEqual(now)
  })

  it("is when something is due, and late when nothing is", () => {
    expect(nextTurn(at(5), now)).toEqual(at(5))
    expect(nextTurn(null, now)).toEqual(at(3600))
  })
})
