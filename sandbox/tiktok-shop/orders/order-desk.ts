import { JsonObject } from "../../../src/domain/shared/json"
import { Clock } from "../../shared/clock"
import { Random } from "../../shared/random"
import { PackageBook } from "../packages/package-book"
import { Catalogue } from "../products/catalogue"
import { Shop } from "../shops"
import { EVENT_TYPES, Message, orderStatusMessage } from "../webhooks/messages"
import { demoOrders } from "./demo-orders"
import {
  cancel,
  nextStatus,
  PathStatus,
  step,
  stepsTo,
  WrongTurn,
} from "./life-cycle"
import { Initiator, Order, Recipient } from "./order"
import { OrderKeeper } from "./order-keeper"
import { isParcelMove, moveUnits, ParcelMove } from "./parcel-moves"
import { defaultReason, OrderInput, placeOrder } from "./place-order"
import { walkOrder } from "./walk-order"

export type OrderEdit = {
  recipient?: Partial<Recipient>
  buyer_message?: string
  /** Laid over the answer as it goes out; see {@link Order}. */
  wire?: JsonObject
  /** Moves `update_time`, which an edit otherwise leaves alone, as TikTok does. */
  touch?: boolean
  off_contract?: boolean
}

type Parts = {
  clock: Clock
  seed: () => number
  shop: (shop_id?: string) => Shop
  catalogue: Catalogue
  packages: PackageBook
  keeper: OrderKeeper
  send: (message: Message) => void
  /** Told after units were cancelled by whomever. */
  onCancel: (
    order: Order,
    by: Initiator,
    unit_ids: string[],
    is_history?: boolean
  ) => void
}

/** Takes orders and moves them on. */
export class OrderDesk {
  private next_number = 0
  private random: Random

  constructor(private readonly parts: Parts) {
    this.random = new Random(parts.seed())
  }

  /**
   * Places orders: a number of believable ones, or those described.
   * @throws {OutOfStock} when the shelf is empty, unless `history` or `beyond_stock` is set; orders before it stay placed.
   */
  add(orders: number | OrderInput[], seed?: number): Order[] {
    const inputs =
      typeof orders === "number"
        ? demoOrders(
            orders,
            seed ?? this.parts.seed() + this.next_number,
            this.parts.clock.seconds()
          )
        : orders
    return inputs.map((input) => this.place(input))
  }

  /** @throws {RangeError} when there is none. */
  get(order_id: string): Order {
    return this.parts.keeper.get(order_id)
  }

  /**
   * Moves an order on with all its parcels, by one step or as far as `to`; other orders
   * in the same parcels go along.
   * @throws {WrongTurn} when it is past that, or closed.
   */
  advance(order_id: string, to?: PathStatus): Order {
    let order = this.get(order_id)
    const target = to ?? nextStatus(order)
    const path = target ? stepsTo(order, target) : []
    if (!path.length) {
      throw new WrongTurn(order, target ?? "anything else")
    }
    for (const status of path) {
      order = this.parts.keeper.keep(step(order, status, this.now()))
      if (isParcelMove(status)) {
        this.takeAlong(order, status)
      }
    }
    return order
  }

  /** The carrier fetches all its parcels. @throws {WrongTurn} */
  collect(order_id: string): Order {
    return this.advance(order_id, "IN_TRANSIT")
  }

  /** The carrier hands all its parcels over. @throws {WrongTurn} */
  deliver(order_id: string): Order {
    return this.advance(order_id, "DELIVERED")
  }

  /** The time for returns is over. @throws {WrongTurn} */
  complete(order_id: string): Order {
    return this.advance(order_id, "COMPLETED")
  }

  /**
   * The carrier loses what it has, or nobody takes it: cancelled by the system.
   * @throws {WrongTurn} when nothing of it is on its way.
   */
  fail(order_id: string, reason = "Giao không thành công"): Order {
    const { units } = this.get(order_id)
    const ids = units
      .filter(({ status }) => status === "IN_TRANSIT")
      .map(({ id }) => id)
    if (!ids.length) {
      throw new WrongTurn(this.get(order_id), "CANCELLED on its way")
    }
    return this.cancel(order_id, "SYSTEM", reason, ids)
  }

  /** Full refund: `COMPLETED` from wherever the order stands. */
  refund(order_id: string): Order {
    return this.parts.keeper.keep(
      step(this.get(order_id), "COMPLETED", this.now())
    )
  }

  cancel(
    order_id: string,
    by: Initiator,
    reason = defaultReason(by),
    unit_ids?: string[]
  ): Order {
    const before = this.get(order_id)
    const after = this.parts.keeper.keep(
      cancel(before, by, reason, this.now(), unit_ids)
    )
    const cancelled = after.units.filter(
      ({ status }, place) =>
        status === "CANCELLED" && before.units[place].status !== status
    )
    const ids = cancelled.map(({ id }) => id)
    this.parts.onCancel(after, by, ids)
    return this.get(order_id)
  }

  edit(order_id: string, edit: OrderEdit): Order {
    const order = this.get(order_id)
    const now = this.now()
    const new_status = typeof edit.wire?.status === "string"
    const edited: Order = {
      ...order,
      recipient: { ...order.recipient, ...edit.recipient },
      has_updated_recipient_address:
        order.has_updated_recipient_address || edit.recipient !== undefined,
      buyer_message: edit.buyer_message ?? order.buyer_message,
      overrides: { ...order.overrides, ...edit.wire },
      off_contract: edit.off_contract ?? order.off_contract,
      update_time: edit.touch || new_status ? now : order.update_time,
    }
    if (edit.recipient) {
      this.parts.send({
        type: EVENT_TYPES.RECIPIENT_ADDRESS_UPDATE,
        shop_id: order.shop_id,
        data: { order_id, update_time: now },
      })
    }
    if (new_status) {
      this.parts.send(orderStatusMessage(edited, String(edit.wire?.status)))
    }
    return this.parts.keeper.keep(edited)
  }

  clear(): void {
    this.next_number = 0
    this.random = new Random(this.parts.seed())
  }

  private now(): number {
    return this.parts.clock.seconds()
  }

  /** Other orders in the same parcels. */
  private takeAlong(order: Order, to: ParcelMove): void {
    for (const { package_id } of order.units) {
      const record = package_id && this.parts.packages.find(package_id)
      for (const other of record ? record.order_ids : []) {
        if (other !== order.id && package_id) {
          const along = this.get(other)
          this.parts.keeper.keep(moveUnits(along, [package_id], to, this.now()))
        }
      }
    }
  }

  private place(input: OrderInput): Order {
    const now = this.now()
    const placed = placeOrder(input, {
      catalogue: this.parts.catalogue,
      shop: this.parts.shop(input.shop_id),
      random: this.random,
      number: this.next_number++,
      now,
    })
    const steps = walkOrder(placed, input, now)
    const order = steps[steps.length - 1]
    if (input.history) {
      this.parts.keeper.keepHistory(order)
    } else {
      const { beyond_stock } = input
      steps.forEach((one) => this.parts.keeper.keep(one, { beyond_stock }))
    }
    if (input.cancel) {
      const gone = order.units.filter(({ cancel: why }) => why !== null)
      const ids = gone.map(({ id }) => id)
      this.parts.onCancel(order, input.cancel.by, ids, input.history)
    }
    return order
  }
}
