import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { nextCare } from "../../../domain/channels/renewal"
import { FlowKind } from "../../../domain/channels/flow-kind"
import { nextDailyLook } from "../../../domain/statements/download-period"
import { channelFlowKinds } from "../../flows/channel-flows"
import { marketplacesOf } from "../../marketplaces"

const HOUR_MS = 3_600_000
const HISTORY_MS = 30 * 24 * HOUR_MS
const DEFAULT_POLL_SECONDS = 60

/** `is_new`: connected for the first time, or again after a disconnection. */
export type ScheduledChannel = { id: string; is_new: boolean }

/** Starts a channel's recurring work; what already goes on keeps its place. */
export const scheduleFlowsStep = createStep(
  "marketplaces-schedule-flows",
  async (channels: ScheduledChannel[], { container }) => {
    const marketplaces = marketplacesOf(container)
    const { options } = marketplaces
    const now = new Date()
    const after = (milliseconds: number) =>
      new Date(now.getTime() + milliseconds)
    const soon = after(
      (options.pollIntervalSeconds ?? DEFAULT_POLL_SECONDS) * 1000
    )
    const first: Partial<Record<FlowKind, Date>> = {
      wide_orders: after(HOUR_MS),
      open_orders: after(6 * HOUR_MS),
      event_queue: now,
      statements: nextDailyLook(now),
      stock_sweep: after(HOUR_MS),
    }
    for (const { id, is_new } of channels) {
      const { authorization_id, provider_id, last_order_sync_at, created_at } =
        await marketplaces.retrieveMarketplaceChannel(id)
      const provider = marketplaces.providers.retrieve(provider_id)
      const renewal = nextCare(
        await marketplaces.retrieveMarketplaceAuthorization(authorization_id),
        now
      )
      // The history ends where the channel began: a shop that was away is read from where it left.
      const ordersKnownUntil = last_order_sync_at ?? created_at
      await marketplaces.flows.create(id, [
        ...channelFlowKinds(provider, options).map((kind) => ({
          kind,
          due_at: first[kind] ?? soon,
          cursor: kind === "recent_orders" ? ordersKnownUntil : null,
        })),
        ...(is_new
          ? [
              {
                kind: "history_orders" as const,
                due_at: soon,
                cursor: after(-HISTORY_MS),
              },
            ]
          : []),
        ...(renewal
          ? [{ kind: "authorization" as const, due_at: renewal, cursor: null }]
          : []),
      ])
      // A flow that is needed no longer finds out by itself, and ends.
      await marketplaces.flows.reschedule(id, "authorization", renewal ?? now)
      // New credentials may open another queue, or have to subscribe anew.
      await marketplaces.eventQueues.forgetSubscription(id)
      await marketplaces.flows.reschedule(id, "event_queue", now)
      await marketplaces.flows.retryFailed(id)
    }
    return new StepResponse(channels)
  }
)
