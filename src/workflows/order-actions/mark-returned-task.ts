import type {
  BuyerRequestKind,
  BuyerRequestState,
} from "../../domain/returns/buyer-request"
import { oldestAwaited } from "../../domain/returns/oldest-awaited"
import { ReceivedLine } from "../../domain/returns/received-lines"
import { isReturnedBefore } from "../../domain/returns/returned-before"
import { lineItemId } from "../../domain/orders/draft-order"
import { orderIdentities } from "../../domain/orders/identities"
import { StoredReceipt } from "../../modules/marketplace-channel/services/receipt-book"
import { LoadedParcel, loadParcels, ParcelShare } from "../parcels/load-parcels"
import { markParcels } from "../parcels/mark-parcels"
import { sharesIn } from "../parcels/shares-in"
import {
  isCausedBy,
  ReceiptOutcome,
  ReceiptToRecord,
  recordReceipts,
} from "../returns/record-receipts"
import { RunContext } from "../runs/run-context"
import { ActedOrder, ActionOutcome } from "./action-result"
import { ActionTask } from "./action-task"
import { chosenOf } from "./chosen-parcels"
import { inBatches } from "./in-batches"
import { refusalOf } from "./judge-loaded"
import { OutcomeBoard } from "./outcome-board"

type ReturnParams = { lines?: ReceivedLine[]; note?: string }

/**
 * Records that the chosen orders' goods came back, by a person's word; no marketplace is
 * asked. A combined parcel that never reached the buyer comes back with all of its orders;
 * once it is delivered, or where a buyer sends goods back, each order is by itself. What a
 * buyer kept is received only when somebody counts it: saying so again brings nothing back.
 */
export function markReturnedTask(
  context: RunContext,
  task: ActionTask
): Promise<void> {
  return inBatches(context, task, (orders) =>
    returnBatch(context, task, orders)
  )
}

const KEPT = { ok: false, code: "already_received" } as const

async function returnBatch(
  context: RunContext,
  { channel, params, parcels: chosen_parcels }: ActionTask,
  orders: ActedOrder[]
): Promise<void> {
  const { container, run } = context
  const { lines, note } = params as ReturnParams
  const chosen = new Set(orders.map(({ id }) => id))
  const { requests, earlier } = await readReturns(context, [...chosen])
  const loaded = chosenOf(
    { parcels: chosen_parcels },
    await loadParcels(container, [...chosen])
  )
  const parcels = loaded
    .map((parcel) => comingBack(parcel, chosen, requests))
    .flatMap((parcel) =>
      lines
        ? { parcel, is_kept: false }
        : withoutKept(parcel, requests, earlier)
    )
  const board = new OutcomeBoard(context, channel, orders)
  const back = parcels.flatMap(({ parcel, is_kept }) => {
    const refusal =
      refusalOf("receive_back", parcel) ??
      (is_kept ? KEPT : null) ??
      (lines && refusalOfLines(parcel, lines))
    if (refusal) {
      board.set(parcel, {
        ...refusal,
        ok: refusal.code === "already_received",
      })
    }
    return refusal ? [] : parcel
  })
  const receipts = back.flatMap((parcel) =>
    toReceipts(parcel, requests, { lines: lines ?? null, note: note ?? null })
  )
  const outcomes = await recordReceipts(container, {
    channel,
    receipts: receipts.map(({ receipt }) => receipt),
    source: "hand",
    actor: run.created_by,
    cause_id: run.id,
  })
  for (const parcel of back) {
    const own = outcomes.filter((_, index) => receipts[index].parcel === parcel)
    board.set(parcel, toOutcome(own))
  }
  await markParcels(
    container,
    back.flatMap((parcel) =>
      receivedWhole(
        parcel,
        outcomes.filter(
          ({ ok }, index) =>
            ok &&
            receipts[index].parcel === parcel &&
            isWhole(receipts[index].receipt, parcel)
        )
      )
    ),
    {
      kind: "received_back",
      source: "hand",
      cause_id: run.id,
      actor: run.created_by,
      reason: note ?? null,
      run_id: run.id,
    }
  )
  await board.sayAll()
}

/** True when all that the parcel holds of the order came back: it is not to be scanned again. */
function isWhole(
  { lines, parcel_external_id, buyer_request_id }: ReceiptToRecord,
  { external_id }: LoadedParcel
): boolean {
  return (
    lines === null &&
    buyer_request_id === null &&
    parcel_external_id === external_id
  )
}

/** The parcel with those orders of which these are the receipts; none without any. */
function receivedWhole(
  parcel: LoadedParcel,
  outcomes: ReceiptOutcome[]
): LoadedParcel[] {
  const shares = parcel.shares.filter(({ row }) =>
    outcomes.some(({ channel_order_id }) => channel_order_id === row.id)
  )
  return shares.length ? [{ ...parcel, shares }] : []
}

