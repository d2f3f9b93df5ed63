import { Clock } from "../../shared/clock"
import { RETURN_CARRIER } from "../carriers"
import { isClosed } from "../orders/life-cycle"
import { OrderDesk } from "../orders/order-desk"
import { Message } from "../webhooks/messages"
import { ANSWER_TIME, unitsOf } from "./after-sale"
import { Answers, badAfterSale } from "./answers"
import { newReturn, ReturnInput } from "./new-return"
import { isRejectReason, rejectReasons } from "./reject-reasons"
import { replaceOrder } from "./replacement"
import { isOpenReturn, Return, returnMessage, ReturnStatus } from "./return"
import {
  approval,
  grantingDecision,
  refusingDecision,
  rejection,
} from "./return-decisions"
import { RequestBook } from "./request-book"

type Parts = {
  clock: Clock
  orders: OrderDesk
  send: (message: Message) => void
}

export type ApproveInput = {
  decision?: string
  buyer_keep_item?: boolean
  /** Đồng. */
  partial_refund?: number
  idempotency_key?: string
}

export type RejectInput = {
  decision?: string
  reject_reason?: string
  idempotency_key?: string
}

/** Returns, refunds and replacements: what buyers ask for, and how it goes on. */
export class ReturnDesk extends RequestBook<Return> {
  private readonly keys = new Answers()

  constructor(private readonly parts: Parts) {
    super()
  }

  /**
   * The buyer asks; webhook 12 says so.
   * @throws {RangeError} for units that are not there, or in an open request already.
   */
  request(order_id: string, input: ReturnInput = {}): Return {
    const order = this.parts.orders.get(order_id)
    const units = unitsOf(order, input.unit_ids)
    const taken = this.ofOrder(order_id)
      .filter(isOpenReturn)
      .flatMap(({ unit_ids }) => unit_ids)
    if (units.some(({ id }) => taken.includes(id)) || !order.paid_time) {
      throw new RangeError(`order ${order_id} cannot be returned so`)
    }
    const place = this.ofOrder(order_id).length
    const now = this.parts.clock.seconds()
    return this.keep(newReturn(order, units, input, place, now))
  }

  /**
   * The seller grants what is asked now.
   * @throws {ApiError} 25001001 when the decision does not fit the request.
   */
  approve(return_id: string, input: ApproveInput = {}): Return {
    const decision = input.decision ?? this.granting(return_id)
    const call = `${decision} ${return_id}`
    this.keys.once(input.idempotency_key, call, () =>
      this.grant(return_id, decision, input, true)
    )
    return this.get(return_id)
  }

  /**
   * The seller refuses what is asked now.
   * @throws {ApiError} 25001001 when the decision or the reason does not fit the request.
   */
  reject(return_id: string, input: RejectInput = {}): Return {
    const decision = input.decision ?? refusingDecision(this.get(return_id))
    const call = `${decision} ${return_id}`
    this.keys.once(input.idempotency_key, call, () => {
      const one = this.get(return_id)
      const { to, what } = rejection(one, decision ?? "")
      const reason = input.reject_reason ?? rejectReasons(what)[0].name
      if (!isRejectReason(what, reason)) {
        throw badAfterSale("reject_reason is unknown")
      }
      this.keep({
        ...one,
        status: to,
        deadline: null,
        reject_reason: reason,
        answers: [...one.answers, decision ?? ""],
      })
    })
    return this.get(return_id)
  }

  /** The buyer sends the goods. @throws {RangeError} unless the return was granted. */
  shipBack(return_id: string, tracking_number?: string): Return {
    const one = this.expect(return_id, "AWAITING_BUYER_SHIP")
    return this.keep({
      ...one,
      status: "BUYER_SHIPPED_ITEM",
      tracking_number: tracking_number ?? `DEMOHOAN${one.id.slice(-10)}`,
      carrier_id: RETURN_CARRIER.id,
    })
  }

  /** The carrier brings them: the seller has to say whether all is well. @throws {RangeError} */
  deliverBack(return_id: string): Return {
    const one = this.expect(return_id, "BUYER_SHIPPED_ITEM")
    const deadline = this.parts.clock.seconds() + ANSWER_TIME.usual
    return this.keep({ ...one, delivered_back: true, deadline })
  }

