import { PDFDocument } from "@cantoo/pdf-lib"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { OrderAnswer } from "../support/orders"
import { Run } from "../support/runs"
import {
  act,
  again,
  bringIn,
  bringInArranged,
  codesOf,
  DailyShop,
} from "./shop"

type PrintedFile = { id: string; filename: string; mime_type: string }

/** In phiếu gửi: one file for many parcels of both marketplaces. */
export function printing(at: () => DailyShop): void {
  describe("printing waybills", () => {
    const arranged = (skus: string[]) =>
      bringInArranged(
        at(),
        skus.map((seller_sku) => [{ seller_sku }])
      )
    const confirmed = async (count: number): Promise<OrderAnswer[]> => {
      const { tiki } = at().sandbox
      const placed = tiki.addOrders(
        Array.from({ length: count }, () => ({
          lines: [{ original_sku: "LY-LAM-S" }],
        }))
      )
      placed.forEach(({ code }) => tiki.orders.advance(code, "picking"))
      return bringIn(
        at(),
        at().tiki,
        placed.map(({ code }) => code)
      )
    }
    const filesOf = async ({ id }: Run): Promise<PrintedFile[]> => {
      const { body } = await at().admin.get<{ run: { files: PrintedFile[] } }>(
        `/runs/${id}`
      )
      return body.run.files
    }
    const fetchFile = async (path: string) => {
      const answer = await at().admin.download(path)
      return { ...answer, pdf: answer.type.includes("pdf") }
    }

    it("makes one PDF of many waybills, in the order of picking, and moves them to packing", async () => {
      const skus = ["LY-LAM-M", "LY-LAM-S", "LY-LAM-M", "DIA-NAU-15"]
      const orders = await arranged(skus)
      expect(orders[0].actions).toContain("print_waybills")
      const { run, results } = await act(at(), "print_waybills", orders)
      expect(codesOf(results)).toEqual({ printed: 4 })
      const [file] = await filesOf(run)
      expect(file.mime_type).toBe("application/pdf")
      const answer = await fetchFile(`/runs/${run.id}/file`)
      expect(answer).toMatchObject({ status: 200, pdf: true })
      expect(answer.headers["cache-control"]).toContain("no-store")
      const pdf = await PDFDocument.load(answer.content)
      expect(pdf.getPageCount()).toBe(4)
      const { width, height } = pdf.getPage(0).getSize()
      expect([Math.round(width), Math.round(height)]).toEqual([298, 420])
      const pages = orders.map((order, index) => ({
        sku: skus[index],
        page: Number(
          results.find(({ external_id }) => external_id === order.external_id)
            ?.params.page
        ),
      }))
      const inOrder = [...pages].sort((a, b) => a.page - b.page)
      expect(inOrder.map(({ page }) => page)).toEqual([1, 2, 3, 4])
      expect(inOrder.map(({ sku }) => sku)).toEqual([...skus].sort())
      for (const order of await again(at(), orders)) {
        expect(order).toMatchObject({
          status: "packing",
          status_rule: "mark:waybill_printed",
        })
        expect(order.parcels[0].marks).toMatchObject([
          { kind: "waybill_printed", actor_name: expect.any(String) },
        ])
      }
    })

    it("asks why a waybill is printed again, and writes it down", async () => {
      const [order] = await arranged(["LY-LAM-S"])
      const listed = async () => {
        const { body } = await at().admin.get<{
          orders: { parcels: { printed_at: string | null }[] }[]
        }>(`/orders?q=${order.external_id}`)
        return body.orders[0].parcels
      }
      expect(await listed()).toMatchObject([{ printed_at: null }])
      await act(at(), "print_waybills", [order])
      expect(await listed()).toMatchObject([{ printed_at: expect.any(String) }])
      const refused = await act(at(), "print_waybills", [order])
      expect(refused.results).toMatchObject([
        { code: "reason_required", params: { ok: false } },
      ])
      const reason = "Giấy kẹt trong máy in"
      const repeated = await act(at(), "print_waybills", [order], { reason })
      expect(codesOf(repeated.results)).toEqual({ printed: 1 })
      const [after] = await again(at(), [order])
      expect(after.parcels[0].marks.map((mark) => mark.reason)).toContain(
        reason
      )
    })

    it("prints a parcel once when two people print it at the same moment", async () => {
      const orders = await arranged(["LY-LAM-S", "LY-LAM-M"])
      at().sandbox.tiktok.packages.putOffLabel(
        orders[0].parcels[0].external_id,
        2
      )
      const prints = await Promise.all(
        [1, 2].map(() => act(at(), "print_waybills", orders))
      )
      for (const order of orders) {
        const codes = prints.map(
          ({ results }) =>
            results.find(({ external_id }) => external_id === order.external_id)
              ?.code ?? ""
        )
        expect(codes.filter((code) => code === "printed")).toHaveLength(1)
        expect(["being_printed", "reason_required"]).toContain(
          codes.find((code) => code !== "printed")
        )
      }
      for (const { parcels } of await again(at(), orders)) {
        expect(parcels[0].marks).toHaveLength(1)
      }
    })

    it("prints what it can, and says of the rest why not", async () => {
      const orders = await arranged(["LY-LAM-S", "LY-LAM-M", "LY-LAM-L"])
      const [slow, broken, fine] = orders
      const { tiktok } = at().sandbox
      tiktok.packages.putOffLabel(slow.parcels[0].external_id, 2)
      tiktok.orders.advance(broken.external_id, "IN_TRANSIT")
      const [unpaid] = tiktok.addOrders([
        { status: "UNPAID", lines: [{ seller_sku: "LY-LAM-S" }] },
      ])
      const [waiting] = await bringIn(at(), at().tiktok, [unpaid.id])
      const { results } = await act(at(), "print_waybills", [
        slow,
        broken,
        fine,
        waiting,
      ])
      const codeOf = (order: OrderAnswer) =>
        results.find(({ external_id }) => external_id === order.external_id)
          ?.code
      expect([slow, broken, fine, waiting].map(codeOf)).toEqual([
        "printed",
        "on_its_way",
        "printed",
        "not_confirmed",
      ])
    })

    it("prints the others when a marketplace does not answer, which is not asked waybill by waybill", async () => {
      const silent = await arranged(
        Array.from({ length: 12 }, () => "LY-LAM-S")
      )
      const fine = await confirmed(2)
      const { faults, calls } = at().sandbox.tiktok
      const path = "/shipping_documents"
      const before = calls.list(path).length
      faults.add({ kind: "reset", path: `*${path}`, times: 1000 })
      const { run, results } = await act(at(), "print_waybills", [
        ...silent,
        ...fine,
      ])
      expect(run.status).toBe("done")
      const resultsOf = (orders: OrderAnswer[]) =>
        orders.map(({ external_id }) =>
          results.find((one) => one.external_id === external_id)
        )
      for (const result of resultsOf(silent)) {
        expect(result).toMatchObject({
          code: "unavailable",
          message: expect.stringContaining("try again later"),
          params: { ok: false, reason: expect.stringContaining("no answer") },
        })
      }
      for (const result of resultsOf(fine)) {
        expect(result?.params).toMatchObject({ ok: true })
      }
      const asked = calls.list(path).slice(before)
      expect(new Set(asked.map((call) => call.path)).size).toBeLessThan(6)
      const claimed = await marketplacesOf(
        at().container
      ).listMarketplaceParcels(
        { print_run_id: run.id },
        { select: ["external_id"] }
      )
      expect(claimed.map(({ external_id }) => external_id).sort()).toEqual(
        fine.map(({ parcels }) => parcels[0].external_id).sort()
      )
      faults.clear()
      const later = await act(at(), "print_waybills", silent)
      expect(codesOf(later.results)).toEqual({ printed: 12 })
    })

    it("makes Tiki's labels part of the same print", async () => {
      const orders = [
        ...(await arranged(["LY-LAM-S"])),
        ...(await confirmed(2)),
      ]
      const { run, results } = await act(at(), "print_waybills", orders)
      expect(results.every(({ params }) => params.ok === true)).toBe(true)
      const files = await filesOf(run)
      expect(files.length).toBeGreaterThan(0)
      expect((await again(at(), orders)).map(({ status }) => status)).toEqual([
        "packing",
        "packing",
        "packing",
      ])
      const html = files.find(({ mime_type }) => mime_type.includes("html"))
      if (html) {
        const page = await fetchFile(`/files/${html.id}`)
        expect(page.headers["content-security-policy"]).toContain("sandbox")
        const text = page.content.toString("utf8")
        expect(text).toContain(orders[1].external_id)
        expect(text).not.toMatch(/<iframe(?![^>]*\bsandbox\b)/)
      } else {
        const { content } = await fetchFile(`/runs/${run.id}/file`)
        const pdf = await PDFDocument.load(content)
        expect(pdf.getPageCount()).toBe(3)
      }
    })

    it("puts a packing slip behind each waybill where it is wanted", async () => {
      const orders = await arranged(["LY-LAM-S", "LY-LAM-M"])
      const { run } = await act(at(), "print_waybills", orders, {
        packing_slip: true,
        size: "A5",
      })
      const { content } = await fetchFile(`/runs/${run.id}/file`)
      const pdf = await PDFDocument.load(content)
      expect(pdf.getPageCount()).toBe(4)
      expect(Math.round(pdf.getPage(0).getWidth())).toBe(420)
    })

    it("gives the file to nobody who is not signed in", async () => {
      const orders = await arranged(["LY-LAM-S"])
      const { run } = await act(at(), "print_waybills", orders)
      const [{ id }] = await filesOf(run)
      for (const path of [`runs/${run.id}/file`, `files/${id}`]) {
        const answer = await fetch(
          `${at().base_url}/admin/marketplaces/${path}`
        )
        expect(answer.status).toBe(401)
      }
    })

    it("lists what to fetch from the shelves, product by product", async () => {
      const orders = await arranged(["LY-LAM-S", "LY-LAM-S", "DIA-NAU-15"])
      const { results } = await act(at(), "print_pick_list", orders)
      expect(results.every(({ params }) => params.ok === true)).toBe(true)
      const id = results[0].params.pick_list_id as string
      type PickList = {
        status: string
        lines: { key: string; sku: string; quantity: number; picked: number }[]
        dropped: { id: string }[]
      }
      const read = async () =>
        (await at().admin.get<{ pick_list: PickList }>(`/pick-lists/${id}`))
          .body.pick_list
      const list = await read()
      expect(
        list.lines.map(({ sku, quantity }) => [sku, quantity]).sort()
      ).toEqual([
        ["DIA-NAU-15", 1],
        ["LY-LAM-S", 2],
      ])
      const cups = list.lines.find(({ sku }) => sku === "LY-LAM-S")
      await at().admin.post(`/pick-lists/${id}`, {
        picked: { [String(cups?.key)]: 1 },
      })
      at().sandbox.tiktok.orders.cancel(orders[0].external_id, "BUYER")
      await bringIn(at(), at().tiktok, [orders[0].external_id])
      const after = await read()
      expect(after.dropped).toMatchObject([{ id: orders[0].id }])
      expect(after.lines.find(({ sku }) => sku === "LY-LAM-S")).toMatchObject({
        quantity: 1,
        picked: 1,
      })
      await at().admin.post(`/pick-lists/${id}/finish`)
      await at().admin.post(`/pick-lists/${id}/finish`)
      expect((await read()).status).toBe("finished")
      const code = await at().admin.download("/barcodes?text=8938505970103")
      expect(code.type).toContain("svg")
      expect(code.content.toString("utf8")).toContain("<svg")
    })
  })
}
