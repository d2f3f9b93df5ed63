import { badAfterSale } from "./answers"
import { Refusable } from "./reject-reasons"
import { Return, ReturnStatus } from "./return"

const PENDING = "RETURN_OR_REFUND_REQUEST_PENDING"
const TO_REPLACE = "REPLACEMENT_REQUEST_PENDING"

/** What a decision needs, and where it leads. */
type Decision = {
  from: ReturnStatus
  types: Return["type"][]
  to: ReturnStatus
}

const APPROVALS: Record<string, Decision | undefined> = {
  APPROVE_REFUND: {
    from: PENDING,
    types: ["REFUND"],
    to: "RETURN_OR_REFUND_REQUEST_SUCCESS",
  },
  APPROVE_RETURN: {
    from: PENDING,
    types: ["RETURN_AND_REFUND"],
    to: "AWAITING_BUYER_SHIP",
  },
  APPROVE_RECEIVED_PACKAGE: {
    from: "BUYER_SHIPPED_ITEM",
    types: ["RETURN_AND_REFUND"],
    to: "RETURN_OR_REFUND_REQUEST_SUCCESS",
  },
  OFFER_PARTIAL_REFUND: {
    from: PENDING,
    types: ["REFUND", "RETURN_AND_REFUND"],
    to: "AWAITING_BUYER_RESPONSE",
  },
  APPROVE_REPLACEMENT: {
    from: TO_REPLACE,
    types: ["REPLACEMENT"],
    to: "REPLACEMENT_REQUEST_COMPLETE",
  },
  ISSUE_REPLACEMENT_REFUND: {
    from: TO_REPLACE,
    types: ["REPLACEMENT"],
    to: "REPLACEMENT_REQUEST_REFUND_SUCCESS",
  },
}

const REJECTIONS: Record<string, (Decision & { what: Refusable }) | undefined> =
  {
    REJECT_REFUND: {
      from: PENDING,
      types: ["REFUND"],
      to: "REFUND_OR_RETURN_REQUEST_REJECT",
      what: "refund",
    },
    REJECT_RETURN: {
      from: PENDING,
      types: ["RETURN_AND_REFUND"],
      to: "REFUND_OR_RETURN_REQUEST_REJECT",
      what: "return",
    },
    REJECT_RECEIVED_PACKAGE: {
      from: "BUYER_SHIPPED_ITEM",
      types: ["RETURN_AND_REFUND"],
      to: "REJECT_RECEIVE_PACKAGE",
      what: "received_parcel",
    },
    REJECT_REPLACEMENT: {
      from: TO_REPLACE,
      types: ["REPLACEMENT"],
      to: "REPLACEMENT_REQUEST_REJECT",
      what: "return",
    },
  }

function check<D extends Decision>(
  one: Return,
  name: string,
  decision: D | undefined
): D {
  const fits =
    decision?.from === one.status && decision.types.includes(one.type)
  if (!decision || !fits) {
    throw badAfterSale(`the decision ${name} does not fit the request`)
  }
  return decision
}

/** Where an approval leads. @throws {ApiError} 25001001 when it does not fit. */
export function approval(one: Return, name: string, keep: boolean) {
  const { to } = check(one, name, APPROVALS[name])
  return keep && name === "APPROVE_RETURN"
    ? "RETURN_OR_REFUND_REQUEST_SUCCESS"
    : to
}

/** Where a rejection leads, and which reasons go with it. @throws {ApiError} 25001001 */
export const rejection = (one: Return, name: string) =>
  check(one, name, REJECTIONS[name])

/** The decision that grants what the buyer waits for now; null when nothing is. */
export function grantingDecision(one: Return): string | null {
  const found = Object.entries(APPROVALS).find(
    ([name, decision]) =>
      name !== "OFFER_PARTIAL_REFUND" &&
      decision?.from === one.status &&
      decision.types.includes(one.type)
  )
  return found ? found[0] : null
}

/** The decision that refuses it; null when nothing is to be refused. */
export function refusingDecision(one: Return): string | null {
  const found = Object.entries(REJECTIONS).find(
    ([, decision]) =>
      decision?.from === one.status && decision.types.includes(one.type)
  )
  return found ? found[0] : null
}