/** The orders that come back in a parcel when the chosen ones do. */
function comingBack(
  parcel: LoadedParcel,
  chosen: ReadonlySet<string>,
  requests: ReadonlyMap<string, string>
): LoadedParcel {
  const isOne = parcel.shares.every(
    ({ row, parcel: own, facts }) =>
      own?.state !== "delivered" &&
      facts.status !== "succeeded" &&
      !requests.has(row.id)
  )
  const coming = sharesIn("receive_back", parcel)
  const own = coming.filter(({ row }) => chosen.has(row.id))
  if (!own.length) {
    const shares = parcel.shares.filter(({ row }) => chosen.has(row.id))
    return { ...parcel, shares }
  }
  return { ...parcel, shares: isOne ? coming : own }
}

/** The parcel without the orders of which the buyer keeps what is left, and these alone. */
function withoutKept(
  parcel: LoadedParcel,
  requests: ReadonlyMap<string, string>,
  earlier: StoredReceipt[]
): { parcel: LoadedParcel; is_kept: boolean }[] {
  const { external_id, shares } = parcel
  const kept = shares.filter(({ row, facts }) =>
    isReturnedBefore(
      {
        status: facts.status,
        is_requested: requests.has(row.id),
        parcel_external_id: external_id,
      },
      earlier.filter(({ channel_order_id }) => channel_order_id === row.id)
    )
  )
  return [
    { shares: kept, is_kept: true },
    { shares: shares.filter((one) => !kept.includes(one)), is_kept: false },
  ]
    .filter((part) => part.shares.length > 0)
    .map(({ shares, is_kept }) => ({ parcel: { ...parcel, shares }, is_kept }))
}

/** What was counted has to name goods of every order in the parcel. */
function refusalOfLines(
  { shares }: LoadedParcel,
  lines: ReceivedLine[]
): (ActionOutcome & { ok: false }) | null {
  const left = shares.filter(
    (share) => linesOf(share, lines).length === 0 && shares.length > 1
  )
  const which = left.map(({ row }) => row.external_id).join(", ")
  return left.length
    ? { ok: false, code: "combined_parcel", params: { which } }
    : null
}

function linesOf(
  { row, order }: ParcelShare,
  lines: ReceivedLine[]
): ReceivedLine[] {
  const ids = orderIdentities(row.id)
  const own = new Set(order.lines.map((line) => lineItemId(line, ids)))
  return lines.filter(({ line_id }) => own.has(line_id))
}

type Receipts = { parcel: LoadedParcel; receipt: ReceiptToRecord }[]

/** Lines that a person counted, and a buyer's request, are about an order; else each parcel came whole. */
function toReceipts(
  parcel: LoadedParcel,
  requests: Map<string, string>,
  { lines, note }: Pick<ReceiptToRecord, "lines" | "note">
): Receipts {
  return parcel.shares.map((share) => {
    const { row, order } = share
    const buyer_request_id = requests.get(row.id) ?? null
    const ofOrder = lines !== null || buyer_request_id !== null
    return {
      parcel,
      receipt: {
        channel_order_id: row.id,
        parcel_external_id:
          ofOrder && order.parcels.length > 1 ? null : parcel.external_id,
        buyer_request_id,
        handover_id: null,
        lines:
          lines && parcel.shares.length > 1 ? linesOf(share, lines) : lines,
        note,
        photo_file_ids: [],
      },
    }
  })
}

function toOutcome(outcomes: ReceiptOutcome[]): ActionOutcome {
  const refused = outcomes.find(({ ok }) => !ok)
  if (refused && !refused.ok) {
    const { code, message } = refused
    return {
      ok: code === "already_received",
      code,
      params: { reason: message },
    }
  }
  return { ok: true, code: "marked_returned" }
}

type Returns = {
  /** By order: the request under which its goods are on their way back. */
  requests: Map<string, string>
  /** What was received before this run. */
  earlier: StoredReceipt[]
}

/** What this run has received of a request, before a crash, is received of it once more. */
async function readReturns(
  { marketplaces, run }: RunContext,
  channel_order_ids: string[]
): Promise<Returns> {
  // Requests first: one whose goods are received meanwhile has its receipt read.
  const rows = await marketplaces.listMarketplaceBuyerRequests(
    { channel_order_id: channel_order_ids, received_at: null },
    {
      select: [
        "id",
        "channel_order_id",
        "kind",
        "state",
        "requested_at",
        "received_at",
      ],
    }
  )
  const open = rows.map(({ kind, state, ...request }) => ({
    ...request,
    kind: kind as BuyerRequestKind,
    state: state as BuyerRequestState,
  }))
  const receipts = await marketplaces.receipts.listOf(channel_order_ids)
  const isOwn = (receipt: StoredReceipt) => isCausedBy(receipt, run.id)
  return {
    requests: new Map([
      ...channel_order_ids.flatMap((id) => {
        const request = oldestAwaited(
          open.filter(({ channel_order_id }) => channel_order_id === id)
        )
        return request ? [[id, request.id] as const] : []
      }),
      ...receipts
        .filter(isOwn)
        .flatMap(({ channel_order_id, buyer_request_id }) =>
          buyer_request_id
            ? [[channel_order_id, buyer_request_id] as const]
            : []
        ),
    ]),
    earlier: receipts.filter((receipt) => !isOwn(receipt)),
  }
}
