import { MedusaContainer } from "@medusajs/framework/types"
import { returnedLines } from "../../domain/parcels/returned-units"
import { unitsOf } from "../../domain/returns/received-lines"
import {
  HandoverRow,
  HandoverScanRow,
} from "../../modules/marketplace-channel/handover-rows"
import { marketplacesOf } from "../marketplaces"
import { scanMessage } from "../packing/scan-message"
import { Channel } from "../orders/channel"
import { LoadedParcel } from "../parcels/load-parcels"
import { markParcels } from "../parcels/mark-parcels"
import { sharesIn } from "../parcels/shares-in"
import {
  ReceiptOutcome,
  ReceiptToRecord,
  recordReceipts,
} from "../returns/record-receipts"
import { CarryOut, RefusedParcel } from "./carry-out"
import { expectedLines } from "./expected-lines"
import { judgeScanned } from "./judge-scanned"
import { keysOf } from "./read-handover"
import { ReceivedBefore, receiptKey, receivedBefore } from "./received-before"
import {
  findScanned,
  isOf,
  loadScanned,
  ScannedParcel,
} from "./scanned-parcels"

type Taken = { scan: HandoverScanRow; parcel: ScannedParcel }

/** The goods are in the shop again: receipts are written, stock follows. */
export const receiveBack: CarryOut = async (
  container,
  record,
  scans,
  actor
) => {
  const kept = scans.filter(({ ok }) => ok)
  const parcels = await loadScanned(container, record.direction, keysOf(kept))
  const taken: Taken[] = []
  const refused: RefusedParcel[] = []
  for (const scan of kept) {
    const parcel = parcels.find((one) => isOf(scan, one))
    if (parcel) {
      taken.push({ scan, parcel })
    } else {
      refused.push(unknown(scan))
    }
  }
  taken.push(...(await lookUpAgain(container, record, scans, taken)))
  const before = await receivedBefore(
    container,
    record.id,
    taken.map(({ parcel }) => parcel)
  )
  const ready = taken.map((one) => judge(record, one, before))
  refused.push(...ready.flatMap(({ refusal }) => refusal ?? []))
  const going = ready.filter(({ refusal }) => !refusal)
  const back: LoadedParcel[] = []
  for (const group of together(going)) {
    const outcomes = await recordReceipts(container, {
      channel: group.channel,
      receipts: group.parcels.flatMap(({ receipts }) => receipts),
      source: "handover",
      actor,
      cause_id: [record.id, ...group.request_ids].join(" "),
    })
    for (const { taken, receipts } of group.parcels) {
      const own = outcomes.splice(0, receipts.length)
      if (!own.some(({ ok }) => ok) && !isGivenUp(taken.parcel)) {
        const { code, message } = firstRefusal(own)
        refused.push(refusalOf(taken, code, message))
      } else if (taken.parcel.loaded && !taken.parcel.request) {
        back.push(taken.parcel.loaded)
      }
    }
  }
  await markParcels(container, back, {
    kind: "received_back",
    source: "handover",
    cause_id: record.id,
    handover_id: record.id,
    actor,
  })
  return refused
}

type Judged = {
  taken: Taken
  receipts: ReceiptToRecord[]
  refusal: RefusedParcel | null
}

type Group = {
  channel: Channel
  /** None for parcels. */
  request_ids: string[]
  parcels: Judged[]
}

/**
 * Parcels of a channel are received together; goods of each buyer's request alone, for two
 * requests may be about the same order.
 */
function together(judged: Judged[]): Group[] {
  const groups = new Map<string, Group>()
  for (const one of judged) {
    const { loaded, request } = one.taken.parcel
    if (!loaded) {
      continue
    }
    const key = request?.id ?? loaded.channel.id
    const group = groups.get(key) ?? {
      channel: loaded.channel,
      request_ids: request ? [request.id] : [],
      parcels: [],
    }
    group.parcels.push(one)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function judge(
  record: HandoverRow,
  taken: Taken,
  before: ReceivedBefore
): Judged {
  const receipts = receiptsOf(record, taken, before)
  const isDone = receipts.some((one) => before.done.has(receiptKey(one)))
  const { ok, code } = judgeScanned(record, taken.parcel)
  const refusal =
    ok || isDone ? null : refusalOf(taken, code, scanMessage(code))
  return { taken, receipts, refusal }
}

const MAY_HAVE_CHANGED: readonly string[] = ["unknown_parcel", "not_collected"]

/** What was unknown when it was scanned, or with no carrier, may have been read since. */
async function lookUpAgain(
  container: MedusaContainer,
  record: HandoverRow,
  scans: HandoverScanRow[],
  taken: Taken[]
): Promise<Taken[]> {
  const found: Taken[] = []
  for (const scan of scans) {
    if (scan.ok || !MAY_HAVE_CHANGED.includes(scan.code)) {
      continue
    }
    const meant = await findScanned(container, "inbound", scan.scanned)
    const [parcel] = meant
    const known = [...taken, ...found].some(
      (one) => parcel && one.parcel.found.id === parcel.found.id
    )
    if (meant.length === 1 && !known && judgeScanned(record, parcel).ok) {
      await marketplacesOf(container).handovers.takeIn(scan.id, {
        channel_id: parcel.found.channel_id,
        parcel_external_id: parcel.found.external_id,
      })
      found.push({ scan: { ...scan, ok: true }, parcel })
    }
  }
  return found
}

/** A receipt for each order with units in the parcel. */
function receiptsOf(
  { id: handover_id }: HandoverRow,
  { scan, parcel }: Taken,
  { earlier }: ReceivedBefore
): ReceiptToRecord[] {
  const { loaded, request } = parcel
  const expected = expectedLines(parcel, earlier)
  const shares = loaded ? sharesIn("receive_back", loaded) : []
  return shares.flatMap(({ row }) => {
    const own = expected.filter((one) => one.channel_order_id === row.id)
    const said = scan.lines?.filter(({ line_id }) =>
      own.some((one) => one.line_id === line_id)
    )
    if (said && !said.some((line) => unitsOf(line) > 0)) {
      return []
    }
    return {
      channel_order_id: row.id,
      parcel_external_id: request ? null : (loaded?.external_id ?? null),
      buyer_request_id: request?.id ?? null,
      handover_id,
      lines: returnedLines(own, scan.condition ?? "good", said ?? null),
      note: scan.note,
      photo_file_ids: scan.photo_file_ids,
    }
  })
}

/** A cancelled parcel whose units its orders have no more: it is back, and nothing is due. */
function isGivenUp(parcel: ScannedParcel): boolean {
  const { loaded, request } = parcel
  return (
    !request &&
    loaded !== null &&
    loaded.shares.every((share) => share.parcel?.state === "cancelled") &&
    expectedLines(parcel, new Map()).length === 0
  )
}

function firstRefusal(outcomes: ReceiptOutcome[]): {
  code: string
  message: string
} {
  const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome))
  const code = "already_received"
  return refused[0] ?? { code, message: scanMessage(code) }
}

/** The marketplace has taken it away since it was scanned. */
function unknown(scan: HandoverScanRow): RefusedParcel {
  const code = "unknown_parcel"
  return {
    scan_id: scan.id,
    external_id: scan.parcel_external_id ?? scan.scanned,
    code,
    message: scanMessage(code),
  }
}

function refusalOf(
  { scan, parcel }: Taken,
  code: string,
  message: string
): RefusedParcel {
  const { found, request, loaded } = parcel
  const external_id =
    request?.external_id ??
    loaded?.external_id ??
    loaded?.shares[0].row.external_id ??
    found.external_id
  return { scan_id: scan.id, external_id, code, message }
}
