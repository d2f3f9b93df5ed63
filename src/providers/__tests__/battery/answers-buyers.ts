import {
  AnswersBuyerRequests,
  answersBuyerRequests,
  BuyerRequestAnswer,
} from "../../../domain/provider/answers-buyer-requests"
import {
  BUYER_REQUEST_ANSWERS,
  BUYER_REQUEST_KINDS,
  BUYER_REQUEST_STATES,
  NeutralBuyerRequest,
} from "../../../domain/returns/buyer-request"
import { Bench, collect, isAmount, TestAccess } from "./bench"
import { ProviderWorld } from "./world"

/** What buyers ask for, and the seller's answer, at most once. */
export function answersBuyers(at: () => Bench): void {
  describe("answers buyers", () => {
    it("whose requests are all there, and well formed", async () => {
      const { bench, readAll, world } = await connect(at())
      const requests = await readAll()
      expect(byId(requests).map(({ external_id }) => external_id)).toEqual(
        [...world.ids].sort()
      )
      const times = requests.map((one) => Number(one.external_updated_at))
      expect(times).toEqual([...times].sort((a, b) => a - b))
      for (const request of requests) {
        expectWellFormed(request)
        expect(bench.order_ids).toContain(request.order_external_id)
      }
    })

    it("and no others than were asked for", async () => {
      const { provider, access, world, readAll } = await connect(at())
      const before = { from: new Date(+world.from - 1000), to: world.from }
      const none = provider.readBuyerRequests(access, {
        by: "updated_at",
        ...before,
      })
      expect(await collect(none)).toEqual([])
      const nobodys = provider.readBuyerRequests(access, {
        by: "order",
        order_external_ids: ["576460752303423489"],
      })
      expect(await collect(nobodys)).toEqual([])
      const requests = await readAll()
      const order_external_ids = requests.map((one) => one.order_external_id)
      const of_orders = await collect(
        provider.readBuyerRequests(access, { by: "order", order_external_ids })
      )
      expect(byId(of_orders)).toEqual(byId(requests))
    })

    it("with reasons to choose from for a refusal", async () => {
      const { provider, access, waiting } = await connect(at())
      const reasons = await provider.readRejectReasons(access, await waiting())
      expect(reasons).not.toHaveLength(0)
      for (const { value, label } of reasons) {
        expect(value).not.toBe("")
        expect(label.en && label.vi).not.toBe("")
      }
    })

    it("yes, once", async () => {
      const { bench, answer, waiting } = await connect(at())
      const request = await waiting()
      expect([...request.answers].sort()).toEqual(["approve", "reject"])
      await answer(request, { kind: "approve" }, "first")
      const after = await waiting()
      expect(["approved", "shipped_back", "settled"]).toContain(after.state)
      expect(after.answers).not.toContain("approve")
      await bench.expectError(answer(request, { kind: "approve" }, "second"), [
        "rejected",
        "not_found",
      ])
    })

    it("no, with a reason", async () => {
      const { refuse, waiting } = await connect(at())
      await refuse(await waiting())
      const after = await waiting()
      expect(after.state).toBe("refused")
      expect(after.answers).toEqual([])
    })

    it("once, when the answer is lost", async () => {
      const { bench, world, refuse, waiting } = await connect(at())
      const request = await waiting()
      world.loseAnswer()
      await bench.expectError(refuse(request), ["outcome_unknown"])
      expect((await waiting()).state).toBe("refused")
    })
  })
}

function expectWellFormed(request: NeutralBuyerRequest): void {
  expect(BUYER_REQUEST_KINDS).toContain(request.kind)
  expect(BUYER_REQUEST_STATES).toContain(request.state)
  expect(BUYER_REQUEST_ANSWERS).toEqual(expect.arrayContaining(request.answers))
  expect(typeof request.external_id).toBe("string")
  expect(request.raw_status).not.toBe("")
  expect(Number.isNaN(Number(request.requested_at))).toBe(false)
  expect(Number.isNaN(Number(request.external_updated_at))).toBe(false)
  if (request.state === "waiting") {
    expect(request.answers).not.toHaveLength(0)
  }
  if (request.refund_amount !== null) {
    expect(isAmount(request.refund_amount)).toBe(true)
    expect(request.currency_code).toMatch(/^[a-z]{3}$/)
  }
  for (const { external_line_id, quantity } of request.lines) {
    expect(typeof external_line_id).toBe("string")
    expect(Number.isInteger(quantity) && quantity > 0).toBe(true)
  }
}

/** By id; one that came twice is there as it came last. */
function byId(requests: NeutralBuyerRequest[]): NeutralBuyerRequest[] {
  const found = new Map(requests.map((one) => [one.external_id, one]))
  return [...found.values()].sort((one, other) =>
    one.external_id < other.external_id ? -1 : 1
  )
}

type Connected = {
  bench: Bench
  provider: AnswersBuyerRequests
  access: TestAccess
  world: NonNullable<ProviderWorld["buyer_requests"]>
  readAll(): Promise<NeutralBuyerRequest[]>
  /** The request that waited at first, as it is now. */
  waiting(): Promise<NeutralBuyerRequest>
  answer(
    request: NeutralBuyerRequest,
    answer: BuyerRequestAnswer,
    key: string
  ): Promise<void>
  /** Refuses for the first reason there is. */
  refuse(request: NeutralBuyerRequest): Promise<void>
}

async function connect(bench: Bench): Promise<Connected> {
  const { provider } = bench
  const world = bench.world.buyer_requests
  if (!world || !answersBuyerRequests(provider)) {
    throw new Error("nobody asks in this world: say so to describeProvider")
  }
  const access = await bench.connected()
  const readAll = () =>
    collect(
      provider.readBuyerRequests(access, {
        by: "updated_at",
        from: world.from,
        to: world.to,
      })
    )
  const waiting = async () => {
    const found = byId(await readAll()).find(
      ({ external_id }) => external_id === world.waiting
    )
    if (!found) {
      throw new Error(`request ${world.waiting} is gone`)
    }
    return found
  }
  const answer: Connected["answer"] = (request, decision, key) =>
    provider.answerBuyerRequest(access, request, decision, key)
  const refuse = async (request: NeutralBuyerRequest) => {
    const [reason] = await provider.readRejectReasons(access, request)
    await answer(
      request,
      { kind: "reject", reason: reason.value, comment: null },
      "refusal"
    )
  }
  return { bench, provider, access, world, readAll, waiting, answer, refuse }
}
