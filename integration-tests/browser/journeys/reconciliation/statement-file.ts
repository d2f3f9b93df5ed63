import type { Order } from "../../../../sandbox/tiki/orders/order"
import { row } from "../../../../src/workflows/statements/__fixtures__/sample-sheet"
import { writeByHand } from "../../../../src/workflows/statements/__fixtures__/write-by-hand"

/** How an order was paid; amounts in đồng, what is kept negative. */
export type PaidOrder = {
  code: string
  outcome: "right" | "fee_too_high" | "too_little" | "fee_too_low" | "unknown"
  /** What is missing of it (negative), or too much. */
  difference: number
  revenue: number
  commission: number
}

export const FEE_TOO_HIGH = 20_000
export const TOO_LITTLE = 30_000
export const FEE_TOO_LOW = 5_000

/** Of no order that Tiki knows. */
const UNKNOWN = "912399999"

/** Three orders are paid as agreed, three are not, and one is nobody's. */
export function payingFor(sold: Order[]): PaidOrder[] {
  const outcomes = ["right", "fee_too_high", "right", "too_little", "right"]
  return [
    ...sold.map((order, index) =>
      paid(order, (outcomes[index] ?? "fee_too_low") as PaidOrder["outcome"])
    ),
    {
      code: UNKNOWN,
      outcome: "unknown",
      difference: 0,
      revenue: 95_000,
      commission: -9_500,
    },
  ]
}

function paid(
  { code, items }: Order,
  outcome: PaidOrder["outcome"]
): PaidOrder {
  const price = items.reduce(
    (sum, item) => sum + item.price * item.quantity - item.seller_discount,
    0
  )
  const right = { code, outcome, revenue: price, commission: -price / 10 }
  switch (outcome) {
    case "fee_too_high":
      return {
        ...right,
        commission: right.commission - FEE_TOO_HIGH,
        difference: -FEE_TOO_HIGH,
      }
    case "too_little":
      return {
        ...right,
        revenue: price - TOO_LITTLE,
        difference: -TOO_LITTLE,
      }
    case "fee_too_low":
      return {
        ...right,
        commission: right.commission + FEE_TOO_LOW,
        difference: FEE_TOO_LOW,
      }
    default:
      return { ...right, difference: 0 }
  }
}

/** Where the file has what. */
export const SHEET = "Bảng kê"
export const HEADER_ROW = 3

/** `dd/MM/yyyy`, two days ago. */
function dayOfPayment(): string {
  const at = new Date(Date.now() - 2 * 86_400_000).toISOString()
  return at.slice(0, 10).split("-").reverse().join("/")
}

/** A workbook under headings that nobody knows, below a title. */
export function statementFile(orders: PaidOrder[]): Promise<Buffer> {
  const paid_on = dayOfPayment()
  return writeByHand([
    {
      name: SHEET,
      rows: [
        row("BẢNG KÊ TIỀN HÀNG KỲ 1"),
        row("Nhà Gốm Sài Gòn"),
        row("TT", "Ngày về tiền", "Chứng từ", "Tiền hàng", "Sàn giữ", "Về ví"),
        ...orders.map(({ code, revenue, commission }, index) =>
          row(
            index + 1,
            paid_on,
            code,
            revenue,
            commission,
            revenue + commission
          )
        ),
      ],
    },
    { name: "Ghi chú", rows: [row("Số liệu theo kỳ thanh toán của sàn")] },
  ])
}
