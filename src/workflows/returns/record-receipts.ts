import { hash, randomUUID } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { lineItemId } from "../../domain/orders/draft-order"
import { orderIdentities } from "../../domain/orders/identities"
import { NeutralOrder } from "../../domain/orders/neutral-order"
import { unitsAsked } from "../../domain/returns/coming-back"
import {
  judgeReceipt,
  ReceiptRefusal,
  ReceivableLine,
  receivableLines,
} from "../../domain/returns/receivable"
import {
  isOfSameParcel,
  isReceivedWhole,
} from "../../domain/returns/received-goods"
import { ReceivedLine } from "../../domain/returns/received-lines"
import { unitsComingIn } from "../../domain/returns/units-out"
import { OrderNewsSource } from "../../modules/marketplace-channel/planned-order"
import {
  NewReceipt,
  StoredReceipt,
} from "../../modules/marketplace-channel/services/receipt-book"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "../orders/channel"
import { importOrders } from "../orders/import-orders"
import { ImportableOrder, readImportable } from "../orders/importable-order"
import { lockOrders } from "../orders/lock-orders"
import { mapCopies } from "../orders/plan-copies"

/** What came back of one order. */
export type ReceiptToRecord = {
  channel_order_id: string
  /** The parcel that came back; null when nobody said. */
  parcel_external_id: string | null
  /** The buyer's request that the goods belong to. */
  buyer_request_id: string | null
  handover_id: string | null
  /**
   * Null: everything that was to come back is there and good: the parcel's units of the
   * order, else those of the buyer's request, else all of the order.
   */
  lines: ReceivedLine[] | null
  note: string | null
  photo_file_ids: string[]
}

export type RecordReceiptsInput = {
  channel: Channel
  receipts: ReceiptToRecord[]
  source: OrderNewsSource
  /** A user id, or `system`. */
  actor: string
  /**
   * What caused them, for example a run's id: the same cause records one receipt for each
   * order and parcel, however often it is repeated. Default: the handover's id; without any,
   * every call records anew.
   */
  cause_id?: string
}

/** What became of each receipt that was asked for, in the same order. */
export type ReceiptOutcome = Pick<
  ReceiptToRecord,
  "channel_order_id" | "parcel_external_id"
> &
  (
    | { ok: true; id: string }
    | {
        ok: false
        /** `not_understood`: the order is unknown, or its copy cannot be understood. */
        code: ReceiptRefusal | "not_understood"
        /** In English, for logs and answers. */
        message: string
      }
  )

/**
 * Writes down what came back and lets the orders follow: their status is computed anew, and
 * the Medusa order with its stock follows when it settles. Receiving more than went out, or the
 * same parcel or request for two causes, is refused, receipt by receipt. Whether goods of the
 * order may come back at all is for the caller to judge, just before.
 */
export async function recordReceipts(
  container: MedusaContainer,
  input: RecordReceiptsInput
): Promise<ReceiptOutcome[]> {
  const ids = [
    ...new Set(input.receipts.map(({ channel_order_id }) => channel_order_id)),
  ]
  const outcomes = await lockOrders(container, ids, () =>
    recordLocked(container, input, ids)
  )
  const recorded = outcomes.flatMap(({ ok, channel_order_id }) =>
    ok ? channel_order_id : []
  )
  await importOrders(container, {
    channel: input.channel,
    ids: [...new Set(recorded)],
    source: input.source,
    actor: input.actor,
  })
  return outcomes
}

