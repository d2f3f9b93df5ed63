import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { EventBatch } from "../../domain/provider/reads-event-queue"
import { JsonObject, JsonValue } from "../../domain/shared/json"
import { Session } from "../shared/http"
import { understand } from "./answer"
import { AppTokens } from "./app-session"
import { accessKindOf } from "./auth"
import { TikiClient } from "./client"
import { EVENT_TYPES, readBatch } from "./events"
import { Fields, fieldsOf } from "./mappers"
import { TikiConfig, WireQueue, WireSubscription } from "./types"

/** What the queue calls need: of a consent's app, its own tokens. */
export type QueueTools = {
  client: TikiClient
  config: TikiConfig
  tokens: AppTokens | undefined
}

/**
 * The app whose queue carries a channel's events; null for the old API, which has none,
 * and for a consent whose app is no longer in the options.
 */
export async function eventQueueKey(
  { config, tokens }: QueueTools,
  access: ChannelAccess
): Promise<string | null> {
  const credentials = await access.credentials()
  switch (accessKindOf(credentials)) {
    case "client_key":
      return null
    case "in_house":
      return credentials.values.client_id
    case "consent":
      return (tokens && config.clientId) ?? null
  }
}

/** Finds or makes the queue, and lets it carry the channel's events. */
export async function openEventQueue(
  tools: QueueTools,
  access: ChannelAccess,
  known: string | null
): Promise<string> {
  const session = await queueSession(tools, access)
  const queue =
    (known && (await exists(tools, session, known)) ? known : null) ??
    (await findByName(tools, session)) ??
    (await makeQueue(tools, session))
  await subscribe(tools, access, queue)
  return queue
}

/**
 * Takes the next batch. Repeated like a read: who asks again with the same `ack` gets
 * what was not acknowledged, and so does who begins anew after an `ack` was refused.
 */
export async function pullEvents(
  tools: QueueTools,
  accesses: [ChannelAccess, ...ChannelAccess[]],
  queue: string,
  ack: string | null
): Promise<EventBatch> {
  const session = await queueSession(tools, accesses[0])
  const pull = (ack_id: string | null) =>
    tools.client.call(session, {
      method: "POST",
      path: `/v1/queues/${encodeURIComponent(queue)}/events/pull`,
      body: { ack_id },
      effect: "read",
      lane: "orders",
    })
  const json = await pull(ack).catch((error: unknown) => {
    if (ack !== null && hasStatus(error, 400, 422)) {
      return pull(null)
    }
    throw error
  })
  const only = await onlyChannel(accesses)
  return understand("batch of events", () => readBatch(json, accesses, only))
}

/**
 * The channel that all events of a queue are about, by its id: that of a seller's own app
 * whose key in events Tiki has not told. Null in all other cases.
 */
async function onlyChannel([access, ...more]: ChannelAccess[]): Promise<
  string | null
> {
  const { id, provider_data } = access.channel
  if (more.length > 0 || provider_data.sid) {
    return null
  }
  const kind = accessKindOf(await access.credentials())
  return kind === "in_house" ? id : null
}

/** The queue belongs to the app: a consent's token does not open it. */
async function queueSession(
  { tokens }: QueueTools,
  access: ChannelAccess
): Promise<Session> {
  const kind = accessKindOf(await access.credentials())
  if (kind === "client_key") {
    throw new MarketplaceError({
      kind: "rejected",
      message: "Tiki: a Client key has no event queue",
    })
  }
  return kind === "consent" && tokens ? tokens.sessionFor(access) : access
}

async function exists(
  { client }: QueueTools,
  session: Session,
  queue: string
): Promise<boolean> {
  try {
    await client.call(session, get(`/${encodeURIComponent(queue)}`))
    return true
  } catch (error) {
    // Tiki answers 403 instead of 404 for some things that are not there.
    if (hasStatus(error, 403, 404)) {
      return false
    }
    throw error
  }
}

async function findByName(
  { client, config }: QueueTools,
  session: Session
): Promise<string | null> {
  const json = await client.call(session, get(""))
  return understand("list of queues", () => {
    const named = entriesOf<WireQueue>(json).find(
      (queue) => queue.text("name") === config.eventQueueName
    )
    return named?.required("code") ?? null
  })
}

async function makeQueue(
  { client, config }: QueueTools,
  session: Session
): Promise<string> {
  const json = await client.call(session, {
    method: "POST",
    path: "/v1/queues",
    body: { name: config.eventQueueName },
    effect: "write",
    lane: "orders",
  })
  return understand("queue", () => fieldsOf<WireQueue>(json).required("code"))
}

/**
 * A subscription is made with the token of the seller whose events it brings. Whether that
 * token may list them as well, Tiki does not say.
 */
async function subscribe(
  { client }: QueueTools,
  access: ChannelAccess,
  queue: string
): Promise<void> {
  const path = `/${encodeURIComponent(queue)}/subscriptions`
  const json = await client.call(access, get(path)).catch((error: unknown) => {
    if (hasStatus(error, 403, 404, 405)) {
      return []
    }
    throw error
  })
  const { sid } = access.channel.provider_data
  const own = understand("list of subscriptions", () =>
    entriesOf<WireSubscription>(json)
      .filter((one) => isSameSeller(one.text("sid"), sid))
      .map((one) => ({
        code: one.required("code"),
        event_type: one.required("event_type"),
        active: one.flagIfGiven("active") ?? true,
      }))
  )
  for (const event_type of EVENT_TYPES) {
    const known = own.filter((one) => one.event_type === event_type)
    if (known.some(({ active }) => active)) {
      continue
    }
    const call = known[0]
      ? ({
          method: "PUT",
          path: `/v1/queues${path}/${encodeURIComponent(known[0].code)}`,
          body: { active: true },
        } as const)
      : ({
          method: "POST",
          path: `/v1/queues${path}`,
          body: { event_type },
        } as const)
    try {
      await client.call(access, { ...call, effect: "write", lane: "orders" })
    } catch (error) {
      if (!saysItExists(error)) {
        throw error
      }
    }
  }
}

/** True when a subscription was refused because there is one already. */
function saysItExists(error: unknown): boolean {
  return (
    hasStatus(error, 400, 409, 422) &&
    /exist/i.test(error.message) &&
    !/not exist/i.test(error.message)
  )
}

function hasStatus(
  error: unknown,
  ...statuses: number[]
): error is MarketplaceError {
  return (
    error instanceof MarketplaceError &&
    statuses.some((status) => error.http_status === status)
  )
}

/** A list without seller keys is the token's own seller's. */
function isSameSeller(sid: string | null, own: string | undefined): boolean {
  return !sid || !own || sid.toLowerCase() === own.toLowerCase()
}

/** Entries of a list, bare or under `data`: Tiki's documentation shows no answer. */
function entriesOf<Wire extends object>(json: JsonValue): Fields<Wire>[] {
  return fieldsOf<{ data?: JsonObject[] }>(
    Array.isArray(json) ? { data: json } : json
  ).list<Wire>("data")
}

function get(path: string) {
  return {
    method: "GET",
    path: `/v1/queues${path}`,
    effect: "read",
    lane: "orders",
  } as const
}
