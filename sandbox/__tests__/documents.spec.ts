import { PDFDocument } from "@cantoo/pdf-lib"
import { askDocument, placeWithPackage, ship } from "../__fixtures__/packages"
import { startStanding } from "../__fixtures__/standing-clock"
import { tikTokSuite } from "../__fixtures__/suites"

describe("shipping documents", () => {
  const at = tikTokSuite(startStanding)

  const arranged = async (input = {}) => {
    const placed = placeWithPackage(at.sandbox, input)
    await ship(at.app, placed.package_id)
    return placed
  }
  const fetchBytes = async (url: string) => {
    const answer = await fetch(url)
    return {
      status: answer.status,
      type: answer.headers.get("content-type"),
      bytes: Buffer.from(await answer.arrayBuffer()),
    }
  }

  it.each([
    ["SHIPPING_LABEL", "A6", 1, 298, 420],
    ["SHIPPING_LABEL_AND_PACKING_SLIP", "A6", 2, 298, 420],
    ["PACKING_SLIP", "A5", 1, 420, 595],
  ])(
    "gives %s in %s as a PDF of %i pages",
    async (document_type, document_size, pages, width, height) => {
      const { package_id } = await arranged({
        lines: [{ seller_sku: "LY-LAM-S", quantity: 2 }],
      })

      const { code, data } = await askDocument(at.app, package_id, {
        document_type,
        document_size,
      })
      expect(code).toBe(0)
      const { tracking_number } = at.sandbox.tiktok.packages.get(package_id)
      expect(data.tracking_number).toBe(tracking_number)
      const file = await fetchBytes(data.doc_url)
      expect(file).toMatchObject({ status: 200, type: "application/pdf" })
      const pdf = await PDFDocument.load(file.bytes)
      expect(pdf.getTitle()).toBe(tracking_number)
      const sizes = pdf.getPages().map((page) => {
        const size = page.getSize()
        return [Math.round(size.width), Math.round(size.height)]
      })
      expect(sizes).toEqual(Array(pages).fill([width, height]))
    }
  )

  it("gives the same bytes again, and a picture as PNG", async () => {
    const { package_id } = await arranged()
    const ask = async (document_type: string) => {
      const { data } = await askDocument(at.app, package_id, { document_type })
      return fetchBytes(data.doc_url)
    }

    const [first, second] = [
      await ask("SHIPPING_LABEL"),
      await ask("SHIPPING_LABEL"),
    ]
    expect(first.bytes.equals(second.bytes)).toBe(true)
    const picture = await ask("SHIPPING_LABEL_PICTURE")
    expect(picture.type).toBe("image/png")
    expect(picture.bytes.subarray(1, 4).toString()).toBe("PNG")
  })

  it("lets links expire", async () => {
    const { package_id } = await arranged()
    const { data } = await askDocument(at.app, package_id)

    at.sandbox.clock.advance(24 * 3600 + 1)
    expect((await fetchBytes(data.doc_url)).status).toBe(403)
    at.app.token = at.sandbox.tiktok.connect().access_token
    const again = await askDocument(at.app, package_id)
    expect((await fetchBytes(again.data.doc_url)).status).toBe(200)
  })

  it("has labels between arranging and collecting only", async () => {
    const { package_id } = placeWithPackage(at.sandbox)
    const code = async () => (await askDocument(at.app, package_id)).code

    expect(await code()).toBe(21023035)
    await ship(at.app, package_id)
    expect(await code()).toBe(0)
    at.sandbox.tiktok.packages.collect(package_id)
    expect(await code()).toBe(21042102)
    at.sandbox.tiktok.packages.fail(package_id)
    expect(await code()).toBe(21011041)
  })

  it("makes the first asks wait, of every label or of one", async () => {
    at.sandbox.tiktok.options.label_asks_put_off = 2
    const { package_id } = await arranged()
    const codes = async (id: string, asks: number) => {
      const list: number[] = []
      for (let ask = 0; ask < asks; ask++) {
        list.push((await askDocument(at.app, id)).code)
      }
      return list
    }

    expect(await codes(package_id, 3)).toEqual([11034037, 11034037, 0])
    at.sandbox.tiktok.packages.putOffLabel(package_id, 1)
    expect(await codes(package_id, 2)).toEqual([11034037, 0])
  })

  it("leaves the labels of own carriers to the seller", async () => {
    const { package_id } = placeWithPackage(at.sandbox, {
      shipping_type: "SELLER",
    })

    expect((await askDocument(at.app, package_id)).code).toBe(21042104)
  })

  it.each(["HAZMAT_LABEL", "LABEL"])("knows no %s", async (document_type) => {
    const { package_id } = await arranged()

    const answer = await askDocument(at.app, package_id, { document_type })
    expect(answer.code).toBe(36009004)
  })

  it("breaks files off on demand", async () => {
    const { package_id } = await arranged()
    const { data } = await askDocument(at.app, package_id)
    const whole = await fetchBytes(data.doc_url)

    at.sandbox.tiktok.faults.add({ kind: "truncated", path: "/documents/" })
    const half = await fetchBytes(data.doc_url)
    expect(half.bytes.length).toBe(Math.floor(whole.bytes.length / 2))
    at.sandbox.tiktok.faults.add({ kind: "503", path: "/documents/" })
    expect((await fetchBytes(data.doc_url)).status).toBe(503)
  })
})
