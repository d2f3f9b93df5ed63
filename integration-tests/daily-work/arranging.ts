import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { executeRun } from "../../src/workflows/runs/execute-run"
import { failingAtWrite } from "../support/failing-writes"
import { findOrder, OrderAnswer, readOrder } from "../support/orders"
import { ResultLine } from "../support/runs"
import { act, again, bringIn, codesOf, DailyShop, follow } from "./shop"

/** Sắp xếp vận chuyển: once for each parcel, whatever happens on the way. */
export function arranging(at: () => DailyShop): void {
  describe("arranging shipment", () => {
    const place = async (count: number): Promise<OrderAnswer[]> => {
      const placed = at().sandbox.tiktok.addOrders(
        Array.from({ length: count }, () => ({
          lines: [{ seller_sku: "LY-LAM-S" }],
        }))
      )
      return bringIn(
        at(),
        at().tiktok,
        placed.map(({ id }) => id)
      )
    }
    const packages = () => at().sandbox.tiktok.packages
    const arrangementsOf = (orders: OrderAnswer[]) =>
      orders.flatMap(({ external_id }) =>
        packages()
          .ofOrder(external_id)
          .map(({ arrangements }) => arrangements.length)
      )
    const once = (orders: OrderAnswer[]) => orders.map(() => 1)

    it("arranges many orders with few calls, and says so of each", async () => {
      const orders = await place(25)
      expect(orders[0]).toMatchObject({
        status: "awaiting_confirmation",
        deadline_kind: "ship_by",
      })
      expect(orders[0].actions).toContain("arrange_shipment")
      const before = packages().books().ship_asks
      const { run, results } = await act(at(), "arrange_shipment", orders)
      expect(run.status).toBe("done")
      expect(codesOf(results)).toEqual({ arranged: 25 })
      expect(arrangementsOf(orders)).toEqual(once(orders))
      expect(packages().books().ship_asks - before).toBe(25)
      for (const order of await again(at(), orders)) {
        expect(order).toMatchObject({
          status: "confirmed",
          raw_status: "AWAITING_COLLECTION",
          parcels: [{ state: "arranged" }],
        })
        expect(order.parcels[0].tracking_number).toBeTruthy()
        expect(order.history.at(-1)).toMatchObject({ status: "confirmed" })
      }
      const repeated = await act(at(), "arrange_shipment", orders)
      expect(codesOf(repeated.results)).toEqual({ already_arranged: 25 })
      expect(arrangementsOf(orders)).toEqual(once(orders))
    })

    it("looks again when the answer is lost, and does not repeat", async () => {
      const orders = await place(3)
      at().sandbox.tiktok.faults.add({
        kind: "lost_answer",
        path: "*/packages/ship",
        method: "POST",
      })
      const { results } = await act(at(), "arrange_shipment", orders)
      expect(codesOf(results)).toEqual({ arranged: 3 })
      expect(arrangementsOf(orders)).toEqual(once(orders))
    })

    it("leaves an order alone when nothing has happened, and arranges it when asked again", async () => {
      const orders = await place(2)
      at().sandbox.tiktok.faults.add({
        kind: "timeout",
        path: "*/packages/ship",
        method: "POST",
      })
      const { results } = await act(at(), "arrange_shipment", orders)
      expect(results.every(({ params }) => params.ok === false)).toBe(true)
      expect(arrangementsOf(orders)).toEqual([0, 0])
      const repeated = await act(at(), "arrange_shipment", orders)
      expect(codesOf(repeated.results)).toEqual({ arranged: 2 })
    })

    it("stops neither orders nor stock where only the permission to arrange is missing", async () => {
      const orders = await place(2)
      at().sandbox.tiktok.faults.add({
        kind: "envelope",
        status: 401,
        code: 105005,
        path: "*/packages/ship",
        method: "POST",
      })
      const { results } = await act(at(), "arrange_shipment", orders)
      expect(results.map(({ params }) => params.ok)).toEqual([false, false])
      expect(results[0].message).toContain("scope")
      const [channel] = await marketplacesOf(
        at().container
      ).listMarketplaceChannels({ id: at().tiktok.id })
      expect(channel.status).toBe("connected")
      const repeated = await act(at(), "arrange_shipment", orders)
      expect(codesOf(repeated.results)).toEqual({ arranged: 2 })
    })

    it("arranges each parcel once although the process dies at any of its steps", async () => {
      const orders = await place(30)
      const marketplaces = marketplacesOf(at().container)
      const { body } = await at().admin.post<{ run: { id: string } }>(
        "/orders/actions",
        { action: "arrange_shipment", ids: orders.map(({ id }) => id) }
      )
      const { run } = body
      for (let write = 1; write <= 10; write++) {
        await failingAtWrite(at(), write, () =>
          executeRun(at().container, run.id)
        )
        await marketplaces.updateMarketplaceRuns({
          id: run.id,
          status: "running",
          leased_until: null,
        })
      }
      await Promise.all([
        executeRun(at().container, run.id),
        executeRun(at().container, run.id),
      ])
      expect(arrangementsOf(orders)).toEqual(once(orders))
      await follow(at(), orders)
      const states = (await again(at(), orders)).map(({ status }) => status)
      expect(new Set(states)).toEqual(new Set(["confirmed"]))
    })

    it("arranges nothing that the buyer gives up, that is gone or not paid yet", async () => {
      const [given_up, gone, fine] = await place(3)
      const { tiktok } = at().sandbox
      tiktok.cancellations.request(given_up.external_id)
      tiktok.orders.cancel(gone.external_id, "BUYER")
      const [held] = await bringIn(
        at(),
        at().tiktok,
        tiktok
          .addOrders([
            { status: "ON_HOLD", lines: [{ seller_sku: "LY-LAM-S" }] },
          ])
          .map(({ id }) => id)
      )
      const { results } = await act(at(), "arrange_shipment", [
        held,
        given_up,
        gone,
        fine,
      ])
      const codeOf = (order: OrderAnswer) =>
        results.find(({ external_id }) => external_id === order.external_id)
          ?.code
      expect([held, given_up, gone, fine].map(codeOf)).toEqual([
        "not_confirmed",
        "buyer_cancel_requested",
        "cancelled",
        "arranged",
      ])
      expect(arrangementsOf([given_up, fine])).toEqual([0, 1])
    })

    it("arranges split orders parcel by parcel and combined parcels once", async () => {
      const { tiktok } = at().sandbox
      const [split] = tiktok.addOrders([
        {
          lines: [{ seller_sku: "LY-LAM-S" }, { seller_sku: "LY-LAM-M" }],
        },
      ])
      tiktok.packages.split(split.id, [[split.units[0].id]])
      const together = tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }] },
        { lines: [{ seller_sku: "LY-LAM-M" }] },
      ])
      tiktok.packages.combine(
        together.flatMap(({ id }) =>
          tiktok.packages.ofOrder(id).map((one) => one.id)
        )
      )
      const orders = await bringIn(at(), at().tiktok, [
        split.id,
        ...together.map(({ id }) => id),
      ])
      expect(orders.map(({ parcels }) => parcels.length)).toEqual([2, 1, 1])
      expect(orders[1].flags).toContain("combined")
      const { results } = await act(at(), "arrange_shipment", orders)
      expect(codesOf(results)).toEqual({ arranged: 3 })
      expect(tiktok.packages.books().more_than_once).toEqual([])
      const after = await again(at(), orders)
      expect(after.map(({ status }) => status)).toEqual([
        "confirmed",
        "confirmed",
        "confirmed",
      ])
    })

    it("shows a split order by its least advanced parcel", async () => {
      const { tiktok } = at().sandbox
      const [placed] = tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }, { seller_sku: "LY-LAM-M" }] },
      ])
      const [first] = tiktok.packages.split(placed.id, [[placed.units[0].id]])
      tiktok.packages.ship(first)
      const [order] = await bringIn(at(), at().tiktok, [placed.id])
      expect(order).toMatchObject({
        status: "awaiting_confirmation",
        raw_status: "PARTIALLY_SHIPPING",
      })
      expect(order.parcels.map(({ state }) => state).sort()).toEqual([
        "arranged",
        "to_arrange",
      ])
    })

    it("tells what may be chosen, and that Tiki's parcels move by themselves", async () => {
      const [order] = await place(1)
      const [placed] = at().sandbox.tiki.addOrders([
        { lines: [{ original_sku: "LY-LAM-S" }] },
      ])
      const [on_tiki] = await bringIn(at(), at().tiki, [placed.code])
      const { body } = await at().admin.post<{
        choices: { channel_id: string; methods: string[] }[]
      }>("/orders/shipment-choices", { ids: [order.id, on_tiki.id] })
      expect(body.choices).toMatchObject([
        // Without effect in Viet Nam, so not offered.
        { channel_id: at().tiktok.id, order_count: 1, methods: [] },
      ])
      const { results } = await act(at(), "arrange_shipment", [on_tiki])
      expect(results).toMatchObject([
        { code: "moves_by_itself", params: { ok: false } },
      ])
    })

    it("keeps it to one channel that its stored key cannot be opened, whatever is done with the orders", async () => {
      const orders = await place(2)
      packages()
        .ofOrder(orders[1].external_id)
        .forEach(({ id }) => packages().ship(id))
      await follow(at(), orders)
      const { tiki } = at().sandbox
      const [waiting, confirmed] = tiki.addOrders([
        { lines: [{ original_sku: "LY-LAM-S" }] },
        { lines: [{ original_sku: "LY-LAM-S" }] },
      ])
      tiki.orders.advance(confirmed.code, "picking")
      const others = await bringIn(at(), at().tiki, [
        waiting.code,
        confirmed.code,
      ])
      const knex = at().container.resolve(
        ContainerRegistrationKeys.PG_CONNECTION
      )
      const seal = (from: string, to: string) =>
        knex.raw(
          `UPDATE marketplace_authorization
              SET secrets = regexp_replace(secrets, ?, ?)
            WHERE id = (SELECT authorization_id FROM marketplace_channel WHERE id = ?)`,
          [`^${from}`, to, at().tiktok.id]
        )
      const failed = {
        code: "failed",
        message: expect.stringContaining("previousEncryptionKeys"),
        params: { ok: false },
      }
      const resultOf = (
        { results }: { results: ResultLine[] },
        { external_id }: OrderAnswer
      ) => results.find((one) => one.external_id === external_id)
      await seal("v1:", "v1:0ther:")
      try {
        const arranged = await act(at(), "arrange_shipment", [
          orders[0],
          others[0],
        ])
        expect(arranged.run.status).toBe("done")
        expect(resultOf(arranged, orders[0])).toMatchObject(failed)
        expect(resultOf(arranged, others[0])).toMatchObject({
          code: "moves_by_itself",
        })
        const printed = await act(at(), "print_waybills", [
          orders[1],
          others[1],
        ])
        expect(printed.run.status).toBe("done")
        expect(resultOf(printed, orders[1])).toMatchObject(failed)
        expect(resultOf(printed, others[1])?.params.ok).toBe(true)
      } finally {
        await seal("v1:0ther:", "v1:")
      }
      expect(arrangementsOf(orders)).toEqual([0, 1])
      const repeated = await act(at(), "arrange_shipment", [orders[0]])
      expect(codesOf(repeated.results)).toEqual({ arranged: 1 })
    })

    it("lets a fulfilment made on Medusa's own page reach TikTok Shop, once", async () => {
      const [order] = await place(1)
      const { createOrderFulfillmentWorkflow } =
        await import("@medusajs/medusa/core-flows")
      await createOrderFulfillmentWorkflow(at().container).run({
        input: {
          order_id: order.medusa_order_id ?? "",
          items: order.lines.map(({ id, quantity }) => ({ id, quantity })),
        },
      })
      await follow(at(), [])
      await follow(at(), [order])
      expect(arrangementsOf([order])).toEqual([1])
      expect(await findOrder(at(), order.external_id)).toMatchObject({
        status: "confirmed",
      })
      at().sandbox.tiktok.orders.advance(order.external_id, "IN_TRANSIT")
      await follow(at(), [order])
      expect(await readOrder(at(), order.id)).toMatchObject({
        status: "in_transit",
        host_state: "shipped",
      })
      expect(arrangementsOf([order])).toEqual([1])
    })
  })
}
