import { randomUUID } from "node:crypto"
import { Answer } from "../support/admin"
import { readOrder } from "../support/orders"
import { PackingParcel, packingScan, Scan } from "./packing"
import { bringInArranged, DailyShop, follow, waybillOf } from "./shop"

type PackingAnswer = { scan: Scan; parcel: PackingParcel | null }
type Step = {
  code: string
  request_id: string
  parcel_id?: string
  quantity?: number
}

/** What a table sends again because the answer was lost. */
export function packingAgain(at: () => DailyShop): void {
  const send = (step: Step): Promise<Answer<PackingAnswer>> =>
    at().admin.post("/packing/scans", step)
  const undo = (
    parcel_id: string,
    request_id: string
  ): Promise<Answer<PackingAnswer>> =>
    at().admin.delete(
      `/packing/scans/last?parcel_id=${parcel_id}&request_id=${request_id}`
    )
  /** A parcel of so many units of one article, on the table. */
  const laid = async (quantity: number) => {
    const [order] = await bringInArranged(at(), [
      [{ seller_sku: "LY-LAM-S", quantity }],
    ])
    const { parcel } = await packingScan(at(), waybillOf(order))
    if (!parcel) {
      throw new Error("nothing lies on the table")
    }
    const counted = async () => {
      const now = await packingScan(at(), waybillOf(order))
      return now.parcel?.lines[0].scanned
    }
    const item = () => ({
      code: "LY-LAM-S",
      parcel_id: parcel.id,
      request_id: randomUUID(),
    })
    return { order, parcel, counted, item }
  }

  describe("a step of the packing table that is sent again", () => {
    it("counts an item once, and is answered as the first time", async () => {
      const { item, counted } = await laid(3)
      const step = item()
      const first = await send(step)
      expect(first).toMatchObject({
        status: 200,
        body: {
          scan: { code: "counted" },
          parcel: { lines: [{ scanned: 1 }] },
        },
      })
      expect(await send(step)).toEqual(first)
      const next = await send(item())
      expect(next.body).toMatchObject({
        scan: { code: "counted" },
        parcel: { lines: [{ scanned: 2 }] },
      })
      const late = await send(step)
      expect(late.body).toEqual({
        scan: first.body.scan,
        parcel: next.body.parcel,
      })
      expect(await counted()).toBe(2)
    })

    it("counts once also when both arrive at once", async () => {
      const { item, counted } = await laid(3)
      const step = item()
      const answers = await Promise.all([send(step), send(step), send(step)])
      for (const { status, body } of answers) {
        expect(status).toBe(200)
        expect(body).toEqual(answers[0].body)
      }
      expect(await counted()).toBe(1)
    })

    it("packs once, and says so again after the parcel is packed", async () => {
      const { item, order, parcel } = await laid(1)
      const step = item()
      const answers = await Promise.all([send(step), send(step)])
      const again = await send(step)
      for (const { body } of [...answers, again]) {
        expect(body).toMatchObject({
          scan: { ok: true, code: "packed" },
          parcel: { id: parcel.id, state: "packed", lines: [{ scanned: 1 }] },
        })
      }
      await follow(at(), [])
      const { parcels } = await readOrder(at(), order.id)
      expect(parcels[0].marks.map(({ kind }) => kind)).toEqual(["packed"])
    })

    it("takes one item back, not two", async () => {
      const { item, parcel, counted } = await laid(4)
      for (let unit = 0; unit < 3; unit++) {
        await send(item())
      }
      const name = randomUUID()
      const first = await undo(parcel.id, name)
      expect(first).toMatchObject({
        status: 200,
        body: { scan: { code: "undone" }, parcel: { lines: [{ scanned: 2 }] } },
      })
      expect(await undo(parcel.id, name)).toEqual(first)
      const both = randomUUID()
      const [one, other] = await Promise.all([
        undo(parcel.id, both),
        undo(parcel.id, both),
      ])
      expect(one.body.scan).toMatchObject({ ok: true, code: "undone" })
      expect(other.body).toEqual(one.body)
      expect(await counted()).toBe(1)
    })

    it("counts nothing anew that was taken back meanwhile", async () => {
      const { item, parcel, counted } = await laid(2)
      const step = item()
      await send(step)
      const name = randomUUID()
      await undo(parcel.id, name)
      expect((await send(step)).body).toMatchObject({
        scan: { ok: true, code: "counted" },
        parcel: { lines: [{ scanned: 0 }] },
      })
      await send(item())
      expect((await undo(parcel.id, name)).body.scan.code).toBe("undone")
      expect(await counted()).toBe(1)
    })

    it("says again why it was refused, and lays a waybill's parcel down again", async () => {
      const { item, order, parcel } = await laid(2)
      const wrong = { ...item(), code: "BAT-RAN-TR" }
      const refused = await send(wrong)
      expect(refused.body.scan).toMatchObject({ ok: false, code: "wrong_item" })
      expect(await send(wrong)).toEqual(refused)
      const waybill = { code: waybillOf(order), request_id: randomUUID() }
      const opened = await send(waybill)
      expect(opened.body).toMatchObject({
        scan: { code: "opened" },
        parcel: { id: parcel.id },
      })
      expect(await send(waybill)).toEqual(opened)
      const unknown = { code: "VN-NOBODY", request_id: randomUUID() }
      const nobody = await send(unknown)
      expect(nobody.body.scan.code).toBe("unknown_parcel")
      expect(await send(unknown)).toEqual(nobody)
      const empty = randomUUID()
      const nothing = await undo(parcel.id, empty)
      expect(nothing.body.scan.code).toBe("nothing_to_undo")
      await send(item())
      const still = await undo(parcel.id, empty)
      expect(still.body.scan).toEqual(nothing.body.scan)
    })

    it("takes the next waybill once, scanned while the packed parcel still lies there", async () => {
      const packed = await laid(1)
      await send(packed.item())
      const next = await laid(1)
      const waybill = {
        code: waybillOf(next.order),
        parcel_id: packed.parcel.id,
        request_id: randomUUID(),
      }
      const opened = await send(waybill)
      expect(opened.body).toMatchObject({
        scan: { code: "opened" },
        parcel: { id: next.parcel.id },
      })
      expect(await send(waybill)).toEqual(opened)
    })

    it("is another one under another name, or without any", async () => {
      const { item, parcel, counted } = await laid(9)
      const step = item()
      await send(step)
      await send(item())
      await packingScan(at(), "LY-LAM-S", parcel.id)
      await packingScan(at(), "LY-LAM-S", parcel.id)
      expect(await counted()).toBe(4)
    })

    it("is refused where its name means another scan, or is no name", async () => {
      const { item, counted } = await laid(3)
      const step = item()
      await send(step)
      const other = await send({ ...step, code: "BAT-RAN-TR" })
      expect(other.status).toBe(400)
      expect((await send({ ...step, request_id: "1" })).status).toBe(400)
      expect(await counted()).toBe(1)
    })
  })
}
