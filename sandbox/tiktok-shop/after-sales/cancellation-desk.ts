import { Clock } from "../../shared/clock"
import { Initiator, Order } from "../orders/order"
import { OrderDesk } from "../orders/order-desk"
import { OrderKeeper } from "../orders/order-keeper"
import { isClosed } from "../orders/life-cycle"
import { Message } from "../webhooks/messages"
import { ANSWER_TIME, requestId, unitsOf } from "./after-sale"
import { Answers, badAfterSale, orderNotPermitted } from "./answers"
import { Cancellation, cancellationMessage } from "./cancellation"
import { isRejectReason } from "./reject-reasons"
import { RequestBook } from "./request-book"

type Parts = {
  clock: Clock
  keeper: OrderKeeper
  orders: () => OrderDesk
  /** What a request that was withdrawn or refused is called. */
  endedStatus: () =>
    "CANCELLATION_REQUEST_CANCELLED" | "CANCELLATION_REQUEST_CANCEL"
  send: (message: Message) => void
}

export type CancellationInput = {
  reason?: string
  reason_text?: string
}

/** Cancellings: what buyers ask for, and everything that was cancelled by anyone. */
export class CancellationDesk extends RequestBook<Cancellation> {
  private readonly answers = new Answers()
  /** The order being cancelled by an approval, which has its record already. */
  private approving: string | null = null

  constructor(private readonly parts: Parts) {
    super()
  }

  /** The buyer's request that waits for an answer. */
  pendingOf(order_id: string): Cancellation | undefined {
    return this.ofOrder(order_id).find(
      ({ status }) => status === "CANCELLATION_REQUEST_PENDING"
    )
  }

  /**
   * The buyer asks to cancel the order; webhook 11 says so, `update_time` of the order stays.
   * @throws {RangeError} when it is closed, with the carrier, or asked for already.
   */
  request(order_id: string, input: CancellationInput = {}): Cancellation {
    const order = this.parts.keeper.get(order_id)
    const late = isClosed(order) || order.collection_time !== null
    if (late || this.pendingOf(order_id)) {
      throw new RangeError(`order ${order_id} cannot be asked to be cancelled`)
    }
    const now = this.parts.clock.seconds()
    this.parts.keeper.keep({
      ...order,
      request_cancel_time: now,
      cancel_requested: true,
    })
    return this.keep({
      ...this.record(
        order,
        "BUYER",
        unitsOf(order).map(({ id }) => id)
      ),
      ...input,
      status: "CANCELLATION_REQUEST_PENDING",
      deadline: now + ANSWER_TIME.usual,
    })
  }

  /** The buyer thinks better of it. @throws {ApiError} unless it is pending. */
  withdraw(cancel_id: string): Cancellation {
    return this.end(this.pending(cancel_id))
  }

  /**
   * The seller accepts: the order is cancelled, the money goes back.
   * @throws {ApiError} 25001001 unless it is pending.
   */
  approve(cancel_id: string, idempotency_key?: string): Cancellation {
    this.answers.once(idempotency_key, `approve ${cancel_id}`, () => {
      const pending = this.pending(cancel_id)
      this.grant({ ...pending, answers: [...pending.answers, "approve"] })
    })
    return this.get(cancel_id)
  }

  /**
   * The seller refuses: the order goes on.
   * @throws {ApiError} 25001001 unless it is pending, or for an unknown reason.
   */
  reject(
    cancel_id: string,
    reject_reason: string,
    idempotency_key?: string
  ): Cancellation {
    this.answers.once(idempotency_key, `reject ${cancel_id}`, () => {
      const pending = this.pending(cancel_id)
      if (!isRejectReason("cancellation", reject_reason)) {
        throw badAfterSale("reject_reason is unknown")
      }
      this.end({
        ...pending,
        reject_reason,
        answers: [...pending.answers, "reject"],
      })
    })
    return this.get(cancel_id)
  }

