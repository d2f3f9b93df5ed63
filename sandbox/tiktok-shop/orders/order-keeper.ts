import { Clock } from "../../shared/clock"
import { PackageBook } from "../packages/package-book"
import { Catalogue } from "../products/catalogue"
import { MoveOptions, Stock } from "../products/stock"
import { UnitMove } from "../products/unit-moves"
import { Message, orderStatusMessage } from "../webhooks/messages"
import { unitPhase } from "./life-cycle"
import { Order } from "./order"
import { OrderBook } from "./order-book"

type Parts = {
  clock: Clock
  catalogue: Catalogue
  stock: Stock
  book: OrderBook
  packages: PackageBook
  send: (message: Message) => void
}

/** Keeps orders; stock, packages and webhooks follow. */
export class OrderKeeper {
  constructor(private readonly parts: Parts) {}

  /** @throws {RangeError} when there is none. */
  get(order_id: string): Order {
    const order = this.parts.book.find(order_id)
    if (!order) {
      throw new RangeError(`no order ${order_id}`)
    }
    return order
  }

  /**
   * Keeps a new order, or what has become of one.
   * @throws {OutOfStock} when the shelf is empty, unless it sells beyond that; nothing is
   * kept then.
   */
  keep(order: Order, options: MoveOptions = {}): Order {
    const { book, packages, stock, clock, send } = this.parts
    const before = book.find(order.id) ?? null
    stock.move(unitMoves(before, order), options)
    book.put(order)
    packages.follow(before, order, clock.seconds())
    if (before?.status !== order.status) {
      send(orderStatusMessage(order, order.status))
    }
    return order
  }

  /**
   * Keeps an order from before the twin began. Today's count lacks the goods that have
   * left; held ones are topped up if short.
   */
  keepHistory(order: Order): Order {
    const { book, packages, catalogue, stock } = this.parts
    for (const unit of order.units) {
      const sku = catalogue.getSku(unit.sku_id)
      const phase = unitPhase(order, unit)
      const level = stock.level(sku, order.warehouse_id)
      if (phase === "gone" || (phase === "held" && level.available < 1)) {
        stock.receive(unit.sku_id, order.warehouse_id, 1)
      }
      const { sku_id } = unit
      const { warehouse_id } = order
      stock.move([{ sku_id, warehouse_id, from: "none", to: phase }], {
        history: true,
      })
    }
    book.put(order, true)
    packages.follow(null, order, order.update_time)
    return order
  }
}

function unitMoves(before: Order | null, after: Order): UnitMove[] {
  return after.units.map((unit, place) => {
    const was = before?.units[place]
    return {
      sku_id: unit.sku_id,
      warehouse_id: after.warehouse_id,
      from: was ? unitPhase(before, was) : "none",
      to: unitPhase(after, unit),
    }
  })
}
