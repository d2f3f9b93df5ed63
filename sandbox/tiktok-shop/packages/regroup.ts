import { Order, Unit } from "../orders/order"
import { PackageView } from "./package"

const canMove = ({ status }: Unit) => status === "AWAITING_SHIPMENT"

/**
 * The order with one new package for each group and one for what is left to arrange.
 * @param newId an id that is neither known nor among the given ones.
 * @throws {RangeError} when a group is empty, or holds units that cannot be moved.
 */
export function splitUnits(
  order: Order,
  groups: string[][],
  newId: (taken: string[]) => string
): { order: Order; package_ids: string[] } {
  const free = new Set(order.units.filter(canMove).map(({ id }) => id))
  const named = groups.flat()
  const right =
    ["AWAITING_SHIPMENT", "PARTIALLY_SHIPPING"].includes(order.status) &&
    groups.every((group) => group.length > 0) &&
    new Set(named).size === named.length &&
    named.every((id) => free.has(id))
  if (!right) {
    throw new RangeError(`order ${order.id} cannot be split in this way`)
  }
  const rest = [...free].filter((id) => !named.includes(id))
  const package_ids: string[] = []
  const places = new Map<string, string>()
  for (const group of rest.length ? [...groups, rest] : groups) {
    const package_id = newId(package_ids)
    package_ids.push(package_id)
    group.forEach((unit_id) => places.set(unit_id, package_id))
  }
  const last = package_ids[package_ids.length - 1]
  // Cancelled units go with the rest, as nothing of the old packages is left.
  const move = (unit: Unit): Unit => {
    const loose = unit.status === "CANCELLED" && unit.rts_time === null
    const package_id = places.get(unit.id) ?? (loose ? last : unit.package_id)
    return { ...unit, package_id }
  }
  const changed: Order = {
    ...order,
    package_tag: "SPLIT",
    units: order.units.map(move),
  }
  return { order: changed, package_ids }
}

const putInto = (
  order: Order,
  from: readonly string[],
  package_id: string
): Order => ({
  ...order,
  units: order.units.map((unit) =>
    from.includes(unit.package_id ?? "") ? { ...unit, package_id } : unit
  ),
})

/**
 * The orders with all these packages in one.
 * @throws {RangeError} unless they are at least two of one shop, all to be arranged.
 */
export function combine(packages: PackageView[], package_id: string): Order[] {
  const ids = packages.map(({ id }) => id)
  const orders = new Map(
    packages.flatMap((one) => one.orders).map((order) => [order.id, order])
  )
  const right =
    new Set(ids).size > 1 &&
    new Set(packages.map(({ shop_id }) => shop_id)).size === 1 &&
    packages.every(({ status }) => status === "TO_FULFILL") &&
    [...orders.values()].every(({ status }) => status !== "ON_HOLD")
  if (!right) {
    throw new RangeError(`packages ${ids.join(", ")} cannot be combined`)
  }
  return [...orders.values()].map((order) => ({
    ...putInto(order, ids, package_id),
    package_tag: "COMBINED",
  }))
}

/**
 * Each order with its units in a package of their own.
 * @throws {RangeError} unless it is combined and still to be arranged.
 */
export function uncombine(
  { id, tag, status, orders }: PackageView,
  newId: (order_id: string) => string
): { order: Order; package_id: string }[] {
  if (tag !== "COMBINE" || status !== "TO_FULFILL") {
    throw new RangeError(`package ${id} is not one to be taken apart`)
  }
  return orders.map((order) => {
    const package_id = newId(order.id)
    const changed: Order = {
      ...putInto(order, [id], package_id),
      package_tag: "",
    }
    return { order: changed, package_id }
  })
}
