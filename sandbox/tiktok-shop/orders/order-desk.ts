import { JsonObject } from "../../../src/domain/shared/json"
import { Clock } from "../../shared/clock"
import { Random } from "../../shared/random"
import { Catalogue } from "../products/catalogue"
import { Stock } from "../products/stock"
import { Shop } from "../shops"
import { EVENT_TYPES, Message, orderStatusMessage } from "../webhooks/messages"
import { demoOrders, STEP_AFTER } from "./demo-orders"
import {
  arrangePart,
  cancel,
  nextStatus,
  PathStatus,
  step,
  STRAIGHT_PATH,
  unitPhase,
  WrongTurn,
} from "./life-cycle"
import { Initiator, Order, Recipient } from "./order"
import { OrderBook } from "./order-book"
import { OrderInput, placeOrder } from "./place-order"

export type OrderEdit = {
  recipient?: Partial<Recipient>
  buyer_message?: string
  /** Laid over the answer as it goes out; see {@link Order}. */
  wire?: JsonObject
  /** Moves `update_time`, which an edit otherwise leaves alone, as TikTok does. */
  touch?: boolean
  off_contract?: boolean
}

/** Takes orders and moves them on; stock and webhooks follow. */
export class OrderDesk {
  private next_number = 0
  private random: Random

  constructor(
    private readonly clock: Clock,
    private readonly seed: () => number,
    private readonly shop: (shop_id?: string) => Shop,
    private readonly catalogue: Catalogue,
    private readonly stock: Stock,
    private readonly book: OrderBook,
    private readonly send: (message: Message) => void
  ) {
    this.random = new Random(seed())
  }

  /**
   * Places orders: a number of believable ones, or those described.
   * @throws {OutOfStock} when the shelf is empty, unless `history` is set; orders before it stay placed.
   */
  add(orders: number | OrderInput[], seed?: number): Order[] {
    const inputs =
      typeof orders === "number"
        ? demoOrders(
            orders,
            seed ?? this.seed() + this.next_number,
            this.clock.seconds()
          )
        : orders
    return inputs.map((input) => this.place(input))
  }

  /** @throws {RangeError} when there is none. */
  get(order_id: string): Order {
    const order = this.book.find(order_id)
    if (!order) {
      throw new RangeError(`no order ${order_id}`)
    }
    return order
  }

  /**
   * Moves an order on, by one step or as far as `to`.
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
      order = this.store(step(order, status, this.clock.seconds()))
    }
    return order
  }

  /** Full refund: `COMPLETED` from wherever the order stands. */
  refund(order_id: string): Order {
    const now = this.clock.seconds()
    return this.store(step(this.get(order_id), "COMPLETED", now))
  }

  /** Arranges some units as a parcel of their own. */
  arrangePart(order_id: string, unit_ids: string[]): Order {
    const now = this.clock.seconds()
    const order = this.store(arrangePart(this.get(order_id), unit_ids, now))
    this.send({
      type: EVENT_TYPES.PACKAGE_UPDATE,
      shop_id: order.shop_id,
      data: {
        sc_type: "SPLIT",
        role_type: "SELLER",
        package_list: [
          ...new Set(order.units.flatMap(({ package_id }) => package_id ?? [])),
        ].map((package_id) => ({ package_id, order_id_list: [order.id] })),
        update_time: now,
      },
    })
    return order
  }

  cancel(
    order_id: string,
    by: Initiator,
    reason = defaultReason(by),
    unit_ids?: string[]
  ): Order {
    const now = this.clock.seconds()
    return this.store(cancel(this.get(order_id), by, reason, now, unit_ids))
  }

  /** The buyer asks to cancel; `update_time` stays. */
  requestCancel(order_id: string): Order {
    const now = this.clock.seconds()
    const order = { ...this.get(order_id), request_cancel_time: now }
    this.send({
      type: EVENT_TYPES.CANCELLATION_STATUS_CHANGE,
      shop_id: order.shop_id,
      data: {
        order_id,
        cancel_id: `4035${order_id.slice(-14)}`,
        cancel_status: "CANCELLATION_REQUEST_PENDING",
        cancellations_role: "BUYER",
        create_time: now,
      },
    })
    return this.store(order)
  }

