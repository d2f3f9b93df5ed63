import { JsonObject } from "../../../src/domain/shared/json"
import { Clock } from "../../shared/clock"
import { OrderBook } from "../../shared/order-book"
import { Person } from "../../shared/people"
import { Random } from "../../shared/random"
import { Catalogue } from "../products/catalogue"
import { Stock } from "../products/stock"
import { UnitMove } from "../products/unit-moves"
import { Seller } from "../sellers"
import { demoOrders, stepAfter } from "./demo-orders"
import {
  answerItems,
  cancel,
  CancelReason,
  itemPhase,
  nextStatus,
  step,
  stepsTo,
  WrongTurn,
} from "./life-cycle"
import { CancelledBy, Order } from "./order"
import { orderCode, OrderInput, placeOrder } from "./place-order"
import { RawStatus } from "./statuses"

export type OrderEdit = {
  person?: Partial<Person>
  /** Laid over the answer as it goes out; see {@link Order}. */
  wire?: JsonObject
  /** Leaves `updated_at` alone. */
  quiet?: boolean
  off_contract?: boolean
}

/** What the desk needs of the twin. */
export type DeskContext = {
  clock: Clock
  seed(): number
  seller(id?: number): Seller
  catalogue: Catalogue
  stock: Stock
  book: OrderBook<Order>
  /** Told of every change but those of orders older than the twin. */
  onChange(before: Order | null, after: Order): void
}

/** Takes orders and moves them on; stock and events follow. */
export class OrderDesk {
  private next_number = 0
  private random: Random

  constructor(private readonly context: DeskContext) {
    this.random = new Random(context.seed())
  }

  /**
   * Places orders: a number of believable ones, or those described.
   * @throws {OutOfStock} when too few can be sold, unless `history` or `beyond_stock` is set;
   * orders before it stay placed.
   */
  add(orders: number | OrderInput[], seed?: number): Order[] {
    const { catalogue, seller } = this.context
    const inputs =
      typeof orders === "number"
        ? demoOrders({
            count: orders,
            seed: seed ?? this.context.seed() + this.next_number,
            now: this.now(),
            products: catalogue.ofSeller(seller().id),
            codeAt: (place) => orderCode(this.next_number + place),
          })
        : orders
    return inputs.map((input) => this.place(input))
  }

  /** @throws {RangeError} when there is none. */
  get(code: string): Order {
    const order = this.context.book.find(code)
    if (!order) {
      throw new RangeError(`no order ${code}`)
    }
    return order
  }

  /**
   * Moves an order on, by one step or as far as `to`, which may be any status; Tiki cancels
   * when it is `canceled`.
   * @throws {WrongTurn} when it is past that, or closed.
   */
  advance(code: string, to?: RawStatus): Order {
    let order = this.get(code)
    const target = to ?? nextStatus(order)
    if (target === null) {
      throw new WrongTurn(order, "anything else")
    }
    if (target === "canceled") {
      return this.cancel(code, "tiki")
    }
    for (const status of stepsTo(order, target)) {
      order = this.store(step(order, status, this.now()))
    }
    return order
  }

  cancel(code: string, by: CancelledBy, reason: CancelReason = {}): Order {
    return this.store(cancel(this.get(code), by, reason, this.now()))
  }

  /** The seller's answer; items that are not listed are refused. */
  answer(code: string, item_ids: number[], warehouse_id: number): Order {
    const order = this.get(code)
    return this.store(answerItems(order, item_ids, warehouse_id, this.now()))
  }

  /** Delivered, but the buyer was not there: it goes out again. */
  failAttempt(code: string): Order {
    const order = this.get(code)
    const failed_attempts = order.failed_attempts + 1
    return this.store({ ...order, failed_attempts, update_time: this.now() })
  }

