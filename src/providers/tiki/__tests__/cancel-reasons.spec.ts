import { JsonObject } from "../../../domain/shared/json"
import {
  buildConfirmation,
  buildItem,
  buildOrder,
  SHOP,
} from "../__fixtures__/order"
import { Initiator, initiatorOf } from "../cancel-reasons"
import { mapOrder } from "../mappers"

const reason = (text: string | null, code: string | null = null) => ({
  code,
  text,
  comment: null,
})

describe("who cancelled", () => {
  it.each<[string, Initiator]>([
    ["Khách hàng không còn nhu cầu mua", "buyer"],
    ["Khách đổi ý", "buyer"],
    ["Người mua từ chối nhận hàng", "buyer"],
    ["Đặt nhầm sản phẩm", "buyer"],
    ["KHÔNG MUỐN MUA NỮA", "buyer"],
    ["Customer changed their mind", "buyer"],
    ["duplicate order", "buyer"],
    ["Nhà bán hết hàng", "seller"],
    ["Nhà bán hàng từ chối xác nhận", "seller"],
    ["Không đủ hàng", "seller"],
    ["out of stock", "seller"],
    ["Seller rejected the order", "seller"],
    ["Người bán hủy đơn", "seller"],
    ["Nhà bán hủy vì khách không nghe máy", "seller"],
    ["Shop hủy", "seller"],
    ["Nhà cung cấp hết hàng", "seller"],
    ["HẾT_HÀNG", "seller"],
    ["Khách hủy do shop hết hàng", "buyer"],
    ["Khách hàng yêu cầu shop hủy", "buyer"],
    ["Khách muốn thay đổi địa chỉ giao hàng", "buyer"],
    ["Thay đổi địa chỉ", "buyer"],
    ["Tìm được giá rẻ hơn", "buyer"],
    ["Quên nhập mã giảm giá", "buyer"],
    ["Đặt trùng đơn", "buyer"],
    ["không_còn_nhu_cầu", "buyer"],
    ["Hệ thống tự động huỷ do nhà bán không xác nhận", "system"],
    ["Quá hạn thanh toán của khách hàng", "system"],
    ["Nghi ngờ gian lận", "system"],
    ["Lý do khác", "system"],
    ["", "system"],
  ])("%s: %s", (text, expected) => {
    expect(initiatorOf(reason(text))).toBe(expected)
  })

  it.each<[string, Initiator]>([
    ["out_of_stock", "seller"],
    ["OUT_OF_NEEDS", "buyer"],
    ["seller_canceled", "seller"],
    ["customer_changed_mind", "buyer"],
    ["nguoi_ban_huy", "seller"],
    ["doi_y", "buyer"],
    ["system_overdue", "system"],
    ["toString", "system"],
    ["X-17", "system"],
  ])("code %s: %s", (code, expected) => {
    expect(initiatorOf(reason(null, code))).toBe(expected)
  })

  it("is told by the code before the text, and the text before the comment", () => {
    expect(initiatorOf(reason("Khách đổi ý", "out_of_stock"))).toBe("seller")
    expect(
      initiatorOf({ code: "17", text: "Khách đổi ý", comment: "hết hàng" })
    ).toBe("buyer")
    expect(initiatorOf({ code: null, text: "Khác", comment: "hết hàng" })).toBe(
      "seller"
    )
  })
})

describe("an order's cancellation", () => {
  const cancellation = (overrides: JsonObject) =>
    mapOrder(buildOrder({ status: "canceled", ...overrides }), SHOP)

  it("keeps the reason as given", () => {
    const order = cancellation({
      cancel_info: {
        reason_code: "17",
        reason_text: "Lý do khác",
        comment: "",
        canceled_at: "2025-06-11 10:00:00",
      },
    })
    expect(order.cancellation).toEqual({
      initiator: "system",
      reason: "Lý do khác",
    })
    expect(order.cancelled_at).toEqual(new Date("2025-06-11T03:00:00Z"))
  })

  it("is the seller's when they refused every item and nothing else is said", () => {
    const refused = buildConfirmation({ status: "seller_canceled" })
    const items = [buildItem({ confirmation: refused })]
    expect(cancellation({ items }).cancellation).toEqual({
      initiator: "seller",
      reason: null,
    })
    expect(cancellation({}).cancellation?.initiator).toBe("system")
  })

  it("cancels every unit, and none of a living order", () => {
    const units = (order: ReturnType<typeof cancellation>) =>
      order.lines.map((line) => line.cancelled_quantity)
    expect(units(cancellation({}))).toEqual([2, 1])
    expect(units(cancellation({ status: "shipping" }))).toEqual([0, 0])
    expect(cancellation({ status: "shipping" }).cancellation).toBeNull()
  })
})
