import { randomInt, randomUUID } from "node:crypto"
import { signWebhook } from "../../sandbox"
import { writeMessage } from "../../sandbox/tiktok-shop/webhooks/messages"
import { required } from "../../scripts/host/messages"
import { Bench } from "../bench"
import { LoadAnswer, LoadRequest, sendAtRate } from "../load"
import { alternating, quantile, round } from "../measure"
import { BenchShop } from "../shop"

const PER_SECOND = 100
const SECONDS = 4
const ROUNDS = 3
/** TikTok Shop gives up on an answer after so long. */
const PATIENCE_MS = 3_000

/**
 * Signed webhooks about orders, each acknowledged once it is stored, beside the host's own
 * health check at the same rate: 99th percentiles, the medians in the details.
 */
export const bench: Bench = {
  title: "A webhook verified and stored, beside the host's health check",
  better: "lower",
  goal: null,
  async run(shop, say) {
    const webhooks = (seconds: number) =>
      sendAtRate({
        url: `${shop.url}/hooks/marketplaces/tiktok-shop`,
        method: "POST",
        per_second: PER_SECOND,
        requests: many(seconds, () => orderWebhook(shop)),
      })
    const health = (seconds: number) =>
      sendAtRate({
        url: `${shop.url}/health`,
        method: "GET",
        per_second: PER_SECOND,
        requests: many(seconds, () => ({ headers: {} })),
      })
    await webhooks(1)
    await health(1)
    const answers = await alternating(ROUNDS, {
      ours: () => webhooks(SECONDS),
      baseline: () => health(SECONDS),
    })
    const ours = summary(answers.ours.flat())
    const baseline = summary(answers.baseline.flat())
    say(`webhook p50 ${ours.p50_ms} ms, p99 ${ours.p99_ms} ms`)
    say(`health  p50 ${baseline.p50_ms} ms, p99 ${baseline.p99_ms} ms`)
    return {
      ours: ours.p99_ms,
      baseline: baseline.p99_ms,
      unit: "ms (p99)",
      ok: ours.refused === 0 && ours.longest_ms <= PATIENCE_MS,
      details: {
        requests_per_second: PER_SECOND,
        webhook: ours,
        health: baseline,
        longest_goal_ms: PATIENCE_MS,
      },
    }
  },
}

function many(seconds: number, make: () => LoadRequest): LoadRequest[] {
  return Array.from({ length: seconds * PER_SECOND }, make)
}

export function orderWebhook({ channel }: BenchShop): LoadRequest {
  const now = Math.floor(Date.now() / 1000)
  const message = {
    type: 1,
    shop_id: channel.external_id,
    data: {
      order_id: `5780000${randomInt(10 ** 11, 10 ** 12 - 1)}`,
      order_status: "AWAITING_SHIPMENT",
      is_on_hold_order: false,
      update_time: now,
    },
  }
  const body = writeMessage(message, randomUUID(), now)
  return {
    headers: {
      "content-type": "application/json",
      authorization: signWebhook(
        required("TIKTOK_SHOP_APP_KEY"),
        required("TIKTOK_SHOP_APP_SECRET"),
        body
      ),
    },
    body,
  }
}

function summary(answers: LoadAnswer[]) {
  const times = answers.map(({ milliseconds }) => milliseconds)
  return {
    p50_ms: round(quantile(times, 0.5)),
    p99_ms: round(quantile(times, 0.99)),
    longest_ms: round(Math.max(...times)),
    requests: times.length,
    refused: answers.filter(({ status }) => status !== 200).length,
  }
}
