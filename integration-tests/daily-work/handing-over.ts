import { orderLevelOf } from "../support/levels"
import { medusaOrder, OrderAnswer, readOrder } from "../support/orders"
import { packWhole } from "./packing"
import {
  act,
  again,
  bringIn,
  bringInArranged,
  DailyShop,
  follow,
  waybillOf,
} from "./shop"

export type HandoverParcel = {
  scan_id: string
  external_id: string
  warning: string | null
  condition: string | null
}
export type Handover = {
  id: string
  number: number
  status: "open" | "closed"
  parcels: HandoverParcel[]
  missing: { external_id: string }[]
  missing_count: number
  set_aside: { scan_id: string; scanned: string; code: string }[]
}
export type HandoverScan = {
  id: string
  ok: boolean
  code: string
  message: string
}

export async function openHandover(
  { admin }: DailyShop,
  direction: "outbound" | "inbound",
  input: { channel_id?: string; carrier?: string } = {}
): Promise<Handover> {
  const { body } = await admin.post<{ handover: { id: string } }>(
    "/handovers",
    { direction, ...input }
  )
  return readHandover({ admin }, body.handover.id)
}

export async function readHandover(
  { admin }: Pick<DailyShop, "admin">,
  id: string
): Promise<Handover> {
  const { body } = await admin.get<{ handover: Handover }>(`/handovers/${id}`)
  return body.handover
}

export async function handoverScan(
  { admin }: DailyShop,
  { id }: Handover,
  code: string,
  input: { condition?: "good" | "damaged"; note?: string } = {}
): Promise<HandoverScan> {
  const { status, body } = await admin.post<{ scan: HandoverScan }>(
    `/handovers/${id}/scans`,
    { code, ...input }
  )
  if (status !== 200) {
    throw new Error(`a scan answered ${status}: ${JSON.stringify(body)}`)
  }
  return body.scan
}

export async function closeHandover(
  shop: DailyShop,
  { id }: Handover
): Promise<{ handover: Handover; refused: { external_id: string }[] }> {
  const { status, body } = await shop.admin.post<{
    handover: Handover
    refused: { external_id: string }[]
  }>(`/handovers/${id}/close`)
  if (status !== 200) {
    throw new Error(`closing answered ${status}: ${JSON.stringify(body)}`)
  }
  await follow(shop, [])
  return body
}

