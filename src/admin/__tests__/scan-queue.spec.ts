import { ScanQueue } from "../lib/scan-queue"

const settled = () => new Promise((resolve) => setTimeout(resolve, 30))

function queueOf(answers: Record<string, number>, fails: string[] = []) {
  const handled: string[] = []
  const lost: string[][] = []
  const lengths: number[] = []
  const queue = new ScanQueue<string>(
    async (scan) => {
      await new Promise((resolve) => setTimeout(resolve, answers[scan] ?? 0))
      if (fails.includes(scan)) {
        throw new Error("no answer")
      }
      handled.push(scan)
    },
    {
      length: (length) => lengths.push(length),
      failure: (_error, scans) => lost.push(scans),
    }
  )
  return { queue, handled, lost, lengths }
}

describe("ScanQueue", () => {
  it("loses nothing of a fast scanner and keeps its order", async () => {
    const { queue, handled, lengths } = queueOf({ a: 10, b: 1 })
    for (const scan of ["a", "b", "b", "c"]) {
      queue.add(scan)
    }
    await settled()
    expect(handled).toEqual(["a", "b", "b", "c"])
    expect(Math.max(...lengths)).toBe(4)
    expect(lengths.at(-1)).toBe(0)
  })

  it("hands back what failed and what waited behind it, then goes on", async () => {
    const { queue, handled, lost } = queueOf({}, ["b"])
    for (const scan of ["a", "b", "c"]) {
      queue.add(scan)
    }
    await settled()
    queue.add("d")
    await settled()
    expect(handled).toEqual(["a", "d"])
    expect(lost).toEqual([["b", "c"]])
  })
})
