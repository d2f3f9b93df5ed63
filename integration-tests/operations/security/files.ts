import { marketplacesOf } from "../../../src/workflows/marketplaces"
import { OperationsShop } from "../shop"

const HTML = "text/html; charset=utf-8"

/** What is sent as a file acts nowhere, and is named by nobody else. */
export function files(at: () => OperationsShop): void {
  describe("files", () => {
    const keep = (filename: string, mime_type: string) =>
      marketplacesOf(at().container).files.add(
        { run_id: null, filename, mime_type, expires_at: null },
        Buffer.from("<script>alert(document.domain)</script>")
      )

    it("that are a stranger's page show themselves and do nothing", async () => {
      const { id } = await keep("label.html", HTML)
      const { headers, status } = await at().admin.download(`/files/${id}`)
      expect(status).toBe(200)
      const policy = headers["content-security-policy"].split("; ")
      expect(policy).toContain("sandbox")
      expect(policy).toContain("default-src 'none'")
      expect(headers["content-security-policy"]).not.toMatch(
        /allow-|script-src|unsafe-eval/
      )
    })

    it.each([
      'a".html"; filename="b.exe',
      "a\r\nSet-Cookie: x=1\r\n\r\n<script>",
      "../../etc/passwd",
      "Đối soát tháng 2.xlsx",
      "x".repeat(200),
    ])("called %j are sent under a name that is only a name", async (name) => {
      const { id } = await keep(name, "application/pdf")
      for (const query of ["", "?download=1"]) {
        const { headers, status } = await at().admin.download(
          `/files/${id}${query}`
        )
        expect(status).toBe(200)
        expect(headers["content-disposition"]).toMatch(
          /^(inline|attachment); filename="[\w.-]+"; filename\*=UTF-8''[^"\s<>/\\;]+$/
        )
        expect(headers["x-content-type-options"]).toBe("nosniff")
        expect(headers["cache-control"]).toBe("no-store")
        expect(headers["set-cookie"]).toBeUndefined()
      }
    })

    it("that are made for people are saved, not opened", async () => {
      const { headers } = await at().admin.download(
        "/settlement-reports/export?by=order"
      )
      expect(headers["content-disposition"]).toMatch(/^attachment; /)
      expect(headers["x-content-type-options"]).toBe("nosniff")
    })

    it("that are pictures of codes hold no code", async () => {
      const text = "<script>alert(1)</script>&\"'"
      const { headers, content } = await at().admin.download(
        `/barcodes?text=${encodeURIComponent(text)}`
      )
      expect(headers["content-security-policy"]).toBe("default-src 'none'")
      expect(headers["x-content-type-options"]).toBe("nosniff")
      expect(content.toString()).not.toMatch(/<script/i)
    })

    it("of a parcel are pictures, whatever they are called", async () => {
      const { admin } = at()
      const { body } = await admin.post<{ handover: { id: string } }>(
        "/handovers",
        { direction: "outbound" }
      )
      const path = `/handovers/${body.handover.id}/scans/unknown/photos`
      for (const content of [
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<!doctype html><script>alert(1)</script>",
        "GIF89a/*<script>*/=alert(1)",
      ]) {
        const file = { name: "photo.png", content: Buffer.from(content) }
        const { status } = await admin.upload(path, file)
        expect(status).toBe(400)
      }
    })
  })
}