  edit(order_id: string, edit: OrderEdit): Order {
    const order = this.get(order_id)
    const now = this.clock.seconds()
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
      this.send({
        type: EVENT_TYPES.RECIPIENT_ADDRESS_UPDATE,
        shop_id: order.shop_id,
        data: { order_id, update_time: now },
      })
    }
    if (new_status) {
      this.send(orderStatusMessage(edited, String(edit.wire?.status)))
    }
    return this.store(edited)
  }

  clear(): void {
    this.next_number = 0
    this.random = new Random(this.seed())
  }

  private place(input: OrderInput): Order {
    const now = this.clock.seconds()
    const history = input.history ?? false
    const placed = placeOrder(input, {
      catalogue: this.catalogue,
      shop: this.shop(input.shop_id),
      random: this.random,
      number: this.next_number++,
      now,
    })
    let order = placed
    const at = (status: PathStatus) =>
      Math.min(now, placed.create_time + STEP_AFTER[status])
    const target = input.status ?? "AWAITING_SHIPMENT"
    const steps: Order[] = [order]
    const path = input.refunded_before_collection
      ? [...stepsTo(order, "AWAITING_COLLECTION"), "COMPLETED" as const]
      : stepsTo(order, target)
    for (const status of path) {
      order = step(order, status, at(status))
      steps.push(order)
    }
    if (input.cancel) {
      const { by, reason = defaultReason(by), units } = input.cancel
      const ids = order.units.slice(0, units).map(({ id }) => id)
      const time = Math.min(now, order.update_time + 60)
      order = cancel(order, by, reason, time, units ? ids : undefined)
      steps.push(order)
    }
    if (history) {
      this.holdFromHistory(order)
      this.book.put(order, true)
    } else {
      steps.forEach((one) => this.store(one))
    }
    return order
  }

  /** Today's count lacks the goods that have left; held ones are topped up if short. */
  private holdFromHistory(order: Order): void {
    for (const unit of order.units) {
      const sku = this.catalogue.getSku(unit.sku_id)
      const phase = unitPhase(order, unit)
      const level = this.stock.level(sku, order.warehouse_id)
      if (phase === "gone" || (phase === "held" && level.available < 1)) {
        this.stock.receive(unit.sku_id, order.warehouse_id, 1)
      }
      this.stock.move(unit.sku_id, order.warehouse_id, "none", phase)
    }
  }

  private store(order: Order): Order {
    const before = this.book.find(order.id) ?? null
    this.moveStock(before, order)
    this.book.put(order)
    if (before?.status !== order.status) {
      this.send(orderStatusMessage(order, order.status))
    }
    return order
  }

  /** All units move, or none. @throws {OutOfStock} */
  private moveStock(before: Order | null, after: Order): void {
    const moved: (() => void)[] = []
    try {
      for (const [place, unit] of after.units.entries()) {
        const was = before?.units[place]
        const from = was ? unitPhase(before, was) : "none"
        const to = unitPhase(after, unit)
        const { sku_id } = unit
        this.stock.move(sku_id, after.warehouse_id, from, to)
        moved.push(() => this.stock.move(sku_id, after.warehouse_id, to, from))
      }
    } catch (error) {
      moved.forEach((undo) => undo())
      throw error
    }
  }
}

function stepsTo(order: Order, target: PathStatus): PathStatus[] {
  const next = nextStatus(order)
  const first = next ? STRAIGHT_PATH.indexOf(next) : STRAIGHT_PATH.length
  return STRAIGHT_PATH.slice(first, STRAIGHT_PATH.indexOf(target) + 1)
}

const defaultReason = (by: Initiator): string =>
  ({
    BUYER: "Không còn nhu cầu mua",
    SELLER: "seller_cancel_reason_out_of_stock",
    SYSTEM: "Quá hạn xử lý",
  })[by]