async function recordLocked(
  container: MedusaContainer,
  { channel, receipts, actor, cause_id }: RecordReceiptsInput,
  ids: string[]
): Promise<ReceiptOutcome[]> {
  const marketplaces = marketplacesOf(container)
  const [rows, stored, requested] = await Promise.all([
    readImportable(container, ids),
    marketplaces.receipts.listOf(ids),
    readRequests(container, receipts),
  ])
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const copies = new Map(
    mapCopies(provider, channel, rows).map((copy) => [copy.row.id, copy])
  )
  const known = new Set(stored.map(({ id }) => id))
  const earlier = new Map<string, ReceivedLine[]>()
  for (const { channel_order_id, lines } of stored) {
    addTo(earlier, channel_order_id, lines)
  }

  const made: NewReceipt[] = []
  const outcomes = receipts.map((receipt): ReceiptOutcome => {
    const { channel_order_id, parcel_external_id, buyer_request_id } = receipt
    const asked = { channel_order_id, parcel_external_id }
    const id = receiptId(receipt, cause_id)
    if (known.has(id)) {
      return { ...asked, ok: true, id }
    }
    const copy = copies.get(channel_order_id)
    if (!copy?.order) {
      return {
        ...asked,
        ok: false,
        code: "not_understood",
        message: `The order ${channel_order_id} is unknown or cannot be understood`,
      }
    }
    const own = stored.filter(
      (one) => one.channel_order_id === channel_order_id
    )
    const request = requested.get(buyer_request_id ?? "") ?? null
    if (isReceivedWhole(receipt, request?.is_received === true, own)) {
      const code = "already_received"
      const message = refusalMessage(code, copy.row, null)
      return { ...asked, ok: false, code, message }
    }
    const lines = receivableLines(copy.order, orderIdentities(channel_order_id))
    const verdict = judgeReceipt(
      lines,
      earlier.get(channel_order_id) ?? [],
      receipt.lines,
      expectedUnits(
        copy.order,
        copy.row,
        lines,
        receipt,
        request?.lines ?? null
      ),
      request
        ? []
        : own
            .filter((one) => isOfSameParcel(one, receipt))
            .flatMap((one) => one.lines)
    )
    if (!verdict.ok) {
      const { code } = verdict
      return {
        ...asked,
        ok: false,
        code,
        message: refusalMessage(code, copy.row, verdict.line_id),
      }
    }
    known.add(id)
    addTo(earlier, channel_order_id, verdict.lines)
    made.push({
      ...receipt,
      id,
      channel_id: channel.id,
      lines: verdict.lines,
      received_by: actor,
    })
    return { ...asked, ok: true, id }
  })
  await marketplaces.receipts.add(made)
  return outcomes
}

type RequestedLines = { external_line_id: string; quantity: number }[]

type Requested = { lines: RequestedLines; is_received: boolean }

async function readRequests(
  container: MedusaContainer,
  receipts: ReceiptToRecord[]
): Promise<Map<string, Requested>> {
  const ids = receipts.flatMap(({ buyer_request_id }) => buyer_request_id ?? [])
  if (!ids.length) {
    return new Map()
  }
  const requests = await marketplacesOf(container).listMarketplaceBuyerRequests(
    { id: [...new Set(ids)] },
    { select: ["id", "lines", "received_at"] }
  )
  return new Map(
    requests.map(({ id, lines, received_at }) => [
      id,
      {
        lines: lines as unknown as RequestedLines,
        is_received: received_at !== null,
      },
    ])
  )
}

/** What the parcel or the buyer's request was to bring; null when neither tells. */
function expectedUnits(
  order: NeutralOrder,
  { id, context }: ImportableOrder,
  lines: ReceivableLine[],
  { parcel_external_id }: ReceiptToRecord,
  requested: RequestedLines | null
): { line_id: string; units: number }[] | null {
  if (requested?.length) {
    return lines.map((line) => ({
      line_id: line.line_id,
      units: unitsAsked([{ lines: requested }], line.external_line_ids),
    }))
  }
  const parcel = order.parcels.find(
    ({ external_id }) => external_id === parcel_external_id
  )
  return parcel?.external_line_ids.length
    ? order.lines.map((line) => ({
        line_id: lineItemId(line, orderIdentities(id)),
        units: unitsComingIn(order, line, parcel, context.marks),
      }))
    : null
}

function refusalMessage(
  code: ReceiptRefusal,
  { external_id }: ImportableOrder,
  line_id: string | null
): string {
  switch (code) {
    case "already_received":
      return `Everything of order ${external_id} that was to come back has been received`
    case "line_not_in_order":
      return `Order ${external_id} has no line ${line_id}`
    case "too_many_units":
      return `More units of line ${line_id} than order ${external_id} still has to get back`
  }
}

function addTo(
  earlier: Map<string, ReceivedLine[]>,
  id: string,
  lines: ReceivedLine[]
): void {
  earlier.set(id, [...(earlier.get(id) ?? []), ...lines])
}

/** True for a stored receipt that this cause has recorded. */
export function isCausedBy(
  receipt: Pick<
    StoredReceipt,
    "id" | "channel_order_id" | "parcel_external_id"
  >,
  cause_id: string
): boolean {
  return receipt.id === idOf(receipt, cause_id)
}

function receiptId(
  receipt: ReceiptToRecord,
  cause_id: string | undefined
): string {
  return idOf(receipt, cause_id ?? receipt.handover_id ?? randomUUID())
}

function idOf(
  {
    channel_order_id,
    parcel_external_id,
  }: Pick<ReceiptToRecord, "channel_order_id" | "parcel_external_id">,
  cause: string
): string {
  const parts = [cause, channel_order_id, parcel_external_id]
  return `mprcpt_${hash("sha256", parts.join(" ")).slice(0, 26)}`
}
