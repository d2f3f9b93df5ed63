import { Order } from "../orders/order"
import { packageId } from "../orders/parcel-moves"
import { Package, unitsIn } from "./package"

/** What lies in a package, and how it stands. */
const trace = (order: Order | null, package_id: string) =>
  order === null
    ? ""
    : unitsIn(order, package_id)
        .map((unit) => `${unit.id} ${unit.status} ${unit.tracking_number}`)
        .join()

const packageIds = (order: Order | null) =>
  new Set(order?.units.flatMap(({ package_id }) => package_id ?? []))

/** All packages there have ever been, in step with the orders. */
export class PackageBook {
  private readonly records = new Map<string, Package>()

  /** Takes over what has become of an order's units. @param now seconds, UTC. */
  follow(before: Order | null, after: Order, now: number): void {
    const ids = packageIds(after)
    for (const id of ids) {
      const record = this.records.get(id) ?? this.open(id, after, now)
      if (!record.order_ids.includes(after.id)) {
        record.order_ids = [...record.order_ids, after.id]
      }
      const arranged = unitsIn(after, id).find(
        ({ rts_time }) => rts_time !== null
      )
      if (arranged && !record.arrangements.length) {
        const at = arranged.rts_time ?? now
        record.arrangements = [{ at, by: "seller_center" }]
      }
      if (trace(before, id) !== trace(after, id)) {
        record.update_time = now
      }
    }
    for (const id of packageIds(before)) {
      const record = ids.has(id) ? undefined : this.records.get(id)
      if (record) {
        record.order_ids = record.order_ids.filter((one) => one !== after.id)
        record.update_time = now
      }
    }
  }

  find(package_id: string): Package | undefined {
    return this.records.get(package_id)
  }

  all(): Package[] {
    return [...this.records.values()]
  }

  /** An id that no package has had; the order names it. */
  newId(order_id: string, taken: readonly string[] = []): string {
    let place = 1
    let id: string
    do {
      id = packageId(order_id, place++)
    } while (this.records.has(id) || taken.includes(id))
    return id
  }

  clear(): void {
    this.records.clear()
  }

  private open(id: string, { shop_id }: Order, now: number): Package {
    const record: Package = {
      id,
      shop_id,
      order_ids: [],
      tag: "DEFAULT",
      create_time: now,
      update_time: now,
      arrangements: [],
      ship_asks: 0,
      handover_method: "PICKUP",
      pickup_slot: null,
      document_asks: 0,
      label_asks_put_off: null,
    }
    this.records.set(id, record)
    return record
  }
}
