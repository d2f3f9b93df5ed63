import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  ErasureHindrance,
  judgeErasure,
} from "../../domain/privacy/judge-erasure"
import {
  RedactsOrders,
  redactsOrders,
} from "../../domain/provider/redacts-orders"
import { ErasureCandidate } from "../../modules/marketplace-channel/services/buyer-erasures"
import { marketplacesOf } from "../marketplaces"
import { listChannels } from "../orders/channel"
import { eraseOrder } from "./erase-order"

/** Orders that one request erases at most; asking again goes on with the rest. */
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

/** What became of one order, or would. */
export type Erasure = Pick<
  ErasureCandidate,
  | "channel_id"
  | "external_id"
  | "status"
  | "placed_at"
  | "medusa_order_id"
  | "texts"
  | "photos"
  | "files"
> & {
  order_id: string
  outcome: "erasable" | "erased" | "already_erased" | "refused"
  code: ErasureHindrance | null
  /** English, with the remedy; null unless it was refused. */
  message: string | null
  /** Since when nothing of the buyer is left. */
  buyer_erased_at: Date | null
}

const REMEDIES: Record<ErasureHindrance, string> = {
  not_delivered:
    "The parcel has not reached the buyer, so the address is still needed. Ask again once the order is delivered or cancelled.",
  coming_back:
    "Goods are on their way back from the buyer. Ask again once they are received.",
  request_open:
    "The buyer's request is still open. Answer it, and ask again once it is settled.",
  claim_open:
    "The shop claims money for this order, and photos and texts are its proof. Ask again once the claim is paid or dropped.",
  not_supported:
    "The provider of this marketplace is missing, or cannot keep an order without its buyer. Add it to the plugin's options, or update it.",
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
  const erasures: Erasure[] = []
  for (const order of orders) {
    const provider = providers.get(order.channel_id)
    const erasure = judge(order, provider)
    if (erasure.outcome !== "erasable" || request.preview || !provider) {
      erasures.push(erasure)
      continue
    }
    const buyer_erased_at = await eraseOrder(container, provider, order)
    erasures.push({ ...erasure, outcome: "erased", buyer_erased_at })
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(
        `marketplaces: the buyer of order ${order.external_id} was erased (${request.actor})`
      )
  }
  return erasures
}

/** Ends erasures that something interrupted. */
export async function finishErasures(
  container: MedusaContainer
): Promise<void> {
  const { buyerErasures } = marketplacesOf(container)
  const ids = await buyerErasures.listUnfinished(MOST_ERASED)
  const orders = await buyerErasures.find(ids)
  const providers = await redactingProviders(container, orders)
  for (const order of orders) {
    const provider = providers.get(order.channel_id)
    if (provider) {
      await eraseOrder(container, provider, order)
    }
  }
}

async function findOrders(
  container: MedusaContainer,
  { order_ids, buyer_of }: ErasureRequest
): Promise<ErasureCandidate[]> {
  const { buyerErasures } = marketplacesOf(container)
  const wanted = buyer_of ? [buyer_of] : (order_ids ?? [])
  const ids = buyer_of
    ? await buyerErasures.listOfBuyer(buyer_of, MOST_ERASED)
    : wanted
  const orders = await buyerErasures.find(ids)
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

function judge(
  order: ErasureCandidate,
  provider: RedactsOrders | undefined
): Erasure {
  const { id, erasure_began_at, buyer_erased_at, ...rest } = order
  const { request_states: _requests, claim_states: _claims, ...shown } = rest
  const answer = { order_id: id, ...shown, buyer_erased_at }
  if (buyer_erased_at) {
    return { ...answer, outcome: "already_erased", code: null, message: null }
  }
  const code = provider
    ? judgeErasure({ ...order, has_begun: erasure_began_at !== null })
    : "not_supported"
  return code
    ? { ...answer, outcome: "refused", code, message: REMEDIES[code] }
    : { ...answer, outcome: "erasable", code: null, message: null }
}
