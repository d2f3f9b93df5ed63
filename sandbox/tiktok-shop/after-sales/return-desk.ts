import { Clock } from "../../shared/clock"
import { RETURN_CARRIER } from "../carriers"
import { isClosed } from "../orders/life-cycle"
import { OrderDesk } from "../orders/order-desk"
import { Message } from "../webhooks/messages"
import { ANSWER_TIME, paidFor, requestId, unitsOf } from "./after-sale"
import { Answers, badAfterSale } from "./answers"
import { isRejectReason } from "./reject-reasons"
import { replaceOrder } from "./replacement"
import {
  isOpenReturn,
  Return,
  ReturnKind,
  returnMessage,
  ReturnStatus,
} from "./return"
import {
  approval,
  grantingDecision,
  refusingDecision,
  rejection,
} from "./return-decisions"
import { rejectReasons } from "./reject-reasons"

type Parts = {
  clock: Clock
  orders: OrderDesk
  send: (message: Message) => void
}

export type ReturnInput = {
  /** Default `RETURN_AND_REFUND`. */
  type?: ReturnKind
  /** Default every live unit of the order. */
  unit_ids?: string[]
  reason?: string
  reason_text?: string
  /** Đồng; default what was paid for the units. */
  refund_total?: number
  shipment_type?: Return["shipment_type"]
  role?: Return["role"]
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
export class ReturnDesk {
  private readonly all = new Map<string, Return>()
  private readonly by_order = new Map<string, string[]>()
  private readonly keys = new Answers()

  constructor(private readonly parts: Parts) {}

  /** @throws {RangeError} when there is none. */
  get(return_id: string): Return {
    const found = this.all.get(return_id)
    if (!found) {
      throw new RangeError(`no return ${return_id}`)
    }
    return found
  }

  find(return_id: string): Return | undefined {
    return this.all.get(return_id)
  }

  list(shop_id?: string): Return[] {
    return [...this.all.values()].filter(
      (one) => !shop_id || one.shop_id === shop_id
    )
  }

  ofOrder(order_id: string): Return[] {
    return (this.by_order.get(order_id) ?? []).map((id) => this.get(id))
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
    const now = this.parts.clock.seconds()
    const type = input.type ?? "RETURN_AND_REFUND"
    const replace = type === "REPLACEMENT"
    const paid = units.reduce((sum, unit) => sum + paidFor(unit), 0)
    return this.keep({
      id: requestId(order_id, 50 + this.ofOrder(order_id).length),
      order_id,
      shop_id: order.shop_id,
      type,
      status: replace
        ? "REPLACEMENT_REQUEST_PENDING"
        : "RETURN_OR_REFUND_REQUEST_PENDING",
      role: input.role ?? "BUYER",
      reason: input.reason ?? "ecom_order_delivered_refund_reason_damaged",
      reason_text: input.reason_text ?? "Hàng bị lỗi hoặc hư hỏng",
      unit_ids: units.map(({ id }) => id),
      refund_total: replace ? 0 : (input.refund_total ?? paid),
      create_time: now,
      update_time: now,
      deadline: now + (replace ? ANSWER_TIME.replacement : ANSWER_TIME.usual),
      shipment_type: input.shipment_type ?? "PLATFORM",
      tracking_number: "",
      carrier_id: "",
      delivered_back: false,
      buyer_keeps_item: type === "REFUND",
      arbitration: null,
      partial_refund: null,
      partial_refund_declined: false,
      pre_return_id: null,
      next_return_id: null,
      answers: [],
      reject_reason: null,
      new_order_id: null,
    })
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

  clear(): void {
    this.all.clear()
    this.by_order.clear()
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
    const kept = { ...one, update_time: this.parts.clock.seconds() }
    if (!this.all.has(kept.id)) {
      const known = this.by_order.get(kept.order_id) ?? []
      this.by_order.set(kept.order_id, [...known, kept.id])
    }
    this.all.set(kept.id, kept)
    this.parts.send(returnMessage(kept))
    return kept
  }
}
