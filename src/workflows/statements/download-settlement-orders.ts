import { errorMessage } from "../../domain/shared/error-message"
import { noteChannelError } from "../channels/note-channel-error"
import { Channel, listChannels } from "../orders/channel"
import { describeOrders, resultLine } from "../orders/describe-orders"
import { ingestOrders } from "../orders/ingest-orders"
import { settleOrders } from "../orders/settle-orders"
import { RunContext } from "../runs/run-context"
import { judgeDueSettlements } from "./judge-due-settlements"

/** Parameters of the run; orders by the marketplace's ids. */
export type SettlementOrdersParams = {
  statement_id: string | null
  orders: { channel_id: string; external_ids: string[] }[]
}

/** Orders a call; every marketplace splits it further where it has to. */
const CHUNK = 50

/**
 * Downloads orders by id, however old they are, and compares them with their statements. What a
 * marketplace does not list is a result line, and so is a channel that fails.
 */
export async function downloadSettlementOrders(
  context: RunContext
): Promise<void> {
  const { container, marketplaces, run } = context
  const { orders } = run.params as unknown as SettlementOrdersParams
  const total = orders.reduce((sum, one) => sum + one.external_ids.length, 0)
  const touched: string[] = []
  let done = 0
  for (const { channel_id, external_ids } of orders) {
    const [channel] = await listChannels(marketplaces, [channel_id])
    if (!channel) {
      continue
    }
    try {
      for (let start = 0; start < external_ids.length; start += CHUNK) {
        const chunk = external_ids.slice(start, start + CHUNK)
        touched.push(...(await downloadChunk(context, channel, chunk)))
        done += chunk.length
        await context.report({ phase: "reading", done, total })
      }
    } catch (error) {
      await noteChannelError(marketplaces, channel, error)
      await context.addResults([
        resultLine(channel, channel.external_id, "failed", {
          reason: errorMessage(error),
        }),
      ])
    }
  }
  if (touched.length) {
    await settleOrders(container, touched, (settled) =>
      context.report({
        phase: "settling",
        done: settled,
        total: touched.length,
      })
    )
  }
  await judgeDueSettlements(container, (compared) =>
    context.report({ phase: "comparing", done: compared, total: null })
  )
}

async function downloadChunk(
  { container, marketplaces, addResults, run }: RunContext,
  channel: Channel,
  external_ids: string[]
): Promise<string[]> {
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const read_started_at = new Date()
  const raws = await provider.readOrdersById(
    marketplaces.access.open(channel),
    external_ids,
    "history"
  )
  const before = await marketplaces.orderReader.statesOf(
    channel.id,
    raws.map(({ external_id }) => external_id)
  )
  const saved = await ingestOrders(container, {
    channel,
    raws,
    read_started_at,
    source: "download",
    actor: run.created_by,
    replan: ({ external_id }) =>
      before.get(external_id)?.import_state === "blocked",
  })
  const found = new Set(raws.map(({ external_id }) => external_id))
  await addResults([
    ...(await describeOrders(marketplaces, channel, saved, before)),
    ...external_ids
      .filter((external_id) => !found.has(external_id))
      .map((external_id) => resultLine(channel, external_id, "not_known", {})),
  ])
  return saved.flatMap(({ id, outcome }) =>
    id && (outcome === "new" || outcome === "changed") ? id : []
  )
}
