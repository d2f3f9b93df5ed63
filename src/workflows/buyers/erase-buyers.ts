import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  RedactsOrders,
  redactsOrders,
} from "../../domain/provider/redacts-orders"
import { ErasureCandidate } from "../../modules/marketplace-channel/services/buyer-erasures"
import { marketplacesOf } from "../marketplaces"
import { listChannels } from "../orders/channel"
import { eraseOrder } from "./erase-order"
import { Erasure, failedErasure, judgeOrder } from "./erasure"

/** Orders that one request erases at most; what is left says so, and asking again goes on. */
export const MOST_ERASED = 100

export type ErasureRequest = {
  /** Channel orders, each by itself. */
  order_ids?: string[]
  /** A channel order: all orders of its buyer in its channel. */
  buyer_of?: string
  /** Tells what would happen, and erases nothing. */
  preview: boolean
  actor: string
}

/**
 * Erases what is known of buyers, order by order; quantities, amounts, statuses and settlements
 * stay as they are. Repeating it does nothing.
 * @throws {MedusaError} `not_found` when an order is unknown.
 */
export async function eraseBuyers(
  container: MedusaContainer,
  request: ErasureRequest
): Promise<Erasure[]> {
  const orders = await findOrders(container, request)
  const providers = await redactingProviders(container, orders)
  if (request.preview) {
    return orders.map((order) =>
      judgeOrder(order, providers.get(order.channel_id))
    )
  }
  return eraseEach(container, orders, providers, request)
}

/** Ends erasures that something interrupted. */
export async function finishErasures(
  container: MedusaContainer
): Promise<void> {
  const { buyerErasures } = marketplacesOf(container)
  const ids = await buyerErasures.listUnfinished(MOST_ERASED)
  const orders = await buyerErasures.find(ids)
  const providers = await redactingProviders(container, orders)
  await eraseEach(container, orders, providers, { actor: "system" })
}

/**
 * Erases these orders as far as nothing stands in the way; what fails does not keep the rest. The
 * order `buyer_of`, by which the others are found, waits as long as any of them is left.
 */
async function eraseEach(
  container: MedusaContainer,
  orders: ErasureCandidate[],
  providers: Map<string, RedactsOrders>,
  { buyer_of, actor }: Pick<ErasureRequest, "buyer_of" | "actor">
): Promise<Erasure[]> {
  const erasures: Erasure[] = []
  let tried = 0
  for (const order of orders) {
    const provider = providers.get(order.channel_id)
    const erasure = judgeOrder(order, provider)
    const waits =
      tried === MOST_ERASED || (order.id === buyer_of && erasures.some(isLeft))
    if (erasure.outcome !== "erasable" || !provider || waits) {
      erasures.push(erasure)
      continue
    }
    tried++
    erasures.push(
      await eraseOrder(container, provider, order.id).catch((error: unknown) =>
        failedErasure(erasure, error)
      )
    )
  }
  const ended = await endErasures(container, erasures)
  tell(container, ended, actor)
  return ended
}

const isLeft = ({ outcome }: Erasure) =>
  outcome === "erasable" || outcome === "failed"

/** From here on they count as erased. */
async function endErasures(
  container: MedusaContainer,
  erasures: Erasure[]
): Promise<Erasure[]> {
  const { buyerErasures } = marketplacesOf(container)
  const erased = erasures.filter(({ outcome }) => outcome === "erased")
  const since = await buyerErasures.end(erased.map(({ order_id }) => order_id))
  return erasures.map((erasure) => ({
    ...erasure,
    buyer_erased_at: since.get(erasure.order_id) ?? erasure.buyer_erased_at,
  }))
}

function tell(
  container: MedusaContainer,
  erasures: Erasure[],
  actor: string
): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { external_id, outcome, message } of erasures) {
    if (outcome === "erased") {
      logger.info(
        `marketplaces: the buyer of order ${external_id} was erased (${actor})`
      )
    } else if (outcome === "failed") {
      logger.error(`marketplaces: order ${external_id}: ${message}`)
    }
  }
}

/** The order that tells the buyer is the last. */
async function findOrders(
  container: MedusaContainer,
  { order_ids, buyer_of }: ErasureRequest
): Promise<ErasureCandidate[]> {
  const { buyerErasures } = marketplacesOf(container)
  const wanted = buyer_of ? [buyer_of] : (order_ids ?? [])
  const others = buyer_of ? await buyerErasures.listOthersOfBuyer(buyer_of) : []
  const orders = [
    ...(await buyerErasures.find(others)),
    ...(await buyerErasures.find(wanted)),
  ]
  const known = new Set(orders.map(({ id }) => id))
  const missing = wanted.find((id) => !known.has(id))
  if (missing) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no channel order ${missing}.`
    )
  }
  return orders
}

/** By channel, also of channels that are disconnected: their orders stay. */
async function redactingProviders(
  container: MedusaContainer,
  orders: ErasureCandidate[]
): Promise<Map<string, RedactsOrders>> {
  const marketplaces = marketplacesOf(container)
  const channels = await listChannels(
    marketplaces,
    [...new Set(orders.map(({ channel_id }) => channel_id))],
    { withDeleted: true }
  )
  return new Map(
    channels.flatMap(({ id, provider_id }): [string, RedactsOrders][] => {
      if (!marketplaces.providers.has(provider_id)) {
        return []
      }
      const provider = marketplaces.providers.retrieve(provider_id)
      return redactsOrders(provider) ? [[id, provider]] : []
    })
  )
}