  /** The money is back. @throws {RangeError} unless it was granted. */
  complete(cancel_id: string): Cancellation {
    const granted = this.get(cancel_id)
    if (granted.status !== "CANCELLATION_REQUEST_SUCCESS") {
      throw new RangeError(`cancellation ${cancel_id} is ${granted.status}`)
    }
    return this.keep({ ...granted, status: "CANCELLATION_REQUEST_COMPLETE" })
  }

  /** The seller cancels over the API. @throws {ApiError} 25020005 when it is too late. */
  bySeller(order: Order, reason: string): Cancellation {
    const open = ["UNPAID", "ON_HOLD", "AWAITING_SHIPMENT"]
    if (!open.includes(order.status)) {
      throw orderNotPermitted("the order cannot be cancelled any more")
    }
    this.parts.orders().cancel(order.id, "SELLER", reason)
    const [last] = this.ofOrder(order.id).slice(-1)
    return last
  }

  /** Grants what nobody has answered in time. */
  lapse(): void {
    const now = this.parts.clock.seconds()
    for (const one of this.list()) {
      if (one.deadline !== null && one.deadline <= now) {
        const over = isClosed(this.parts.keeper.get(one.order_id))
        void (over ? this.end(one) : this.grant(one))
      }
    }
  }

  /**
   * Notes a cancelling that nobody had to be asked for; an open request ends with it.
   * @param is_history it was before the twin began: nobody is told.
   */
  note(
    order: Order,
    by: Initiator,
    unit_ids: string[],
    is_history = false
  ): void {
    if (this.approving === order.id || !unit_ids.length) {
      return
    }
    const pending = this.pendingOf(order.id)
    if (pending && order.status === "CANCELLED") {
      this.end(pending)
    }
    const done = this.record(order, by, unit_ids)
    if (is_history) {
      const at = order.cancel_time ?? order.update_time
      this.put({ ...done, create_time: at, update_time: at })
    } else {
      this.keep(done)
    }
  }

  override clear(): void {
    super.clear()
    this.answers.clear()
  }

  private pending(cancel_id: string): Cancellation {
    const one = this.get(cancel_id)
    if (one.status !== "CANCELLATION_REQUEST_PENDING") {
      throw badAfterSale("the request does not wait for an answer")
    }
    return one
  }

  private grant(pending: Cancellation): void {
    this.keep({
      ...pending,
      status: "CANCELLATION_REQUEST_SUCCESS",
      deadline: null,
    })
    this.approving = pending.order_id
    try {
      this.parts.orders().cancel(pending.order_id, "BUYER", pending.reason_text)
    } finally {
      this.approving = null
    }
  }

  private end(pending: Cancellation): Cancellation {
    const order = this.parts.keeper.get(pending.order_id)
    this.parts.keeper.keep({ ...order, cancel_requested: false })
    return this.keep({
      ...pending,
      status: this.parts.endedStatus(),
      deadline: null,
    })
  }

  private record(
    order: Order,
    by: Initiator,
    unit_ids: readonly string[]
  ): Cancellation {
    const now = this.parts.clock.seconds()
    const reason =
      order.units.find(({ id }) => unit_ids.includes(id))?.cancel?.reason ??
      "Không còn nhu cầu mua"
    return {
      id: requestId(order.id, this.ofOrder(order.id).length + 1),
      order_id: order.id,
      shop_id: order.shop_id,
      type: by === "BUYER" ? "BUYER_CANCEL" : "CANCEL",
      role: by,
      status: "CANCELLATION_REQUEST_COMPLETE",
      reason: by === "BUYER" ? "buyer_cancel_reason_no_longer_needed" : reason,
      reason_text: reason,
      unit_ids,
      create_time: now,
      update_time: now,
      deadline: null,
      answers: [],
      reject_reason: null,
    }
  }

  private keep(cancellation: Cancellation): Cancellation {
    const update_time = this.parts.clock.seconds()
    const kept = this.put({ ...cancellation, update_time })
    this.parts.send(cancellationMessage(kept))
    return kept
  }
}