  /** Sends the goods of an order once more, for nothing. */
  replace(code: string): Order {
    const { seller_id, items, is_fbt } = this.get(code)
    const [order] = this.add([
      {
        seller_id,
        replaces: code,
        fulfillment_type: is_fbt ? "tiki_delivery" : undefined,
        lines: items.map(({ product_id, quantity }) => ({
          product_id,
          quantity,
        })),
      },
    ])
    this.store({
      ...this.get(code),
      replaced_by: order.code,
      update_time: this.now(),
    })
    return order
  }

  edit(code: string, edit: OrderEdit): Order {
    const order = this.get(code)
    return this.store({
      ...order,
      person: { ...order.person, ...edit.person },
      overrides: { ...order.overrides, ...edit.wire },
      off_contract: edit.off_contract ?? order.off_contract,
      update_time: edit.quiet ? order.update_time : this.now(),
    })
  }

  clear(): void {
    this.next_number = 0
    this.random = new Random(this.context.seed())
  }

  private now(): number {
    return this.context.clock.seconds()
  }

  private place(input: OrderInput): Order {
    const now = this.now()
    let order = placeOrder(input, {
      catalogue: this.context.catalogue,
      seller: this.context.seller(input.seller_id),
      random: this.random,
      number: this.next_number++,
      now,
    })
    const { create_time } = order
    const at = (status: RawStatus) =>
      Math.min(now, create_time + stepAfter(status))
    const steps: Order[] = [order]
    const ended = input.status === "canceled"
    const target = ended ? "queueing" : (input.status ?? "queueing")
    const path = target === order.status ? [] : stepsTo(order, target)
    for (const status of path) {
      order =
        status === "picking" && input.refused_lines
          ? answerItems(
              order,
              order.items
                .filter((_, place) => !input.refused_lines?.includes(place))
                .map(({ id }) => id),
              order.warehouse_id,
              at(status)
            )
          : step(order, status, at(status))
      steps.push(order)
    }
    if (input.cancel || ended) {
      const { by, ...reason } = input.cancel ?? { by: "tiki" }
      const time = Math.min(now, order.update_time + 60)
      order = cancel(order, by, reason, time)
      steps.push(order)
    }
    if (input.history) {
      this.moveHistory(order)
      this.context.book.put(order, true)
    } else {
      steps.forEach((one) => this.store(one, input.beyond_stock))
    }
    return order
  }

  /** Today's count lacks the goods that have left; reserved ones are topped up if short. */
  private moveHistory(order: Order): void {
    const { stock, catalogue } = this.context
    for (const item of order.items) {
      const { product_id, quantity } = item
      const phase = itemPhase(order, item)
      if (phase === "none") {
        continue
      }
      const warehouse_id = warehouseOf(order, item.warehouse_id)
      const level = catalogue.get(product_id).stock.get(warehouse_id)
      const free = level ? level.available - level.reserved : 0
      if (phase === "gone" || free < quantity) {
        stock.receive(product_id, warehouse_id, quantity)
      }
      const units = quantity
      const move = { product_id, warehouse_id, units, from: "none" } as const
      stock.move([{ ...move, to: phase }])
    }
  }

  /** @param beyond_stock sells what is not there as well. @throws {OutOfStock} */
  private store(order: Order, beyond_stock = false): Order {
    const before = this.context.book.find(order.code) ?? null
    this.context.stock.move(unitMoves(before, order), beyond_stock)
    this.context.book.put(order)
    this.context.onChange(before, order)
    return order
  }
}

function unitMoves(before: Order | null, after: Order): UnitMove[] {
  return after.items.flatMap((item, place) => {
    const { product_id, quantity: units } = item
    const { warehouse_id } = after
    const was = before?.items[place]
    const from = was ? itemPhase(before, was) : "none"
    const to = itemPhase(after, item)
    const from_place = before?.warehouse_id ?? warehouse_id
    const move = { product_id, units }
    return from_place === warehouse_id
      ? [{ ...move, warehouse_id, from, to }]
      : [
          { ...move, warehouse_id: from_place, from, to: "none" },
          { ...move, warehouse_id, from: "none", to },
        ]
  })
}

const warehouseOf = (order: Order, warehouse_id: number | null) =>
  warehouse_id ?? order.warehouse_id
