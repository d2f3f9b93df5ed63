import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { UnreadableBuyerRequest } from "../../domain/provider/answers-buyer-requests"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "../orders/channel"

/** Keeps requests that cannot be understood in the list of buyers' requests, with what is wrong. */
export async function parkUnreadable(
  container: MedusaContainer,
  channel: Channel,
  unreadable: UnreadableBuyerRequest[],
  read_started_at: Date
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { external_id, problem } of unreadable) {
    logger.warn(
      `marketplaces: buyer's request ${external_id ?? "without an id"} of ${channel.name} cannot be understood: ${problem}`
    )
  }
  await marketplacesOf(container).buyerRequests.park(
    channel.id,
    unreadable.flatMap(
      ({ external_id, problem, order_external_id, raw_status, kind }) =>
        external_id === null
          ? []
          : {
              external_id,
              problem,
              order_external_id: order_external_id ?? "",
              raw_status: raw_status ?? "",
              kind: kind ?? "return",
            }
    ),
    read_started_at
  )
}
