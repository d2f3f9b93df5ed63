import { OrderAnswer, readOrder } from "../support/orders"
import { finishRun, resultsOf } from "../support/runs"
import { readRequests } from "./goods-coming-back"
import { act, bringIn, codesOf, DailyShop, follow } from "./shop"

/** Cancellations and returns that buyers ask for, and the seller's answer. */
export function buyersRequests(at: () => DailyShop): void {
  describe("what buyers ask for", () => {
    const place = async (count: number): Promise<OrderAnswer[]> => {
      const placed = at().sandbox.tiktok.addOrders(
        Array.from({ length: count }, () => ({
          lines: [{ seller_sku: "LY-LAM-L" }],
        }))
      )
      return bringIn(
        at(),
        at().tiktok,
        placed.map(({ id }) => id)
      )
    }

    it("shows a cancellation with its deadline, and grants or refuses it once", async () => {
      const { tiktok } = at().sandbox
      const [granted, refused] = await place(2)
      for (const { external_id } of [granted, refused]) {
        tiktok.cancellations.request(external_id)
      }
      await readRequests(at())
      await follow(at(), [granted, refused])
      const asked = await readOrder(at(), granted.id)
      expect(asked.flags).toContain("buyer_cancel_requested")
      expect(asked.cancellation_request).toMatchObject({
        state: "waiting",
        answers: expect.arrayContaining(["approve", "reject"]),
        respond_by: expect.any(String),
      })
      expect(asked.actions).toEqual(
        expect.arrayContaining(["approve_cancellation", "reject_cancellation"])
      )
      expect(asked.actions).not.toContain("arrange_shipment")
      tiktok.faults.add({ kind: "lost_answer", path: "*/approve" })
      const approved = await act(at(), "approve_cancellation", [granted])
      expect(codesOf(approved.results)).toEqual({ approved: 1 })
      await follow(at(), [granted])
      expect((await readOrder(at(), granted.id)).status).toBe(
        "cancelled_by_buyer"
      )
      const { body } = await at().admin.get<{ reasons: { value: string }[] }>(
        `/buyer-requests/${
          (await readOrder(at(), refused.id)).cancellation_request?.id
        }/reject-reasons`
      )
      expect(body.reasons.length).toBeGreaterThan(0)
      const rejected = await act(at(), "reject_cancellation", [refused], {
        reason: body.reasons[0].value,
      })
      expect(rejected.results).toMatchObject([{ params: { ok: true } }])
      await readRequests(at())
      await follow(at(), [refused])
      const after = await readOrder(at(), refused.id)
      expect(after.flags).not.toContain("buyer_cancel_requested")
      expect(after.status).toBe("awaiting_confirmation")
      const twice = await act(at(), "approve_cancellation", [granted])
      expect(twice.results).toMatchObject([{ params: { ok: false } }])
    })

    it("answers a return from its own list, with money and goods told apart", async () => {
      const { tiktok } = at().sandbox
      const [order] = await place(1)
      tiktok.orders.advance(order.external_id, "DELIVERED")
      await follow(at(), [order])
      tiktok.returns.request(order.external_id, { type: "REFUND" })
      await readRequests(at())
      const { body } = await at().admin.get<{
        buyer_requests: { id: string; kind: string; refund_amount: number }[]
      }>(`/buyer-requests?state=waiting&q=${order.external_id}`)
      expect(body.buyer_requests).toMatchObject([{ kind: "refund" }])
      expect(body.buyer_requests[0].refund_amount).toBeGreaterThan(0)
      const run = await finishRun(
        at().admin,
        `/buyer-requests/${body.buyer_requests[0].id}/answer`,
        { answer: "approve" }
      )
      expect(await resultsOf(at().admin, run)).toMatchObject([
        { code: "approved" },
      ])
      await readRequests(at())
      expect((await readOrder(at(), order.id)).status).toBe("succeeded")
    })

    it("lists goods that came back as to be answered, until they are", async () => {
      const { tiktok } = at().sandbox
      const [order] = await place(1)
      tiktok.orders.advance(order.external_id, "DELIVERED")
      await follow(at(), [order])
      const asked = tiktok.returns.request(order.external_id)
      tiktok.returns.approve(asked.id)
      tiktok.returns.shipBack(asked.id)
      const found = async (filter: string) => {
        await readRequests(at())
        const { body } = await at().admin.get<{
          buyer_requests: { id: string; respond_by: string | null }[]
        }>(`/buyer-requests?${filter}&q=${order.external_id}`)
        return body.buyer_requests
      }
      const toAnswer = async () => {
        const { body } = await at().admin.get<{ to_answer: number }>(
          `/buyer-requests/counts?q=${order.external_id}`
        )
        return body.to_answer
      }
      expect(await found("to_answer=true")).toEqual([])
      expect(await toAnswer()).toBe(0)
      tiktok.returns.deliverBack(asked.id)
      const waiting = await found("to_answer=true")
      expect(waiting).toMatchObject([
        {
          state: "shipped_back",
          answers: ["approve", "reject"],
          respond_by: expect.any(String),
        },
      ])
      expect(await toAnswer()).toBe(1)
      expect(await found("state=shipped_back")).toEqual(waiting)
      await finishRun(at().admin, `/buyer-requests/${waiting[0].id}/answer`, {
        answer: "approve",
      })
      expect(await found("to_answer=true")).toEqual([])
    })

    it("sorts by what is due next, and counts what will soon be late", async () => {
      const [order] = await place(1)
      const { body } = await at().admin.get<{
        orders: { id: string; deadline_at: string | null }[]
      }>("/orders?order=deadline_at&limit=50&status=awaiting_confirmation")
      const times = body.orders.flatMap(({ deadline_at }) => deadline_at ?? [])
      expect(times).toEqual([...times].sort())
      const counts = await at().admin.get<{ late_soon: number }>(
        "/orders/counts"
      )
      const soon = await at().admin.get<{ count: number }>(
        "/orders?late_soon=true"
      )
      expect(counts.body.late_soon).toBe(soon.body.count)
      const [unpaid] = at().sandbox.tiktok.addOrders([
        { status: "UNPAID", lines: [{ seller_sku: "LY-LAM-L" }] },
      ])
      const [waiting] = await bringIn(at(), at().tiktok, [unpaid.id])
      expect(waiting).toMatchObject({ status: "new", deadline_kind: "pay_by" })
      expect(Date.parse(String(waiting.deadline_at))).toBe(
        (unpaid.create_time + 48 * 3600) * 1000
      )
      expect(order.deadline_kind).toBe("ship_by")
    })
  })
}
