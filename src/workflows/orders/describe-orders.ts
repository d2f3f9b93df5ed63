import { BlockReason } from "../../domain/orders/block-reason"
import { isMovedBack } from "../../domain/orders/determine-status"
import { OrderStatus } from "../../domain/orders/order-status"
import { JsonValue } from "../../domain/shared/json"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { SavedCopy } from "../../modules/marketplace-channel/services/order-copies"
import { OrderState } from "../../modules/marketplace-channel/services/order-reader"
import { RunResultLine } from "../../modules/marketplace-channel/services/run-log"
import { resultMessage } from "../runs/result-message"
import { Channel } from "./channel"

/** Result lines of orders that were just ingested: one each, or one per offending product. */
export async function describeOrders(
  marketplaces: MarketplaceChannelModuleService,
  channel: Channel,
  saved: SavedCopy[],
  before: Map<string, OrderState>
): Promise<RunResultLine[]> {
  const after = await marketplaces.orderReader.statesOf(
    channel.id,
    saved.map(({ external_id }) => external_id)
  )
  return saved.flatMap((copy) =>
    describeOrder(
      channel,
      copy,
      before.get(copy.external_id),
      after.get(copy.external_id)
    )
  )
}

function describeOrder(
  channel: Channel,
  { external_id, outcome }: SavedCopy,
  before: OrderState | undefined,
  after: OrderState | undefined
): RunResultLine[] {
  if (!after) {
    return [
      resultLine(channel, external_id, "failed", { reason: "not stored" }),
    ]
  }
  if (after.import_state === "blocked") {
    return describeReasons(channel, external_id, after.block_reasons)
  }
  if (after.import_state === "ignored") {
    return [
      resultLine(channel, external_id, "ignored", { rule: after.import_rule }),
    ]
  }
  if (before?.import_state !== "imported") {
    return [resultLine(channel, external_id, "imported", {})]
  }
  if (outcome !== "changed") {
    return [resultLine(channel, external_id, "unchanged", {})]
  }
  const from = before.status as OrderStatus | null
  const to = after.status as OrderStatus | null
  const code = from && to && isMovedBack(from, to) ? "moved_back" : "updated"
  return [resultLine(channel, external_id, code, { from, to })]
}

/** One line per reason, and so per offending product. */
export function describeReasons(
  channel: Channel,
  external_id: string,
  reasons: BlockReason[]
): RunResultLine[] {
  return reasons.map(({ code, params }) => ({
    ...resultLine(channel, external_id, code, params),
    subject: String(params.external_sku_id ?? code),
  }))
}

export function resultLine(
  channel: Channel,
  external_id: string,
  code: string,
  params: { [name: string]: JsonValue }
): RunResultLine {
  return {
    channel_id: channel.id,
    channel_name: channel.name,
    external_id,
    code,
    params,
    message: resultMessage(code, channel.name, external_id, params),
  }
}
