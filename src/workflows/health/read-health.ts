import { MedusaContainer } from "@medusajs/framework/types"
import { storageTrouble } from "../../domain/health/failure-code"
import { ChannelFacts, HealthFacts } from "../../domain/health/health-facts"
import { readsEventQueue } from "../../domain/provider/reads-event-queue"
import { receivesWebhooks } from "../../domain/provider/receives-webhooks"
import { keptSince } from "../../domain/retention/retention-days"
import { errorMessage } from "../../domain/shared/error-message"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { ChannelVitals } from "../../modules/marketplace-channel/services/health-reader"
import { marketplacesOf } from "../marketplaces"
import { expectedFlows } from "./expected-flows"

/**
 * Everything that is known about the shop's work.
 * @param now the moment it is judged for; by the database's clock unless given.
 */
export async function readHealth(
  container: MedusaContainer,
  now?: Date
): Promise<HealthFacts> {
  const marketplaces = marketplacesOf(container)
  const { health, providers, retention } = marketplaces
  const clock = await health.clock()
  const clock_ahead_ms = Date.now() - clock.getTime()
  const moment = now ?? clock
  const storage = await tryStorage(marketplaces)
  const vitals = await health.channels()
  const traffic = await health.traffic(
    moment,
    keptSince(retention.days.webhookDays, moment)
  )
  const refusals = await health.refusals(moment)
  return {
    now: moment,
    storage,
    clock_ahead_ms,
    processes: await health.processes(),
    refusals: refusals.map((refusal) => ({
      ...refusal,
      label: providers.has(refusal.provider_id)
        ? providers.retrieve(refusal.provider_id).description.label.en
        : refusal.provider_id,
    })),
    abandoned_runs: await health.abandonedRuns(moment),
    channels: vitals.flatMap((channel) => {
      const own = traffic.get(channel.id)
      return own
        ? [{ ...channel, ...own, ...knowledgeOf(marketplaces, channel) }]
        : []
    }),
  }
}

/** Whether anything can be written: who cannot write cannot put on record why. */
async function tryStorage({
  alarms,
}: MarketplaceChannelModuleService): Promise<HealthFacts["storage"]> {
  try {
    await alarms.tryWriting()
    return null
  } catch (error) {
    return {
      code: storageTrouble(error) ?? "database_refuses",
      reason: errorMessage(error),
    }
  }
}

/** What the plugin's options say about a channel. */
function knowledgeOf(
  { providers, secrets, options }: MarketplaceChannelModuleService,
  { provider_id, authorization }: ChannelVitals
): Pick<
  ChannelFacts,
  "provider_known" | "expected_flows" | "tells_by" | "authorization"
> {
  const signed_in = authorization && {
    ...authorization,
    key_known: secrets.knows(authorization.key_id),
  }
  if (!providers.has(provider_id)) {
    return {
      provider_known: false,
      expected_flows: {},
      tells_by: null,
      authorization: signed_in,
    }
  }
  const provider = providers.retrieve(provider_id)
  const queue = readsEventQueue(provider) ? "event_queue" : null
  return {
    provider_known: true,
    expected_flows: expectedFlows(provider, options, authorization),
    tells_by: receivesWebhooks(provider) ? "webhook" : queue,
    authorization: signed_in,
  }
}
