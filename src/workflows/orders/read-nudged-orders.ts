import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../domain/shared/error-message"
import {
  ClaimedNudge,
  ClaimedNudges,
  NudgeSource,
} from "../../modules/marketplace-channel/services/nudge-queue"
import { keepAlive } from "../keep-alive"
import { noteChannelError } from "../channels/note-channel-error"
import { marketplacesOf } from "../marketplaces"
import { Places } from "../places"
import { Channel, listChannels } from "./channel"
import { importOrders } from "./import-orders"
import { ingestOrders } from "./ingest-orders"

const CLAIM = 100
/** After about two days of a marketplace not knowing an order, nobody will ask for it again. */
const MOST_ATTEMPTS = 200
/** Sources for which the stored copy is enough. */
const STORED = ["link", "check"] as const

const READERS = new Places({
  name: "nudges",
  places: 6,
  of_channel: 1,
  claim: (container, served) =>
    marketplacesOf(container).nudges.claim(CLAIM, served),
  work: readOfChannel,
})

/** Begins to read nudged orders again, channel by channel, until none is due; returns at once. */
export function readNudgedOrders(container: MedusaContainer): void {
  READERS.take(container)
}

async function readOfChannel(
  container: MedusaContainer,
  { channel_id, nudges }: ClaimedNudges
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const letGo = keepAlive(() => marketplaces.nudges.keep(nudges))
  try {
    const [channel] = await listChannels(marketplaces, [channel_id])
    if (channel) {
      await readForChannel(container, channel, nudges)
    }
  } finally {
    letGo()
  }
}

async function readForChannel(
  container: MedusaContainer,
  channel: Channel,
  nudges: ClaimedNudge[]
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  try {
    for (const source of STORED) {
      await planStored(
        container,
        channel,
        nudges.filter((nudge) => nudge.source === source),
        source
      )
    }
    await readAgain(
      container,
      channel,
      nudges.filter(({ source }) => !STORED.some((stored) => stored === source))
    )
  } catch (error) {
    await noteChannelError(marketplaces, channel, error)
    const reason = errorMessage(error)
    await marketplaces.nudges.postpone(nudges, reason)
  }
}

/** What changed here changes nothing at the marketplace: the stored copies are planned anew. */
async function planStored(
  container: MedusaContainer,
  channel: Channel,
  nudges: ClaimedNudge[],
  source: (typeof STORED)[number]
): Promise<void> {
  if (!nudges.length) {
    return
  }
  const marketplaces = marketplacesOf(container)
  const states = await marketplaces.orderReader.statesOf(
    channel.id,
    nudges.map(({ external_id }) => external_id)
  )
  await importOrders(container, {
    channel,
    ids: [...states.values()].map(({ id }) => id),
    source,
    actor: "system",
  })
  await marketplaces.nudges.finish(nudges)
}

async function readAgain(
  container: MedusaContainer,
  channel: Channel,
  nudges: ClaimedNudge[]
): Promise<void> {
  if (!nudges.length) {
    return
  }
  const marketplaces = marketplacesOf(container)
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const read_started_at = new Date()
  const raws = await provider.readOrdersById(
    marketplaces.access.open(channel),
    nudges.map(({ external_id }) => external_id),
    "orders"
  )
  const states = await marketplaces.orderReader.statesOf(
    channel.id,
    nudges.map(({ external_id }) => external_id)
  )
  for (const source of ["webhook", "event", "request"] as const) {
    const ids = new Set(
      nudges
        .filter((nudge) => newsSource(nudge.source) === source)
        .map(({ external_id }) => external_id)
    )
    const told = raws.filter(({ external_id }) => ids.has(external_id))
    if (!told.length) {
      continue
    }
    await ingestOrders(container, {
      channel,
      raws: told,
      read_started_at,
      source,
      actor: "system",
      // What it waited for may have been linked: one nudge stands for that as well.
      replan: ({ external_id }) =>
        states.get(external_id)?.import_state === "blocked",
    })
  }
  const found = new Set(raws.map(({ external_id }) => external_id))
  const missing = nudges.filter(({ external_id }) => !found.has(external_id))
  const givenUp = missing.filter(({ attempts }) => attempts >= MOST_ATTEMPTS)
  for (const { external_id } of givenUp) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `marketplaces: ${channel.name} does not know order ${external_id}; not asking again`
      )
  }
  await marketplaces.nudges.finish(
    nudges.filter(({ external_id }) => found.has(external_id)).concat(givenUp)
  )
  const waiting = missing.filter(({ attempts }) => attempts < MOST_ATTEMPTS)
  if (waiting.length) {
    await marketplaces.nudges.postpone(
      waiting,
      "The marketplace does not list this order yet."
    )
  }
}

/** What an order's history names as the source of what a nudge brings. */
function newsSource(source: NudgeSource): "webhook" | "event" | "request" {
  return source === "event" || source === "request" ? source : "webhook"
}
