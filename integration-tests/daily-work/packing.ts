import { findOrder, OrderAnswer, readOrder } from "../support/orders"
import {
  act,
  bringIn,
  bringInArranged,
  DailyShop,
  follow,
  waybillOf,
} from "./shop"

export type Scan = {
  id: string
  ok: boolean
  code: string
  message: string
  scanned: string
}
export type PackingParcel = {
  id: string
  external_id: string
  state: "open" | "packed"
  lines: {
    line_ids: string[]
    sku: string | null
    barcodes: string[]
    quantity: number
    scanned: number
  }[]
}

/** One scan at the packing table: of a waybill, or of an item for a parcel. */
export async function packingScan(
  { admin }: DailyShop,
  code: string,
  parcel_id?: string
): Promise<{ scan: Scan; parcel: PackingParcel | null }> {
  const { status, body } = await admin.post<{
    scan: Scan
    parcel: PackingParcel | null
  }>("/packing/scans", { code, parcel_id })
  if (status !== 200) {
    throw new Error(`a scan answered ${status}: ${JSON.stringify(body)}`)
  }
  return body
}

/** Packs a parcel as it should be. @returns the code of the last scan. */
export async function packWhole(
  shop: DailyShop,
  waybill: string
): Promise<string> {
  const { scan, parcel } = await packingScan(shop, waybill)
  let { code } = scan
  for (const line of parcel?.lines ?? []) {
    for (let unit = line.scanned; unit < line.quantity; unit++) {
      const item = line.barcodes[0] ?? line.sku ?? `line:${line.line_ids[0]}`
      code = (await packingScan(shop, item, parcel?.id)).scan.code
    }
  }
  return code
}

