import i18next, { type TFunction } from "i18next"
import en from "../i18n/en.json"
import vi from "../i18n/vi.json"
import { errorKind } from "../lib/errors"
import { previewCounts } from "../lib/preview-counts"
import { hindranceParams } from "../../workflows/order-actions/hindrance-params"
import {
  SHIPMENT_HINDRANCES,
  type ShipmentHindrance,
} from "../../domain/provider/shipment-hindrance"
import { hintKey } from "../lib/scan-feedback"
import { resultText } from "../lib/result-line"

const line = {
  channel_name: "Nhà Gốm VN",
  external_id: "579000000000000001",
  params: { product: "Ly sứ <b>đỏ</b>" },
  message: "server's own sentence",
}

describe("result lines of a run", () => {
  const t: Record<string, TFunction> = {}
  beforeAll(async () => {
    const i18n = i18next.createInstance()
    await i18n.init({
      resources: { en: { translation: en }, vi: { translation: vi } },
      interpolation: { escapeValue: false },
    })
    t.en = i18n.getFixedT("en")
    t.vi = i18n.getFixedT("vi")
  })

  it("say the three things of the seed in its words", () => {
    const say = (code: string) =>
      resultText(t.vi, "vi", "order_download", { ...line, code })
    expect(say("imported")).toBe(
      "Nhà Gốm VN · Đơn hàng 579000000000000001 · tải về thành công"
    )
    expect(say("listing_not_downloaded")).toBe(
      "Nhà Gốm VN · Đơn hàng 579000000000000001 · Sản phẩm Ly sứ <b>đỏ</b> chưa được tải về"
    )
    expect(say("listing_not_linked")).toBe(
      "Nhà Gốm VN · Đơn hàng 579000000000000001 · Sản phẩm Ly sứ <b>đỏ</b> chưa được ghép nối"
    )
  })

  it("name statuses in the language of the page", () => {
    const updated = {
      ...line,
      code: "updated",
      params: { from: "awaiting_confirmation", to: "in_transit" },
    }
    expect(resultText(t.vi, "vi", "order_download", updated)).toContain(
      "Chờ xác nhận → Đang chuyển"
    )
    expect(resultText(t.en, "en", "order_download", updated)).toContain(
      "Awaiting confirmation → In transit"
    )
  })

  it("tell an order that is too old from a range that is cut", () => {
    const say = (params: Record<string, string | number>) =>
      resultText(t.vi, "vi", "order_download", {
        ...line,
        code: "out_of_window",
        params,
      })
    expect(say({ days: 30 })).toBe(
      "Nhà Gốm VN · Đơn hàng 579000000000000001 · cập nhật lần cuối cách đây hơn 30 ngày"
    )
    expect(say({ days: 30, scope: "range" })).toBe(
      "Nhà Gốm VN · không đọc các đơn cập nhật lần cuối cách đây hơn 30 ngày"
    )
  })

  it("write amounts as the shop reads them", () => {
    const totals = {
      ...line,
      code: "totals_do_not_add_up",
      params: { stated: 1337000, computed: 1336000 },
    }
    expect(resultText(t.vi, "vi", "order_download", totals)).toContain(
      "sàn báo 1.337.000, cộng các khoản được 1.336.000"
    )
  })

  it("say why a shipment is not arranged in the language of the page", () => {
    const say = (language: "en" | "vi", code: string) =>
      resultText(t[language], language, "order_action", {
        ...line,
        code: "not_arrangeable",
        params: hindranceParams({
          code: code as ShipmentHindrance["code"],
          params: { status: "IN_TRANSIT", detail: "no list" },
        }),
      })
    for (const code of SHIPMENT_HINDRANCES) {
      const { reason } = hindranceParams({
        code,
        params: { status: "IN_TRANSIT", detail: "no list" },
      })
      expect(say("en", code)).toContain(`(${reason})`)
      expect(say("vi", code)).not.toContain(reason)
      expect(say("vi", code)).not.toContain(code)
    }
    expect(say("vi", "past_arranging")).toContain(
      "(trạng thái trên sàn là IN_TRANSIT)"
    )
  })

  it("fall back to the server's sentence for a code they do not know", () => {
    expect(
      resultText(t.en, "en", "order_download", { ...line, code: "brand_new" })
    ).toBe("Nhà Gốm VN · 579000000000000001 · server's own sentence")
  })
})

describe("a scan that another record has", () => {
  it.each([
    ["en", "It is on open handover record 12."],
    ["vi", "Kiện đang nằm trên biên bản bàn giao số 12 chưa chốt."],
  ])("names that record: %s", async (lng, sentence) => {
    const i18n = i18next.createInstance()
    await i18n.init({
      lng,
      resources: { en: { translation: en }, vi: { translation: vi } },
    })
    const params = { number: 12 }
    const key = hintKey({ code: "in_other_handover", params })
    expect(i18n.t(key, params)).toBe(sentence)
  })
})

describe("a preview", () => {
  it("counts what is new, changed, blocked and neither", () => {
    expect(
      previewCounts({
        imported: 4,
        updated: 2,
        moved_back: 1,
        unchanged: 7,
        ignored: 1,
        listing_not_linked: 3,
        failed: 1,
        out_of_window: 2,
      })
    ).toEqual({ new: 4, changed: 3, unchanged: 10, blocked: 4 })
  })
})

describe("a failed request", () => {
  it.each([
    [{ status: 401 }, "signed_out"],
    [{ status: 404 }, "not_found"],
    [{ status: 409 }, "conflict"],
    [{ status: 400 }, "refused"],
    [{ status: 502 }, "server"],
    [new TypeError("Failed to fetch"), "offline"],
  ])("%p is %s", (error, kind) => {
    expect(errorKind(error)).toBe(kind)
  })
})
