import { isLive } from "../orders/parcel-moves"
import { Order, Unit } from "../orders/order"

/** Empty before payment. */
export type PackageStatus =
  "" | "TO_FULFILL" | "PROCESSING" | "FULFILLING" | "COMPLETED" | "CANCELLED"

export type PickupSlot = { start_time: number; end_time: number }

/** One time that a package was really arranged. Seconds, UTC. */
export type Arrangement = {
  at: number
  by: "api" | "seller_center"
}

/** A parcel as the twin keeps it; its units stand in its orders. Times in seconds, UTC. */
export type Package = {
  readonly id: string
  readonly shop_id: string
  /** Orders with units in it; none once it has been split up or combined away. */
  order_ids: string[]
  tag: "DEFAULT" | "SPLIT" | "COMBINE"
  readonly create_time: number
  update_time: number
  /** One entry each time; more than one is what must never happen. */
  arrangements: Arrangement[]
  /** Times that the API was asked to arrange it, refused or not. */
  ship_asks: number
  handover_method: "PICKUP" | "DROP_OFF"
  pickup_slot: PickupSlot | null
  /** Times that a document of it was asked for and could have been given. */
  document_asks: number
  /** Asks that are put off while the label is being made; null for the twin's option. */
  label_asks_put_off: number | null
}

export const PACKAGE_STATUS: Record<Unit["status"], PackageStatus> = {
  UNPAID: "",
  AWAITING_SHIPMENT: "TO_FULFILL",
  AWAITING_COLLECTION: "PROCESSING",
  IN_TRANSIT: "FULFILLING",
  DELIVERED: "COMPLETED",
  COMPLETED: "COMPLETED",
  CANCELLED: "CANCELLED",
}

/** An order's units that lie in a package. */
export const unitsIn = (order: Order, package_id: string): Unit[] =>
  order.units.filter((unit) => unit.package_id === package_id)

/** A package with everything in it, as a reader wants it. */
export type PackageView = Package & {
  status: PackageStatus
  tracking_number: string
  carrier_id: string
  orders: Order[]
  /** Units that still lie in it, cancelled ones left out unless all are. */
  units: Unit[]
}

/** @param orders those that the package names. */
export function viewPackage(record: Package, orders: Order[]): PackageView {
  const all = orders.flatMap((order) => unitsIn(order, record.id))
  const live = all.filter(isLive)
  const units = live.length ? live : all
  const [first] = units
  return {
    ...record,
    status: first ? PACKAGE_STATUS[first.status] : "CANCELLED",
    tracking_number: first?.tracking_number ?? "",
    carrier_id: first?.carrier_id ?? "",
    orders,
    units,
  }
}
