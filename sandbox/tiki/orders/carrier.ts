import { OrderBook } from "../../shared/order-book"
import { WrongTurn } from "./life-cycle"
import { Order } from "./order"
import { OrderDesk } from "./order-desk"
import { PATHS } from "./statuses"

const FAILED = {
  reason_code: "delivery_failed",
  reason_text: "Giao hàng không thành công, hoàn về nhà bán",
}

/** What happens to parcels outside of the shop. Nothing moves without the seller's answer. */
export class Carrier {
  constructor(
    private readonly desk: OrderDesk,
    private readonly book: OrderBook<Order>
  ) {}

  /** Takes the goods: the order gets its codes and is on its way. @throws {WrongTurn} */
  collect(code: string): Order {
    const order = this.desk.get(code)
    if (!isReady(order)) {
      throw new WrongTurn(order, "collected")
    }
    return this.desk.advance(code, "shipping")
  }

  /** Comes by for these, or for all that wait for it. @throws {WrongTurn} for the first that does not. */
  collectAll(codes?: string[]): Order[] {
    const waiting = codes ?? this.book.all().filter(isReady).map(codeOf)
    return waiting.map((code) => this.collect(code))
  }

  /** @throws {WrongTurn} unless it is on its way. */
  deliver(code: string): Order {
    const { fulfillment_type } = this.onItsWay(code, "delivered")
    return this.desk.advance(
      code,
      PATHS[fulfillment_type].includes("delivered")
        ? "delivered"
        : "successful_delivery"
    )
  }

  /** Nobody took it: the order is cancelled on the way, its goods come back. @throws {WrongTurn} */
  failDelivery(code: string): Order {
    this.onItsWay(code, "undeliverable")
    return this.desk.cancel(code, "tiki", FAILED)
  }

  /** The buyer sent it back, or never got it. @throws {WrongTurn} unless it has left the shop. */
  giveBack(code: string): Order {
    const order = this.desk.get(code)
    if (order.shipped_at === null) {
      throw new WrongTurn(order, "returned")
    }
    return this.desk.advance(code, "returned")
  }

  /** The money is due. @throws {WrongTurn} unless it was delivered. */
  complete(code: string): Order {
    const order = this.desk.get(code)
    if (order.delivered_at === null) {
      throw new WrongTurn(order, "complete")
    }
    return this.desk.advance(code, "complete")
  }

  private onItsWay(code: string, to: string): Order {
    const order = this.desk.get(code)
    if (order.shipped_at === null || order.delivered_at !== null) {
      throw new WrongTurn(order, to)
    }
    return order
  }
}

/** The words of the control API. */
export const CARRIER_MOVES: Record<
  string,
  (carrier: Carrier, code: string) => Order
> = {
  collect: (carrier, code) => carrier.collect(code),
  deliver: (carrier, code) => carrier.deliver(code),
  "fail-delivery": (carrier, code) => carrier.failDelivery(code),
  return: (carrier, code) => carrier.giveBack(code),
  complete: (carrier, code) => carrier.complete(code),
}

const READY: readonly Order["status"][] = [
  "picking",
  "packaging",
  "finished_packing",
  "ready_to_ship",
]

const isReady = ({ status, is_fbt, shipped_at }: Order) =>
  READY.includes(status) && !is_fbt && shipped_at === null

const codeOf = ({ code }: Order) => code
