import { createServer } from "node:http"
import { AddressInfo } from "node:net"
import { PDFDocument } from "@cantoo/pdf-lib"
import { BROWSER_PATH } from "../__fixtures__/browser"
import { LabelBrowser } from "../label-browser"
import { LabelPrinter } from "../label-printer"
import { UnreadableWaybill } from "../unreadable-waybill"

jest.setTimeout(60_000)

const page = (body: string) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><body>${body}</body></html>`

const pagesOf = async (pdf: Uint8Array | null) =>
  pdf && (await PDFDocument.load(pdf)).getPageCount()

// Left out on a machine without a browser, as the browser tests are.
const withBrowser = BROWSER_PATH ? describe : describe.skip

withBrowser("LabelBrowser", () => {
  let opened: LabelPrinter[]
  let labels: LabelBrowser
  beforeEach(() => {
    opened = []
    labels = new LabelBrowser(async () => {
      const printer = await LabelPrinter.open(BROWSER_PATH ?? "")
      opened.push(printer)
      return printer
    })
  })
  afterEach(() => labels.close())

  it("prints all labels in one browser", async () => {
    expect(await pagesOf(await labels.print(page("1"), null, "A6"))).toBe(1)
    expect(await pagesOf(await labels.print(page("2"), null, "A6"))).toBe(1)
    expect(opened).toHaveLength(1)
  })

  it("prints on in a new one when it has died between two labels", async () => {
    await labels.print(page("1"), null, "A6")
    await opened[0].close()
    expect(await pagesOf(await labels.print(page("2"), null, "A6"))).toBe(1)
    expect(await pagesOf(await labels.print(page("3"), null, "A6"))).toBe(1)
    expect(opened).toHaveLength(2)
  })

  it("prints a label again during which it has died, once", async () => {
    let deaths = 1
    const server = createServer(async (_request, response) => {
      if (deaths-- > 0) {
        await opened.at(-1)?.close()
      }
      response.writeHead(404).end()
    })
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
    try {
      const { port } = server.address() as AddressInfo
      const url = `http://127.0.0.1:${port}/labels/1.html`
      const deadly = page(`<img src="/barcode.png"><p>Phiếu gửi</p>`)
      expect(await pagesOf(await labels.print(deadly, url, "A6"))).toBe(1)
      expect(opened).toHaveLength(2)
      deaths = 2
      await expect(labels.print(deadly, url, "A6")).rejects.toBeInstanceOf(
        UnreadableWaybill
      )
      expect(opened).toHaveLength(3)
      expect(await pagesOf(await labels.print(page("2"), null, "A6"))).toBe(1)
      expect(opened).toHaveLength(4)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
})

it("gives nothing where there is no browser", async () => {
  const labels = new LabelBrowser(async () => null)
  expect(await labels.print(page("1"), null, "A6")).toBeNull()
  await labels.close()
})
