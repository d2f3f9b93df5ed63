import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { nextCare } from "../../../domain/channels/renewal"
import { answersBuyerRequests } from "../../../domain/provider/answers-buyer-requests"
import { pushesStock } from "../../../domain/provider/pushes-stock"
import { readsStatements } from "../../../domain/provider/reads-statements"
import { nextDailyLook } from "../../../domain/statements/download-period"
import { readsEventQueue } from "../../../domain/provider/reads-event-queue"
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
    const now = new Date()
    const after = (milliseconds: number) =>
      new Date(now.getTime() + milliseconds)
    const poll_ms =
      (marketplaces.options.pollIntervalSeconds ?? DEFAULT_POLL_SECONDS) * 1000
    for (const { id, is_new } of channels) {
      const { authorization_id, provider_id } =
        await marketplaces.retrieveMarketplaceChannel(id)
      const provider = marketplaces.providers.retrieve(provider_id)
      const renewal = nextCare(
        await marketplaces.retrieveMarketplaceAuthorization(authorization_id),
        now
      )
      await marketplaces.flows.create(id, [
        { kind: "recent_orders", due_at: after(poll_ms), cursor: now },
        { kind: "wide_orders", due_at: after(HOUR_MS), cursor: null },
        { kind: "open_orders", due_at: after(6 * HOUR_MS), cursor: null },
        ...(is_new
          ? [
              {
                kind: "history_orders" as const,
                due_at: after(poll_ms),
                cursor: after(-HISTORY_MS),
              },
            ]
          : []),
        ...(renewal
          ? [{ kind: "authorization" as const, due_at: renewal, cursor: null }]
          : []),
        ...(readsEventQueue(provider)
          ? [{ kind: "event_queue" as const, due_at: now, cursor: null }]
          : []),
        ...(answersBuyerRequests(provider)
          ? [
              {
                kind: "buyer_requests" as const,
                due_at: after(poll_ms),
                cursor: null,
              },
            ]
          : []),
        ...(readsStatements(provider)
          ? [
              {
                kind: "statements" as const,
                due_at: nextDailyLook(now),
                cursor: null,
              },
            ]
          : []),
        ...(pushesStock(provider)
          ? [
              {
                kind: "stock_sweep" as const,
                due_at: after(HOUR_MS),
                cursor: null,
              },
            ]
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
