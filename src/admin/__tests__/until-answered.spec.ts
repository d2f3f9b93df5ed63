import { NotKnown, untilAnswered } from "../lib/until-answered"

const answered = (status: number) =>
  Object.assign(new Error("refused"), { status })

type Attempt = "lost" | "never" | "late" | number | { answer: string }

/** A server that treats one attempt after the other so. */
function sendTo(attempts: Attempt[]) {
  const told: number[] = []
  const giving_up = new AbortController()
  let sent = 0
  const send = async (signal: AbortSignal): Promise<string> => {
    const what = attempts[sent++]
    switch (what) {
      case "lost":
        throw new TypeError("fetch failed")
      case "never":
        return new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(new Error("aborted")))
        })
      case "late":
        await new Promise((resolve) => setTimeout(resolve, 20))
        return "late"
      default:
        if (typeof what === "number") {
          throw answered(what)
        }
        return what.answer
    }
  }
  return {
    told,
    sent: () => sent,
    giving_up,
    run: (unanswered: (attempt: number) => void = () => undefined) =>
      untilAnswered(
        send,
        {
          given_up: giving_up.signal,
          unanswered: (attempt) => {
            told.push(attempt)
            unanswered(attempt)
          },
        },
        { wonder: 5, limit: 50, pauses: [1, 2] }
      ),
  }
}

describe("a request that is sent until it is answered", () => {
  it("is sent once where the answer comes", async () => {
    const { run, told, sent } = sendTo([{ answer: "counted" }])
    expect(await run()).toBe("counted")
    expect([sent(), told]).toEqual([1, []])
  })

  it("is sent again where the answer is lost, the server fails or puts it off", async () => {
    const { run, told, sent } = sendTo([
      "lost",
      502,
      500,
      408,
      429,
      { answer: "counted" },
    ])
    expect(await run()).toBe("counted")
    expect([sent(), told]).toEqual([6, [1, 2, 3, 4, 5]])
  })

  it("is sent again where nobody answers in time", async () => {
    const { run, told, sent } = sendTo(["never", { answer: "counted" }])
    expect(await run()).toBe("counted")
    // While it lasts, and when it is taken for lost.
    expect([sent(), told]).toEqual([2, [1, 1]])
  })

  it("is not sent again where the answer is only late", async () => {
    const { run, told, sent } = sendTo(["late"])
    expect(await run()).toBe("late")
    expect([sent(), told]).toEqual([1, [1]])
  })

  it.each([400, 401, 404, 409])(
    "is not sent again after %i",
    async (status) => {
      const { run, told, sent } = sendTo([status])
      await expect(run()).rejects.toMatchObject({ status })
      expect([sent(), told]).toEqual([1, []])
    }
  )

  it("may have been done where it is refused after an answer was lost", async () => {
    const { run } = sendTo(["lost", 401])
    const error: unknown = await run().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(NotKnown)
    expect(error).toMatchObject({ refusal: { status: 401 } })
  })

  it.each([
    ["between two attempts", "lost" as const],
    ["in the middle of one", "never" as const],
  ])("ends when it is given up %s", async (_when, attempt) => {
    const { run, giving_up, sent } = sendTo([attempt, { answer: "counted" }])
    const error: unknown = await run(() => giving_up.abort()).catch(
      (reason: unknown) => reason
    )
    expect(error).toBeInstanceOf(NotKnown)
    expect(error).toMatchObject({ refusal: null })
    expect(sent()).toBe(1)
  })
})