/** Đóng gói: a waybill, then its items, with a scanner only. */
export function packing(at: () => DailyShop): void {
  describe("packing by scan", () => {
    const arranged = (lines: Parameters<typeof bringInArranged>[1]) =>
      bringInArranged(at(), lines)

    it("counts items off and marks the parcel packed with the last one", async () => {
      const [order] = await arranged([
        [{ seller_sku: "LY-LAM-S", quantity: 2 }, { seller_sku: "DIA-NAU-15" }],
      ])
      const opened = await packingScan(at(), ` ${waybillOf(order)}\n`)
      expect(opened).toMatchObject({
        scan: { ok: true, code: "opened" },
        parcel: { state: "open" },
      })
      const { parcel } = opened
      expect(
        parcel?.lines.map(({ sku, quantity }) => [sku, quantity]).sort()
      ).toEqual([
        ["DIA-NAU-15", 1],
        ["LY-LAM-S", 2],
      ])
      const scan = (code: string) => packingScan(at(), code, parcel?.id)
      const codes = []
      for (const code of ["ly-lam-s", "BAT-RAN-TR", "LY-LAM-S", "LY-LAM-S"]) {
        codes.push((await scan(code)).scan.code)
      }
      expect(codes).toEqual(["counted", "wrong_item", "counted", "too_many"])
      const last = await scan("DIA-NAU-15")
      expect(last).toMatchObject({
        scan: { ok: true, code: "packed" },
        parcel: { state: "packed" },
      })
      await follow(at(), [])
      const packed = await readOrder(at(), order.id)
      expect(packed).toMatchObject({
        status: "packed",
        status_rule: "mark:packed",
        host_state: "pending",
      })
      expect(packed.parcels[0].marks.map(({ kind }) => kind)).toEqual([
        "packed",
      ])
      const twice = await packingScan(at(), waybillOf(order))
      expect(twice.scan).toMatchObject({ ok: false, code: "already_packed" })
    })

    it("goes on where another table left off, and takes the last item back", async () => {
      const [order] = await arranged([
        [{ seller_sku: "LY-LAM-S", quantity: 2 }],
      ])
      const { parcel } = await packingScan(at(), waybillOf(order))
      await packingScan(at(), "LY-LAM-S", parcel?.id)
      const reopened = await packingScan(at(), order.external_id)
      expect(reopened.parcel?.lines[0].scanned).toBe(1)
      const undone = await at().admin.delete<{ parcel: PackingParcel }>(
        `/packing/scans/last?parcel_id=${parcel?.id}`
      )
      expect(undone.body.parcel.lines[0].scanned).toBe(0)
      await packingScan(at(), "LY-LAM-S", parcel?.id)
      await packingScan(at(), "LY-LAM-S", parcel?.id)
      const back = await at().admin.delete<{ parcel: PackingParcel }>(
        `/packing/scans/last?parcel_id=${parcel?.id}`
      )
      expect(back.body.parcel).toMatchObject({
        state: "open",
        lines: [{ scanned: 1 }],
      })
      await follow(at(), [])
      expect((await readOrder(at(), order.id)).status).toBe("confirmed")
    })

    it("counts no unit beyond the contents when two tables scan at once", async () => {
      const [order] = await arranged([
        [{ seller_sku: "LY-LAM-S", quantity: 3 }],
      ])
      const { parcel } = await packingScan(at(), waybillOf(order))
      const scans = await Promise.all(
        Array.from({ length: 6 }, () =>
          packingScan(at(), "LY-LAM-S", parcel?.id)
        )
      )
      expect(scans.filter(({ scan }) => scan.ok)).toHaveLength(3)
      expect(scans.filter(({ scan }) => scan.code === "packed")).toHaveLength(1)
    })

    it("stops what must not go out", async () => {
      const [gone, wanted_back, fresh] = await arranged([
        [{ seller_sku: "LY-LAM-S" }],
        [{ seller_sku: "LY-LAM-M" }],
        [{ seller_sku: "LY-LAM-L" }],
      ])
      await act(at(), "mark_packed", [fresh])
      at().sandbox.tiktok.orders.cancel(gone.external_id, "BUYER")
      at().sandbox.tiktok.cancellations.request(wanted_back.external_id)
      const [unarranged] = at().sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }] },
      ])
      const [waiting] = await bringIn(at(), at().tiktok, [unarranged.id])
      await follow(at(), [gone, wanted_back])
      const codeOf = async (code: string) => {
        const { scan } = await packingScan(at(), code)
        expect(scan.ok).toBe(false)
        expect(scan.message.length).toBeGreaterThan(15)
        return scan.code
      }
      expect([
        await codeOf(waybillOf(gone)),
        await codeOf(waybillOf(wanted_back)),
        await codeOf(waybillOf(fresh)),
        await codeOf(waiting.external_id),
        await codeOf("VN-NOBODY-KNOWS"),
      ]).toEqual([
        "cancelled",
        "buyer_cancel_requested",
        "already_packed",
        "not_confirmed",
        "unknown_parcel",
      ])
    })

    it("packs one parcel of two orders with the items of both", async () => {
      const { tiktok } = at().sandbox
      const placed = tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }] },
        { lines: [{ seller_sku: "LY-LAM-S" }, { seller_sku: "LY-LAM-M" }] },
      ])
      const id = tiktok.packages.combine(
        placed.flatMap((one) =>
          tiktok.packages.ofOrder(one.id).map((own) => own.id)
        )
      )
      tiktok.packages.ship(id)
      await bringIn(
        at(),
        at().tiktok,
        placed.map((one) => one.id)
      )
      const { parcel } = await packingScan(at(), id)
      expect(
        parcel?.lines.reduce((sum, { quantity }) => sum + quantity, 0)
      ).toBe(3)
      expect(await packWhole(at(), id)).toBe("packed")
      await follow(at(), [])
      for (const { id: order_id } of placed) {
        expect((await findOrder(at(), order_id)).status).toBe("packed")
      }
    })

    it("says packed by hand, takes it back, and asks nobody who is not signed in", async () => {
      const [order] = await arranged([[{ seller_sku: "LY-LAM-S" }]])
      await act(at(), "mark_packed", [order])
      expect((await readOrder(at(), order.id)).status).toBe("packed")
      await act(at(), "undo_packed", [order])
      expect((await readOrder(at(), order.id)).status).toBe("confirmed")
      const answer = await fetch(
        `${at().base_url}/admin/marketplaces/packing/scans`,
        { method: "POST", body: "{}" }
      )
      expect(answer.status).toBe(401)
    })
  })
}
