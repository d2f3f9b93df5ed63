import { createServer, Server } from "node:http"
import { AddressInfo } from "node:net"
import { PDFDocument } from "@cantoo/pdf-lib"
import { BROWSER_PATH } from "../__fixtures__/browser"
import { LabelPrinter } from "../label-printer"
import { PdfMerger } from "../pdf-merger"
import { UnreadableWaybill } from "../unreadable-waybill"

jest.setTimeout(60_000)

/** One pixel. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64"
)

/** A piece of a picture that never ends. */
const ENDLESS = Buffer.alloc(256 * 1024)

/** A host that remembers what it was asked for. */
async function host(redirect_to?: string): Promise<{
  server: Server
  url: string
  asked: string[]
}> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? "")
    if (request.url === "/moved.png" && redirect_to) {
      response.writeHead(302, { location: redirect_to }).end()
      return
    }
    const type = request.url?.endsWith(".css") ? "text/css" : "image/png"
    response.writeHead(200, { "content-type": type })
    if (request.url === "/endless.png") {
      const timer = setInterval(() => response.write(ENDLESS), 1)
      response.on("close", () => clearInterval(timer))
      return
    }
    response.end(type === "text/css" ? "h1 { color: red }" : PICTURE)
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return { server, url: `http://127.0.0.1:${port}`, asked }
}

// Left out on a machine without a browser, as the browser tests are.
const withBrowser = BROWSER_PATH ? describe : describe.skip

withBrowser("LabelPrinter", () => {
  let printer: LabelPrinter
  beforeAll(async () => {
    printer = await LabelPrinter.open(BROWSER_PATH ?? "")
  })
  afterAll(() => printer.close())

  const page = (body: string) =>
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><body>${body}</body></html>`

  it("says of a waybill that it cannot be shown when the browser has died", async () => {
    const dead = await LabelPrinter.open(BROWSER_PATH ?? "")
    await dead.close()
    await expect(dead.print(page("x"), null, "A6")).rejects.toBeInstanceOf(
      UnreadableWaybill
    )
  })

  it.each([
    ["A6", [297.6, 419.5]],
    ["A5", [419.5, 595.3]],
  ] as const)("makes one page of %s", async (size, expected) => {
    const html = page("<h1>Đơn hàng 912345678</h1><p>Ly gốm men lam ×2</p>")
    const pdf = await PDFDocument.load(await printer.print(html, null, size))
    expect(pdf.getPageCount()).toBe(1)
    const { width, height } = pdf.getPage(0).getSize()
    expect(Math.abs(width - expected[0])).toBeLessThan(1)
    expect(Math.abs(height - expected[1])).toBeLessThan(1)
  })

  it("shows pictures and styles from where the page is from, and asks nobody else", async () => {
    const stranger = await host()
    const own = await host(`${stranger.url}/tracked.png`)
    try {
      const html = page(`
        <link rel="stylesheet" href="/label.css">
        <meta http-equiv="refresh" content="0; url=${stranger.url}/refreshed">
        <img src="/barcode.png"><img src="/moved.png">
        <img src="${stranger.url}/pixel.png">
        <iframe src="${stranger.url}/frame"></iframe>
        <object data="${stranger.url}/object"></object>
        <script>new Image().src = "/script-ran.png"</script>
        <img src="nowhere.png" onerror="new Image().src='/handler-ran.png'">
        <p>Phiếu gửi</p>`)
      const pdf = await printer.print(html, `${own.url}/labels/1.html`, "A6")
      expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1)
      expect(stranger.asked).toEqual([])
      expect([...new Set(own.asked)].sort()).toEqual([
        "/barcode.png",
        "/label.css",
        "/labels/nowhere.png",
        "/moved.png",
      ])
    } finally {
      own.server.close()
      stranger.server.close()
    }
  })

  it("takes no picture without end", async () => {
    const own = await host()
    try {
      const html = page(`<img src="/endless.png"><p>Phiếu gửi</p>`)
      const started = performance.now()
      const pdf = await printer.print(html, `${own.url}/labels/1.html`, "A6")
      expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1)
      expect(performance.now() - started).toBeLessThan(8_000)
    } finally {
      own.server.closeAllConnections()
      own.server.close()
    }
  })

  it("asks nobody when nobody says where the page is from", async () => {
    const stranger = await host()
    try {
      const html = page(`<img src="${stranger.url}/pixel.png"><p>x</p>`)
      await printer.print(html, null, "A6")
      await printer.print(html, "file:///etc/passwd", "A6")
      expect(stranger.asked).toEqual([])
    } finally {
      stranger.server.close()
    }
  })

  it("gives pages that are merged with others", async () => {
    const pieces: Uint8Array[] = []
    const merger = new PdfMerger(async (piece) => {
      pieces.push(Uint8Array.from(piece))
    })
    for (const code of ["912345678", "912345679"]) {
      const html = page(`<h1>${code}</h1>`)
      await merger.add(await printer.print(html, null, "A6"))
    }
    await merger.end()
    const pdf = await PDFDocument.load(Buffer.concat(pieces))
    expect(pdf.getPageCount()).toBe(2)
  })
})

it("says what is wrong with a browser that is not there", async () => {
  await expect(LabelPrinter.open("/nowhere/chromium")).rejects.toThrow(
    /nowhere\/chromium/
  )
})
