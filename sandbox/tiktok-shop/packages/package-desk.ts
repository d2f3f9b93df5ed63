import { Clock } from "../../shared/clock"
import { ApiError } from "../envelope"
import { Order } from "../orders/order"
import { OrderDesk } from "../orders/order-desk"
import { OrderKeeper } from "../orders/order-keeper"
import { moveUnits, ParcelMove, trackingNumber } from "../orders/parcel-moves"
import { Message, packageUpdateMessage } from "../webhooks/messages"
import {
  Arrangement,
  Package,
  PackageStatus,
  PackageView,
  viewPackage,
} from "./package"
import { PackageBook } from "./package-book"
import { PackageBooks, sumPackages } from "./package-books"
import { combine, splitUnits, uncombine } from "./regroup"
import {
  alreadyShipped,
  inputRefusal,
  ShipInput,
  shipRefusal,
} from "./ship-refusal"

type Parts = {
  clock: Clock
  book: PackageBook
  keeper: OrderKeeper
  orders: OrderDesk
  hasOpenRequest: (order_id: string, unit_ids: string[]) => boolean
  repeatedShip: () => "refused" | "arranges_again"
  labelAsksPutOff: () => number
  send: (message: Message) => void
}

/** Packages as things of their own: what the API does with them, and what happens to them. */
export class PackageDesk {
  constructor(private readonly parts: Parts) {}

  /** @throws {RangeError} when there is none. */
  get(package_id: string): PackageView {
    return this.view(this.record(package_id))
  }

  /** A package with units in it; undefined when there is none of that id (any more). */
  find(package_id: string): PackageView | undefined {
    const record = this.parts.book.find(package_id)
    return record?.order_ids.length ? this.view(record) : undefined
  }

  /** The packages that hold an order's units. */
  ofOrder(order_id: string): PackageView[] {
    const { units } = this.parts.keeper.get(order_id)
    const ids = new Set(units.flatMap(({ package_id }) => package_id ?? []))
    return [...ids].map((id) => this.get(id))
  }

  /** All of a shop, or of all shops, as they stand. */
  list(shop_id?: string): PackageView[] {
    return this.parts.book
      .all()
      .filter((one) => one.order_ids.length > 0)
      .filter((one) => !shop_id || one.shop_id === shop_id)
      .map((record) => this.view(record))
  }

  /**
   * Arranges the shipment of a package.
   * @throws {ApiError} with TikTok's code when it may not be.
   */
  ship(
    package_id: string,
    input: ShipInput = {},
    by: Arrangement["by"] = "seller_center"
  ): PackageView {
    const record = this.record(package_id)
    const view = this.view(record)
    record.ship_asks += Number(by === "api")
    const units = view.units.map(({ id }) => id)
    const is_open = view.order_ids.some((id) =>
      this.parts.hasOpenRequest(id, units)
    )
    const refused = shipRefusal(view, is_open) ?? inputRefusal(view, input)
    if (refused && refused.code !== alreadyShipped().code) {
      throw refused
    }
    if (refused) {
      return this.shipAgain(record, refused, by)
    }
    const now = this.parts.clock.seconds()
    record.arrangements = [...record.arrangements, { at: now, by }]
    record.handover_method =
      input.handover_method === "DROP_OFF" ? "DROP_OFF" : "PICKUP"
    const { start_time, end_time } = input.pickup_slot ?? {}
    record.pickup_slot =
      start_time && end_time ? { start_time, end_time } : null
    this.move(package_id, "AWAITING_COLLECTION", {
      tracking_number: input.self_shipment?.tracking_number,
      carrier_id: input.self_shipment?.shipping_provider_id,
    })
    return this.get(package_id)
  }

  /** Splits some units off as a package of their own and arranges it. @throws {ApiError} */
  arrangePart(order_id: string, unit_ids: string[]): Order {
    const [first] = this.split(order_id, [unit_ids])
    this.ship(first)
    return this.parts.keeper.get(order_id)
  }

  /**
   * Puts units that are not arranged yet into packages of their own, one for each group
   * and one for the rest; all of them get new ids. Webhook 4 says so.
   * @returns the new ids, the groups' first.
   * @throws {RangeError} for units that are not there or arranged already.
   */
  split(order_id: string, groups: string[][]): string[] {
    const order = this.parts.keeper.get(order_id)
    const done = splitUnits(order, groups, (taken) =>
      this.parts.book.newId(order_id, taken)
    )
    this.regroup([done.order], done.package_ids, "SPLIT", "SPLIT")
    return done.package_ids
  }

  /**
   * Puts packages that are not arranged yet together; every order gets the new id.
   * Webhook 4 says so.
   * @returns the new id.
   * @throws {RangeError} unless they are at least two of one shop, all to be arranged.
   */
  combine(package_ids: string[]): string {
    const packages = package_ids.map((id) => this.get(id))
    const [first] = packages.flatMap(({ order_ids }) => order_ids)
    const id = this.parts.book.newId(first ?? "")
    this.regroup(combine(packages, id), [id], "COMBINE", "COMBINE")
    return id
  }

