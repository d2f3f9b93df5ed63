import { type ReceivedLine, unitsOf } from "../../domain/returns/received-lines"
import type { ChannelOrderLine, HandoverLine } from "./types"

/** Units that may come back, by order line. */
export type ExpectedLine = {
  line_id: string
  title: string
  /** Variation and SKU. */
  detail: string
  image_url: string | null
  quantity: number
}

/** Lines of an order with units that are not cancelled. */
export function expectedLines(lines: ChannelOrderLine[]): ExpectedLine[] {
  return lines.flatMap((line) => {
    const quantity = line.quantity - (line.cancelled_quantity ?? 0)
    return quantity > 0
      ? {
          line_id: line.id,
          title: line.title,
          detail: [line.sku_title, line.seller_sku].filter(Boolean).join(" · "),
          image_url: line.image_url ?? null,
          quantity,
        }
      : []
  })
}

/** Everything came back in one condition. */
export function allGood(
  expected: Pick<ExpectedLine, "line_id" | "quantity">[],
  condition: "good" | "damaged" = "good"
): ReceivedLine[] {
  return expected.map(({ line_id, quantity }) => ({
    line_id,
    good: condition === "good" ? quantity : 0,
    damaged: condition === "damaged" ? quantity : 0,
    lost: 0,
  }))
}

/** True when more units are claimed than there can be. */
export function exceeds(
  expected: Pick<ExpectedLine, "line_id" | "quantity">[],
  lines: ReceivedLine[]
): boolean {
  return expected.some(({ line_id, quantity }) =>
    lines.some((line) => line.line_id === line_id && unitsOf(line) > quantity)
  )
}

/** Units of a parcel that are to come back, by order line. */
export function expectedOf(lines: HandoverLine[]): ExpectedLine[] {
  return lines.flatMap((line) =>
    line.quantity
      ? {
          line_id: line.line_id,
          title: line.title ?? line.line_id,
          detail: [line.sku_title, line.sku].filter(Boolean).join(" · "),
          image_url: line.image_url ?? null,
          quantity: line.quantity,
        }
      : []
  )
}

/** What somebody said was found in a parcel; null when nobody has. */
export function saidLines(lines: HandoverLine[]): ReceivedLine[] | null {
  const said = lines.some(
    ({ good, damaged, lost }) =>
      good !== undefined || damaged !== undefined || lost !== undefined
  )
  return said
    ? lines.map(({ line_id, good = 0, damaged = 0, lost = 0 }) => ({
        line_id,
        good,
        damaged,
        lost,
      }))
    : null
}
