import { nextDeadline } from "../../domain/orders/deadline"
import { withCounts } from "../../domain/parcels/count-scans"
import { parcelStatus } from "../../domain/parcels/local-moves"
import { furthestStep } from "../../domain/parcels/shop-step"
import { LoadedParcel } from "../parcels/load-parcels"
import { TableLine, TableParcel } from "./table-parcel"

/** A parcel as the packing table shows it. */
export type PackingParcel = {
  id: string
  /** The marketplace's id; of an order without parcels the order's. */
  external_id: string
  tracking_number: string | null
  carrier: string | null
  channel_name: string
  /** `packed` by the shop's or the marketplace's word, or past it. */
  state: "open" | "packed"
  orders: { id: string; external_id: string; status: string }[]
  lines: (Omit<TableLine, "codes"> & { scanned: number })[]
  /** Of the order that is due first. */
  deadline_at: Date | null
}

const BEFORE_PACKED = ["new", "awaiting_confirmation", "confirmed", "packing"]

/** @param counts units counted so far, by order line. */
export function showParcel(
  { found, loaded, lines }: TableParcel,
  counts: ReadonlyMap<string, number>
): PackingParcel {
  const { tracking_number, carrier } = waybillOf(loaded)
  return {
    id: found.id,
    external_id: loaded.external_id ?? loaded.shares[0].row.external_id,
    tracking_number,
    carrier,
    channel_name: loaded.channel.name,
    state: loaded.shares.every(isPacked) ? "packed" : "open",
    orders: loaded.shares.map(({ row, facts }) => ({
      id: row.id,
      external_id: row.external_id,
      status: facts.status,
    })),
    lines: withCounts(lines, counts)
      .filter((line) => line.quantity + line.scanned + line.surplus > 0)
      .map(({ codes: _codes, ...line }) => line),
    deadline_at: firstDeadline(loaded),
  }
}

/** What is on the waybill, as far as any of the orders tells. */
export function waybillOf({ shares }: LoadedParcel): {
  tracking_number: string | null
  carrier: string | null
} {
  const parcels = shares.flatMap(({ parcel }) => parcel ?? [])
  return {
    tracking_number:
      parcels.find((one) => one.tracking_number)?.tracking_number ?? null,
    carrier: parcels.find((one) => one.carrier)?.carrier ?? null,
  }
}

function isPacked({ facts }: LoadedParcel["shares"][number]): boolean {
  const step = furthestStep(facts.marks)
  return (
    step === "packed" ||
    step === "awaiting_collection" ||
    !BEFORE_PACKED.includes(parcelStatus(facts))
  )
}

function firstDeadline({ shares }: LoadedParcel): Date | null {
  const times = shares.flatMap(
    ({ order, facts }) => nextDeadline(order, facts.status)?.at.getTime() ?? []
  )
  return times.length ? new Date(Math.min(...times)) : null
}