  /**
   * Takes a combined package apart: one for each order, with new ids. Webhook 4 says so.
   * @returns the new ids.
   * @throws {RangeError} unless it is combined and still to be arranged.
   */
  uncombine(package_id: string): string[] {
    const orders = uncombine(this.get(package_id), (order_id) =>
      this.parts.book.newId(order_id)
    )
    const ids = orders.map(({ package_id: id }) => id)
    this.regroup(
      orders.map(({ order }) => order),
      ids,
      "DEFAULT",
      "CANCEL_COMBINE"
    )
    return ids
  }

  /** The carrier fetches it. @throws {RangeError} unless it is arranged. */
  collect(package_id: string): PackageView {
    this.expect(package_id, "PROCESSING")
    return this.move(package_id, "IN_TRANSIT")
  }

  /** The carrier hands it over. @throws {RangeError} unless it is on its way. */
  deliver(package_id: string): PackageView {
    this.expect(package_id, "FULFILLING")
    return this.move(package_id, "DELIVERED")
  }

  /**
   * Lost, or nobody takes it: its units are cancelled by the system, and each order that
   * has no others.
   * @throws {RangeError} unless it is on its way.
   */
  fail(package_id: string, reason = "Giao không thành công"): PackageView {
    const { orders, units } = this.expect(package_id, "FULFILLING")
    const ids = units.map(({ id }) => id)
    for (const { id } of orders) {
      this.parts.orders.cancel(id, "SYSTEM", reason, ids)
    }
    return this.get(package_id)
  }

  /** Its orders are closed, as far as they are delivered. @throws {RangeError} unless it is. */
  complete(package_id: string): PackageView {
    const { orders } = this.expect(package_id, "COMPLETED")
    for (const { id, status } of orders) {
      if (status === "DELIVERED") {
        this.parts.orders.complete(id)
      }
    }
    return this.get(package_id)
  }

  /** The next so many asks for its label find it not ready yet (11034037). */
  putOffLabel(package_id: string, asks: number): void {
    const record = this.record(package_id)
    record.label_asks_put_off = record.document_asks + asks
  }

  /** Counts an ask for the label, and says whether it is still being made. */
  isLabelPutOff(package_id: string): boolean {
    const record = this.record(package_id)
    const put_off = record.label_asks_put_off ?? this.parts.labelAsksPutOff()
    return record.document_asks++ < put_off
  }

  /** How often each package was asked for, and really arranged. */
  books(): PackageBooks {
    return sumPackages(this.parts.book.all())
  }

  private record(package_id: string): Package {
    const record = this.parts.book.find(package_id)
    if (!record) {
      throw new RangeError(`no package ${package_id}`)
    }
    return record
  }

  private view(record: Package): PackageView {
    const { keeper } = this.parts
    return viewPackage(
      record,
      record.order_ids.map((id) => keeper.get(id))
    )
  }

  private expect(package_id: string, status: PackageStatus): PackageView {
    const view = this.get(package_id)
    if (view.status !== status) {
      throw new RangeError(
        `package ${package_id} is ${view.status}, not ${status}`
      )
    }
    return view
  }

  private move(
    package_id: string,
    to: ParcelMove,
    dispatch?: { tracking_number?: string; carrier_id?: string }
  ): PackageView {
    const now = this.parts.clock.seconds()
    for (const order of this.get(package_id).orders) {
      this.parts.keeper.keep(moveUnits(order, [package_id], to, now, dispatch))
    }
    return this.get(package_id)
  }

  /** A second arrangement, as a marketplace without memory would make it. */
  private shipAgain(
    record: Package,
    refused: ApiError,
    by: Arrangement["by"]
  ): PackageView {
    const again = this.parts.repeatedShip() === "arranges_again"
    if (!again || this.view(record).status !== "PROCESSING") {
      throw refused
    }
    const at = this.parts.clock.seconds()
    record.arrangements = [...record.arrangements, { at, by }]
    const number = `${trackingNumber(record.id)}R${record.arrangements.length}`
    for (const order of this.view(record).orders) {
      const units = order.units.map((unit) =>
        unit.package_id === record.id
          ? { ...unit, tracking_number: number }
          : unit
      )
      this.parts.keeper.keep({ ...order, units, tracking_number: number })
    }
    return this.view(record)
  }

  private regroup(
    orders: Order[],
    package_ids: string[],
    tag: Package["tag"],
    change: "SPLIT" | "COMBINE" | "CANCEL_COMBINE"
  ): void {
    orders.forEach((order) => this.parts.keeper.keep(order))
    const packages = package_ids.map((id) => this.record(id))
    packages.forEach((record) => {
      record.tag = tag
    })
    const now = this.parts.clock.seconds()
    this.parts.send(packageUpdateMessage(packages, change, now))
  }
}
