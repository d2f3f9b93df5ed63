import { StatusContext } from "../../domain/orders/determine-status"
import {
  BuyerRequestKind,
  BuyerRequestState,
  bringsGoodsBack,
  isComingBack,
} from "../../domain/returns/buyer-request"
import { ReturnFact } from "../../domain/orders/status-decision"
import { unitsOf, ReceivedLine } from "../../domain/returns/received-lines"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { StoredParcelMark } from "../../modules/marketplace-channel/services/parcel-marks"

/** What orders' statuses depend on beside their copies; untouched orders are left out. */
export async function readStatusContexts(
  marketplaces: MarketplaceChannelModuleService,
  channel_order_ids: string[]
): Promise<Map<string, StatusContext>> {
  if (!channel_order_ids.length) {
    return new Map()
  }
  const [marks, receipts, requests] = await Promise.all([
    marketplaces.parcelMarks.listOf(channel_order_ids),
    marketplaces.listMarketplaceReceipts(
      { channel_order_id: channel_order_ids },
      { select: ["channel_order_id", "lines"] }
    ),
    marketplaces.listMarketplaceBuyerRequests(
      { channel_order_id: channel_order_ids },
      {
        select: ["channel_order_id", "kind", "state", "lines", "received_at"],
      }
    ),
  ])
  return toStatusContexts(marks, receipts, requests)
}

/** As far as a status looks at a receipt. */
type ReceiptFacts = { channel_order_id: string; lines: unknown }

/** As far as a status looks at a buyer's request. */
type RequestFacts = {
  channel_order_id: string | null
  kind: string
  state: string
  lines: unknown
  received_at: Date | string | null
}

/** Gathers by order what its status depends on. */
export function toStatusContexts(
  marks: Map<string, StoredParcelMark[]>,
  receipts: ReceiptFacts[],
  requests: RequestFacts[]
): Map<string, StatusContext> {
  const contexts = new Map<string, StatusContext>()
  const touched = new Set([
    ...marks.keys(),
    ...receipts.map(({ channel_order_id }) => channel_order_id),
    ...requests.flatMap(({ channel_order_id }) => channel_order_id ?? []),
  ])
  for (const id of touched) {
    const own = (row: { channel_order_id: string | null }) =>
      row.channel_order_id === id
    contexts.set(id, {
      marks: marks.get(id) ?? [],
      returns: requests.filter(own).map(toReturnFact),
      received_units: receipts
        .filter(own)
        .flatMap(({ lines }) => lines as unknown as ReceivedLine[])
        .reduce((sum, line) => sum + unitsOf(line), 0),
    })
  }
  return contexts
}

function toReturnFact(request: RequestFacts): ReturnFact {
  const { kind, state } = request as {
    kind: BuyerRequestKind
    state: BuyerRequestState
  }
  const units = (request.lines as { quantity: number }[]).reduce(
    (sum, { quantity }) => sum + quantity,
    0
  )
  if (request.received_at) {
    return { state: "received", units }
  }
  if (!bringsGoodsBack({ kind })) {
    return { state: "refund_only", units }
  }
  return { state: isComingBack({ kind, state }) ? "open" : "withdrawn", units }
}
