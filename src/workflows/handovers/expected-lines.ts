import { orderIdentities } from "../../domain/orders/identities"
import { NeutralOrderLine } from "../../domain/orders/neutral-order"
import { orderedUnits } from "../../domain/orders/price-order"
import { leftToReceive, receivableLines } from "../../domain/returns/receivable"
import { ReceivedLine } from "../../domain/returns/received-lines"
import { unitsComingIn } from "../../domain/returns/units-out"
import { ParcelShare } from "../parcels/load-parcels"
import { sharesIn } from "../parcels/shares-in"
import { ScannedParcel } from "./scanned-parcels"

/** Units of an order line that are to come back in a parcel. */
export type ExpectedUnits = {
  channel_order_id: string
  line_id: string
  line: NeutralOrderLine
  units: number
}

/**
 * What is to come back in a parcel, or of a buyer's request: what went out and is not back
 * yet.
 * @param earlier what was received of each order before, for other records.
 */
export function expectedLines(
  { loaded, request }: ScannedParcel,
  earlier: ReadonlyMap<string, ReceivedLine[]>
): ExpectedUnits[] {
  const shares = loaded ? sharesIn("receive_back", loaded) : []
  return shares.flatMap((share) => {
    const { row, order } = share
    const lines = receivableLines(order, orderIdentities(row.id))
    const left = leftToReceive(lines, earlier.get(row.id) ?? [])
    return left.flatMap(({ line_id, units }) => {
      const whole = lines.find((one) => one.line_id === line_id)
      const line = order.lines.find(
        ({ external_line_ids }) =>
          external_line_ids[0] === whole?.external_line_ids[0]
      )
      const inside = line ? unitsInside(line, share, request) : 0
      return line && inside > 0
        ? {
            channel_order_id: row.id,
            line_id,
            line,
            units: Math.min(units, inside),
          }
        : []
    })
  })
}

function unitsInside(
  line: NeutralOrderLine,
  { row, order, parcel }: ParcelShare,
  request: ScannedParcel["request"]
): number {
  if (request?.lines.length) {
    return request.lines
      .filter(({ external_line_id }) =>
        line.external_line_ids.includes(external_line_id)
      )
      .reduce((sum, { quantity }) => sum + quantity, 0)
  }
  return parcel
    ? unitsComingIn(order, line, parcel, row.context.marks)
    : orderedUnits(order, line)
}