/** Biên bản bàn giao: what the carrier takes along. */
export function handingOver(at: () => DailyShop): void {
  describe("handing over to the carrier", () => {
    const packed = async (count: number): Promise<OrderAnswer[]> => {
      const orders = await bringInArranged(
        at(),
        Array.from({ length: count }, () => [{ seller_sku: "DIA-NAU-20" }])
      )
      for (const order of orders) {
        expect(await packWhole(at(), waybillOf(order))).toBe("packed")
      }
      await follow(at(), [])
      return again(at(), orders)
    }
    it("takes goods out of the count once the record is closed, and once only", async () => {
      const before = await orderLevelOf(at(), "DIA-NAU-20")
      const [first, second, left] = await packed(3)
      const record = await openHandover(at(), "outbound", {
        channel_id: at().tiktok.id,
      })
      expect(record.missing_count).toBe(record.missing.length)
      expect(record.missing.map(({ external_id }) => external_id)).toEqual(
        expect.arrayContaining(
          [first, second, left].map(({ parcels }) => parcels[0].external_id)
        )
      )
      const codes = []
      for (const order of [first, second, first]) {
        codes.push((await handoverScan(at(), record, waybillOf(order))).code)
      }
      codes.push((await handoverScan(at(), record, "NOT-A-PARCEL")).code)
      expect(codes[0]).toBe(codes[1])
      expect(codes.slice(2)).toEqual(["already_scanned", "unknown_parcel"])
      const open = await readHandover(at(), record.id)
      expect(open.parcels).toHaveLength(2)
      expect(open.missing).toContainEqual(
        expect.objectContaining({ external_id: left.parcels[0].external_id })
      )
      expect(open.set_aside).toHaveLength(1)
      expect(await orderLevelOf(at(), "DIA-NAU-20")).toMatchObject({
        stocked: before.stocked,
      })

      const { handover, refused } = await closeHandover(at(), record)
      expect([handover.status, refused]).toEqual(["closed", []])
      const orders = await again(at(), [first, second, left])
      expect(orders.map(({ status }) => status)).toEqual([
        "awaiting_collection",
        "awaiting_collection",
        "packed",
      ])
      expect(await orderLevelOf(at(), "DIA-NAU-20")).toEqual({
        stocked: before.stocked - 2,
        reserved: before.reserved + 1,
      })
      const made = await medusaOrder(at(), orders[0])
      expect(made).toMatchObject({ fulfillment_status: "shipped" })
      expect(made.fulfillments?.[0].labels).toMatchObject([
        { tracking_number: orders[0].parcels[0].tracking_number },
      ])

      const again_closed = await at().admin.post(
        `/handovers/${record.id}/close`
      )
      expect([200, 400, 409]).toContain(again_closed.status)
      const late = await at().admin.post(`/handovers/${record.id}/scans`, {
        code: waybillOf(left),
      })
      expect(late.status).toBeGreaterThanOrEqual(400)
      at().sandbox.tiktok.orders.advance(first.external_id, "IN_TRANSIT")
      await follow(at(), [first])
      expect(await readOrder(at(), first.id)).toMatchObject({
        status: "in_transit",
      })
      expect(await orderLevelOf(at(), "DIA-NAU-20")).toMatchObject({
        stocked: before.stocked - 2,
      })
    })

    it("keeps back what was cancelled at the marketplace without our knowing", async () => {
      const [gone, fine] = await packed(2)
      const record = await openHandover(at(), "outbound")
      await handoverScan(at(), record, waybillOf(gone))
      await handoverScan(at(), record, waybillOf(fine))
      at().sandbox.tiktok.orders.cancel(gone.external_id, "BUYER")
      const { refused } = await closeHandover(at(), record)
      expect(refused).toMatchObject([
        { external_id: gone.parcels[0].external_id, code: "cancelled" },
      ])
      const orders = await again(at(), [gone, fine])
      expect(orders.map(({ status }) => status)).toEqual([
        "cancelled_by_buyer",
        "awaiting_collection",
      ])
    })

    it("undoes a scan, and warns of a parcel that nobody packed", async () => {
      const { tiktok } = at().sandbox
      const [placed] = tiktok.addOrders([
        { lines: [{ seller_sku: "DIA-NAU-20" }] },
      ])
      tiktok.packages
        .ofOrder(placed.id)
        .forEach((one) => tiktok.packages.ship(one.id))
      const [order] = await bringIn(at(), at().tiktok, [placed.id])
      const record = await openHandover(at(), "outbound")
      const scan = await handoverScan(at(), record, waybillOf(order))
      expect(scan.ok).toBe(true)
      const { parcels } = await readHandover(at(), record.id)
      expect(parcels).toMatchObject([{ warning: "not_packed" }])
      await at().admin.delete(`/handovers/${record.id}/scans/${scan.id}`)
      expect((await readHandover(at(), record.id)).parcels).toEqual([])
    })

    it("lets a person say that it waits for the carrier", async () => {
      const [order] = await packed(1)
      const { results } = await act(at(), "mark_awaiting_collection", [order])
      expect(results).toMatchObject([{ params: { ok: true } }])
      expect(await readOrder(at(), order.id)).toMatchObject({
        status: "awaiting_collection",
        host_state: "shipped",
      })
    })

    it("knows a parcel that was cancelled after the handover as coming back", async () => {
      const before = await orderLevelOf(at(), "DIA-NAU-20")
      const [order] = await packed(1)
      await act(at(), "mark_awaiting_collection", [order])
      at().sandbox.tiktok.orders.cancel(order.external_id, "BUYER")
      await follow(at(), [order])
      expect(await readOrder(at(), order.id)).toMatchObject({
        status: "returning",
        status_rule: "cancelled_after_handover",
      })
      const record = await openHandover(at(), "inbound")
      expect(
        await handoverScan(at(), record, waybillOf(order), {
          condition: "good",
        })
      ).toMatchObject({ ok: true })
      await closeHandover(at(), record)
      expect(await readOrder(at(), order.id)).toMatchObject({
        status: "returned",
        receipts: [{ stock_state: "done", stock_error: null }],
      })
      expect(await orderLevelOf(at(), "DIA-NAU-20")).toEqual(before)
    })
  })
}
