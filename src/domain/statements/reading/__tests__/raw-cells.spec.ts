import { rawRows } from "../raw-cells"

describe("the cells of a row that are kept", () => {
  it("are those that tell of money and goods, not of people", () => {
    const keep = rawRows([
      "Mã đơn hàng",
      "Người nhận",
      "Số điện thoại",
      "Khách trả",
    ])
    const kept = keep(["578001", "Nguyễn Văn Thử", "0900000000", "170000"])
    expect(JSON.parse(JSON.stringify(kept))).toEqual({
      "Mã đơn hàng": "578001",
      "Khách trả": "170000",
    })
  })
})
