import { MedusaContainer } from "@medusajs/framework/types"
import { requestedStatuses } from "../../domain/orders/requested-statuses"
import { JsonObject } from "../../domain/shared/json"
import { requireChannels } from "../channels/require-channels"
import { marketplacesOf } from "../marketplaces"
import { startRun } from "../runs/start-run"
import { OrderDownloadParams } from "./download-orders"

/**
 * Starts a manual download, or the preview of one. What it will read is settled here,
 * channel by channel, and stays with the run.
 *
 * @throws {MedusaError} naming the channel that is missing, paused or not signed in.
 */
export async function startOrderDownload(
  container: MedusaContainer,
  input: Omit<OrderDownloadParams, "reads"> & {
    preview?: boolean
    created_by: string
  }
) {
  const { preview, created_by, ...params } = input
  const { providers } = marketplacesOf(container)
  const channels = await requireChannels(container, params.channel_ids)
  const reads = channels.map(({ id, provider_id }) => ({
    channel_id: id,
    statuses: requestedStatuses(
      params.statuses,
      providers.retrieve(provider_id).description.default_download_statuses
    ),
  }))
  return startRun(container, {
    kind: "order_download",
    params: JSON.parse(JSON.stringify({ ...params, reads })) as JsonObject,
    preview,
    created_by,
  })
}
