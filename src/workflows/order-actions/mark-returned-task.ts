import { isComingBack } from "../../domain/returns/buyer-request"
import type {
  BuyerRequestKind,
  BuyerRequestState,
} from "../../domain/returns/buyer-request"
import { ReceivedLine } from "../../domain/returns/received-lines"
import { LoadedParcel, loadParcels } from "../parcels/load-parcels"
import {
  ReceiptOutcome,
  ReceiptToRecord,
  recordReceipts,
} from "../returns/record-receipts"
import { RunContext } from "../runs/run-context"
import { ActedOrder, ActionOutcome } from "./action-result"
import { ActionTask } from "./action-task"
import { inBatches } from "./in-batches"
import { refusalOf } from "./judge-loaded"
import { OutcomeBoard } from "./outcome-board"

type ReturnParams = { lines?: ReceivedLine[]; note?: string }

/**
 * Records that the chosen orders' goods came back, by a person's word; no marketplace is
 * asked. Other orders in a combined parcel are for a person to choose as well.
 */
export function markReturnedTask(
  context: RunContext,
  task: ActionTask
): Promise<void> {
  return inBatches(context, task, (orders) =>
    returnBatch(context, task, orders)
  )
}

async function returnBatch(
  context: RunContext,
  { channel, params }: ActionTask,
  orders: ActedOrder[]
): Promise<void> {
  const { container, run } = context
  const chosen = new Set(orders.map(({ id }) => id))
  const parcels = (await loadParcels(container, [...chosen])).map((parcel) => ({
    ...parcel,
    shares: parcel.shares.filter(({ row }) => chosen.has(row.id)),
  }))
  const board = new OutcomeBoard(context, channel, orders)
  const back = parcels.filter((parcel) => {
    const refusal = refusalOf("receive_back", parcel)
    if (refusal) {
      board.set(parcel, {
        ...refusal,
        ok: refusal.code === "already_received",
      })
    }
    return !refusal
  })
  const requests = await readRequests(context, [...chosen])
  const { lines, note } = params as ReturnParams
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
  await board.sayAll()
}

type Receipts = { parcel: LoadedParcel; receipt: ReceiptToRecord }[]

/** Lines that a person counted, and a buyer's request, are about an order; else each parcel came whole. */
function toReceipts(
  parcel: LoadedParcel,
  requests: Map<string, string>,
  { lines, note }: Pick<ReceiptToRecord, "lines" | "note">
): Receipts {
  return parcel.shares.map(({ row, order }) => {
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
        lines,
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

/** The request under which an order's goods are on their way back, where there is one. */
async function readRequests(
  { marketplaces }: RunContext,
  channel_order_ids: string[]
): Promise<Map<string, string>> {
  const requests = await marketplaces.listMarketplaceBuyerRequests(
    { channel_order_id: channel_order_ids, received_at: null },
    {
      select: ["id", "channel_order_id", "kind", "state"],
      order: { requested_at: "DESC" },
    }
  )
  return new Map(
    requests
      .filter(({ kind, state }) =>
        isComingBack({
          kind: kind as BuyerRequestKind,
          state: state as BuyerRequestState,
        })
      )
      .map(({ id, channel_order_id }) => [channel_order_id ?? "", id])
  )
}
