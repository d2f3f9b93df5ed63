import { Clock } from "../../shared/clock"
import { Random } from "../../shared/random"
import { AppOptions } from "../options"
import { signWebhook } from "../signature"
import { Message, writeMessage } from "./messages"

/** TikTok repeats a message after 2 min, 30 min, 3 h and 12 h; then it is lost. */
export const RETRY_AFTER_SECONDS = [120, 1_800, 10_800, 43_200] as const

export type DeliveryState =
  | "pending"
  /** Answered with 200. */
  | "delivered"
  /** Answered with 401, which ends the retries. */
  | "refused"
  /** Given up after the last retry. */
  | "lost"
  /** Never sent, on demand. */
  | "dropped"

export type Delivery = {
  id: string
  type: number
  url: string
  body: string
  state: DeliveryState
  /** Milliseconds since 1970, UTC. */
  due_at: number
  attempts: { at: number; outcome: string }[]
}

type Settings = {
  app: () => AppOptions
  mode: () => "auto" | "manual"
  timeout_ms: () => number
}

export type FlushOptions = {
  order?: "oldest_first" | "newest_first" | "shuffled"
  /** How often each message is sent (default 1). */
  times?: number
}

/** Sends webhooks, signed and repeated as TikTok does it. */
export class WebhookOutbox {
  private deliveries: Delivery[] = []
  private last_number = 0
  private drop_next = 0
  private readonly in_flight = new Map<Delivery, Promise<void>>()
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings
  ) {
    this.timer = setInterval(() => this.sendDue(), 250)
    this.timer.unref()
    clock.onJump(() => this.sendDue())
  }

  /** Takes a message over; in `auto` mode it leaves at once. */
  add(message: Message, url: string): Delivery {
    const id = String(7500000000000000100n + BigInt(++this.last_number))
    const delivery: Delivery = {
      id,
      type: message.type,
      url,
      body: writeMessage(message, id, this.clock.seconds()),
      state: this.drop_next > 0 ? "dropped" : "pending",
      due_at: this.clock.now(),
      attempts: [],
    }
    this.drop_next = Math.max(0, this.drop_next - 1)
    this.deliveries.push(delivery)
    this.sendDue()
    return delivery
  }

  /** The next messages are lost without an attempt. */
  drop(count: number): void {
    this.drop_next = count
  }

  /** Sends what is due now, one after the other, and waits for the answers. */
  async flush(options: FlushOptions = {}): Promise<Delivery[]> {
    await Promise.all(this.in_flight.values())
    const due = this.due()
    const sequence = {
      oldest_first: () => due,
      newest_first: () => [...due].reverse(),
      shuffled: () => new Random(due.length).shuffled(due),
    }[options.order ?? "oldest_first"]()
    for (const delivery of sequence) {
      await this.attempt(delivery)
      for (let extra = 1; extra < (options.times ?? 1); extra++) {
        await this.post(delivery)
      }
    }
    return sequence
  }

  /** Sends a message once more, whatever became of it. */
  async repeat(id: string): Promise<string> {
    const delivery = this.deliveries.find((one) => one.id === id)
    if (!delivery) {
      throw new RangeError(`no webhook ${id}`)
    }
    return this.post(delivery)
  }

  /** Everything taken over, oldest first. */
  log(): Delivery[] {
    return this.deliveries.map((delivery) => ({ ...delivery }))
  }

  clear(): void {
    this.deliveries = []
    this.drop_next = 0
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    this.deliveries = []
    await Promise.all(this.in_flight.values())
  }

  private due(): Delivery[] {
    return this.deliveries.filter(
      (one) =>
        one.state === "pending" &&
        one.due_at <= this.clock.now() &&
        !this.in_flight.has(one)
    )
  }

  private sendDue(): void {
    if (this.settings.mode() === "auto") {
      this.due().forEach((delivery) => void this.attempt(delivery))
    }
  }

  private attempt(delivery: Delivery): Promise<void> {
    const running = this.post(delivery).then((outcome) => {
      this.in_flight.delete(delivery)
      this.settle(delivery, outcome)
    })
    this.in_flight.set(delivery, running)
    return running
  }

  private settle(delivery: Delivery, outcome: string): void {
    if (outcome === "200") {
      delivery.state = "delivered"
    } else if (outcome === "401") {
      delivery.state = "refused"
    } else {
      const wait = RETRY_AFTER_SECONDS[delivery.attempts.length - 1]
      delivery.state = wait === undefined ? "lost" : "pending"
      delivery.due_at = this.clock.now() + (wait ?? 0) * 1000
    }
  }

  /** One attempt: the HTTP status as text, or `timeout`, or `unreachable`. */
  private async post({ url, body, attempts }: Delivery): Promise<string> {
    const { key, secret } = this.settings.app()
    const attempt = { at: this.clock.now(), outcome: "sent" }
    attempts.push(attempt)
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Authorization: signWebhook(key, secret, body),
        },
        body,
        redirect: "manual",
        signal: AbortSignal.timeout(this.settings.timeout_ms()),
      })
      await answer.arrayBuffer()
      attempt.outcome = String(answer.status)
    } catch (error) {
      attempt.outcome =
        (error as { name?: string }).name === "TimeoutError"
          ? "timeout"
          : "unreachable"
    }
    return attempt.outcome
  }
}
