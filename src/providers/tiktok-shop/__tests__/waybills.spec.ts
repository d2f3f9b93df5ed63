import { errorOf } from "../../__fixtures__/error-of"
import { answer, failure } from "../__fixtures__/answers"
import { setUp } from "../__fixtures__/scripted-provider"

const PARCEL = { external_id: "1153", order_external_ids: ["1"] }
const WISH = { size: "A6", with_packing_slip: false } as const
const LINK = "https://files.tiktokdemo.example/label.pdf?token=t"
const link = (doc_url = LINK) => answer({ doc_url, tracking_number: "VN1" })
const file = (body = "%PDF-1.7 label", type = "application/pdf") =>
  new Response(body, { headers: { "content-type": type } })

describe("readWaybill", () => {
  it.each([
    [WISH, "SHIPPING_LABEL", "A6"],
    [
      { size: "A5", with_packing_slip: true } as const,
      "SHIPPING_LABEL_AND_PACKING_SLIP",
      "A5",
    ],
  ])("asks for what is wished for: %j", async (wish, type, size) => {
    const { provider, sent, access } = setUp(link(), file())
    const waybill = await provider.readWaybill(access, PARCEL, wish)
    expect(waybill).toMatchObject({ kind: "pdf", tracking_number: "VN1" })
    expect(Buffer.from(waybill.content).toString()).toBe("%PDF-1.7 label")
    expect(sent[0].url.pathname).toBe(
      "/fulfillment/202309/packages/1153/shipping_documents"
    )
    expect(Object.fromEntries(sent[0].url.searchParams)).toMatchObject({
      document_type: type,
      document_size: size,
    })
  })

  it("shows the document's host no credentials", async () => {
    const { provider, sent, access } = setUp(link(), file())
    await provider.readWaybill(access, PARCEL, WISH)
    expect(sent[1].url.href).toBe(LINK)
    expect(Object.keys(sent[1].headers).sort()).toEqual([
      "accept",
      "user-agent",
    ])
  })

  it("takes a PDF whatever a file store calls it, and nothing else", async () => {
    const stored = setUp(link(), file("%PDF-1.4", "binary/octet-stream"))
    await expect(
      stored.provider.readWaybill(stored.access, PARCEL, WISH)
    ).resolves.toBeDefined()
    const page = setUp(link(), file("<html>", "application/octet-stream"))
    expect(
      await errorOf(page.provider.readWaybill(page.access, PARCEL, WISH))
    ).toMatchObject({
      kind: "invalid_response",
      message: "TikTok Shop: the waybill is no PDF",
    })
  })

  it.each([
    "http://files.tiktokdemo.example/label.pdf",
    "https://127.0.0.1/label.pdf",
    "https://localhost/label.pdf",
    "file:///etc/passwd",
  ])("does not follow %s", async (url) => {
    const { provider, sent, access } = setUp(link(url), file())
    expect(
      await errorOf(provider.readWaybill(access, PARCEL, WISH))
    ).toMatchObject({ kind: "rejected" })
    expect(sent).toHaveLength(1)
  })

  it("refuses a file that is too large", async () => {
    const large = new Response("%PDF-", {
      headers: {
        "content-type": "application/pdf",
        "content-length": String(5 * 1024 * 1024 + 1),
      },
    })
    const { provider, access } = setUp(link(), large)
    expect(
      await errorOf(provider.readWaybill(access, PARCEL, WISH))
    ).toMatchObject({ kind: "rejected" })
  })

  it.each([11034037, 11034023])(
    "is not ready after %i, and is not asked for again at once",
    async (code) => {
      const { provider, sent, access } = setUp(failure(code))
      expect(
        await errorOf(provider.readWaybill(access, PARCEL, WISH))
      ).toMatchObject({ kind: "not_ready", code: String(code) })
      expect(sent).toHaveLength(1)
    }
  )

  it("is not ready without an address either", async () => {
    const { provider, access } = setUp(answer({ doc_url: "" }))
    expect(
      (await errorOf(provider.readWaybill(access, PARCEL, WISH))).kind
    ).toBe("not_ready")
  })

  it.each([
    [21023035, "arrange it first"],
    [21042104, "arrange it first"],
    [21042102, "the carrier has collected the parcel"],
    [21011041, "the order is cancelled"],
  ])("says in plain words what %i means", async (code, words) => {
    const { provider, access } = setUp(failure(code))
    const error = await errorOf(provider.readWaybill(access, PARCEL, WISH))
    expect(error.kind).toBe("rejected")
    expect(error.message).toContain(words)
  })
})