  /**
   * The money is back; an order of which nothing is left is completed.
   * @throws {RangeError} unless it was granted.
   */
  complete(return_id: string): Return {
    const one = this.expect(return_id, "RETURN_OR_REFUND_REQUEST_SUCCESS")
    const done = this.keep({
      ...one,
      status: "RETURN_OR_REFUND_REQUEST_COMPLETE",
      deadline: null,
    })
    const order = this.parts.orders.get(one.order_id)
    const refunded = this.ofOrder(order.id)
      .filter(({ status }) => status === "RETURN_OR_REFUND_REQUEST_COMPLETE")
      .flatMap(({ unit_ids }) => unit_ids)
    const nothing_left = order.units.every(
      ({ id, status }) => status === "CANCELLED" || refunded.includes(id)
    )
    if (nothing_left && !isClosed(order)) {
      this.parts.orders.refund(order.id)
    }
    return done
  }

  /** The buyer takes it back, or lets it lapse. @throws {RangeError} when it is over. */
  withdraw(return_id: string): Return {
    const one = this.get(return_id)
    if (!isOpenReturn(one)) {
      throw new RangeError(`return ${return_id} is ${one.status}`)
    }
    const status =
      one.type === "REPLACEMENT"
        ? "REPLACEMENT_REQUEST_CANCEL"
        : "RETURN_OR_REFUND_REQUEST_CANCEL"
    return this.keep({ ...one, status, deadline: null })
  }

  /**
   * The buyer changes the request: it ends, and goes on under a new id.
   * @throws {RangeError} when it is over.
   */
  edit(return_id: string, input: ReturnInput = {}): Return {
    const old = this.withdraw(return_id)
    const { type, reason, reason_text } = old
    const next = this.request(old.order_id, {
      type,
      reason,
      reason_text,
      unit_ids: [...old.unit_ids],
      ...input,
    })
    this.keep({ ...this.get(old.id), next_return_id: next.id })
    return this.keep({ ...next, pre_return_id: old.id })
  }

  /** The buyer takes part of the money, or insists. @throws {RangeError} without an offer. */
  answerOffer(return_id: string, accepted: boolean): Return {
    const one = this.expect(return_id, "AWAITING_BUYER_RESPONSE")
    const now = this.parts.clock.seconds()
    return accepted
      ? this.keep({
          ...one,
          status: "RETURN_OR_REFUND_REQUEST_SUCCESS",
          refund_total: one.partial_refund ?? one.refund_total,
          buyer_keeps_item: true,
        })
      : this.keep({
          ...one,
          status: "RETURN_OR_REFUND_REQUEST_PENDING",
          partial_refund_declined: true,
          deadline: now + ANSWER_TIME.usual,
        })
  }

  /** Lays anything over a request, as TikTok's staff might. */
  set(return_id: string, patch: Partial<Return>): Return {
    const { id, order_id, shop_id } = this.get(return_id)
    const laid = { ...this.get(return_id), ...patch }
    return this.keep({ ...laid, id, order_id, shop_id })
  }

  /** Grants what nobody has answered in time. */
  lapse(): void {
    const now = this.parts.clock.seconds()
    for (const one of this.list()) {
      const decision = grantingDecision(one)
      if (one.deadline !== null && one.deadline <= now && decision) {
        this.grant(one.id, decision, {}, false)
      }
    }
  }

  override clear(): void {
    super.clear()
    this.keys.clear()
  }

  private granting(return_id: string): string {
    return grantingDecision(this.get(return_id)) ?? "nothing"
  }

  private grant(
    return_id: string,
    decision: string,
    input: ApproveInput,
    by_seller: boolean
  ): void {
    const one = this.get(return_id)
    const keep = input.buyer_keep_item === true
    const status = approval(one, decision, keep)
    const offer = input.partial_refund ?? null
    const offered = decision === "OFFER_PARTIAL_REFUND"
    const fair = offer !== null && offer > 0 && offer <= one.refund_total
    if (offered && !fair) {
      throw badAfterSale("partial_refund is missing or too high")
    }
    const new_order_id =
      status === "REPLACEMENT_REQUEST_COMPLETE"
        ? replaceOrder(this.parts.orders, one).id
        : null
    this.keep({
      ...one,
      status,
      new_order_id,
      deadline: null,
      buyer_keeps_item: one.buyer_keeps_item || keep,
      partial_refund: offered ? offer : one.partial_refund,
      answers: by_seller ? [...one.answers, decision] : one.answers,
    })
  }

  private expect(return_id: string, status: ReturnStatus): Return {
    const one = this.get(return_id)
    if (one.status !== status) {
      throw new RangeError(`return ${return_id} is ${one.status}`)
    }
    return one
  }

  private keep(one: Return): Return {
    const kept = this.put({
      ...one,
      update_time: this.parts.clock.seconds(),
    })
    this.parts.send(returnMessage(kept))
    return kept
  }
}
