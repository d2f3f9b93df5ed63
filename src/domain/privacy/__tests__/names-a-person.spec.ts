import { TIKI_STATEMENT } from "../../../providers/tiki/statement-format"
import { TIKTOK_SHOP_STATEMENT } from "../../../providers/tiktok-shop/statement-format"
import { namesAPerson } from "../names-a-person"

describe("columns that name people", () => {
  it.each([
    "Tên khách hàng",
    "Người nhận",
    "Số điện thoại",
    "SĐT",
    "Địa chỉ giao hàng",
    "Buyer username",
    "Recipient",
    "E-mail",
    "Phone #",
    "Địa chỉ trả hàng",
    "Người nhận hoàn hàng",
  ])("%s is one", (heading) => {
    expect(namesAPerson(heading)).toBe(true)
  })

  it.each([
    "Khách trả",
    "Customer payment",
    "Hoàn tiền cho người mua",
    "Phí trả hàng của người mua",
  ])("%s is about money", (heading) => {
    expect(namesAPerson(heading)).toBe(false)
  })

  it.each([
    ["TikTok Shop", TIKTOK_SHOP_STATEMENT],
    ["Tiki", TIKI_STATEMENT],
  ])("no column of %s's own statements is one", (_name, format) => {
    const headings = [
      ...format.columns,
      ...format.fee_columns,
      ...format.revenue_columns,
      ...format.detail_columns,
    ].flatMap(({ aliases }) => aliases)
    expect(headings.filter(namesAPerson)).toEqual([])
  })
})
