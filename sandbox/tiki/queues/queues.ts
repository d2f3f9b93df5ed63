import { randomUUID } from "node:crypto"
import { JsonObject } from "../../../src/domain/shared/json"
import { Clock } from "../../shared/clock"
import { Random } from "../../shared/random"
import { notFound } from "../api-error"
import { Happening } from "./events"

export type Subscription = {
  code: string
  active: boolean
  event_type: string
  seller_id: number
}

export type QueueEvent = {
  id: string
  sid: string
  type: string
  version: string
  /** Milliseconds since 1970, UTC: unlike every other date of Tiki. */
  created_at: number
  payload: JsonObject
}

export type Queue = {
  code: string
  name: string
  status: "ACTIVE"
  /** The app it belongs to. */
  owner: string
  subscriptions: Subscription[]
  waiting: QueueEvent[]
  /** Given out and not yet acknowledged. */
  batch: { ack_id: string; events: QueueEvent[] } | null
}

export type Pull = { events: QueueEvent[] | null; ack_id: string | null }

export type QueueOptions = {
  batch_size: number
  delay_seconds: number
  empty: "null" | "empty"
}

/** Queues of all apps. Delivered at least once, oldest first. */
export class Queues {
  private readonly queues = new Map<string, Queue>()

  constructor(
    private readonly clock: Clock,
    private readonly options: () => QueueOptions,
    private readonly sidOf: (seller_id: number) => string
  ) {}

  create(owner: string, name: string): Queue {
    const queue: Queue = {
      code: randomUUID(),
      name,
      status: "ACTIVE",
      owner,
      subscriptions: [],
      waiting: [],
      batch: null,
    }
    this.queues.set(queue.code, queue)
    return queue
  }

  ofOwner(owner: string): Queue[] {
    return this.all().filter((queue) => queue.owner === owner)
  }

  all(): Queue[] {
    return [...this.queues.values()]
  }

  /** @throws {ApiError} 404 unless the app has this queue. */
  get(owner: string, code: string): Queue {
    const queue = this.queues.get(code)
    if (queue?.owner !== owner) {
      throw notFound("The queue does not exist")
    }
    return queue
  }

  /** Repeating it gives the same subscription. */
  subscribe(queue: Queue, seller_id: number, event_type: string): Subscription {
    const known = queue.subscriptions.find(
      (one) => one.seller_id === seller_id && one.event_type === event_type
    )
    if (known) {
      known.active = true
      return known
    }
    const code = randomUUID()
    const subscription = { code, active: true, event_type, seller_id }
    queue.subscriptions.push(subscription)
    return subscription
  }

  /** Puts an event into every queue that listens for it. */
  add({ type, seller_id, payload, version = "v1" }: Happening): void {
    for (const queue of this.queues.values()) {
      const wanted = queue.subscriptions.some(
        (one) =>
          one.active && one.seller_id === seller_id && one.event_type === type
      )
      if (wanted) {
        queue.waiting.push({
          id: randomUUID(),
          sid: this.sidOf(seller_id),
          type,
          version,
          created_at: this.clock.now(),
          payload,
        })
      }
    }
  }

  /**
   * The next batch when `ack_id` acknowledges the last one; else the last one again, also
   * for a second reader, who so takes batches away from the first.
   */
  pull(queue: Queue, ack_id: string | null): Pull {
    if (queue.batch && queue.batch.ack_id !== ack_id) {
      return queue.batch
    }
    const { batch_size, delay_seconds, empty } = this.options()
    const newest = this.clock.now() - delay_seconds * 1000
    const ready = queue.waiting.filter(({ created_at }) => created_at <= newest)
    const events = ready.slice(0, batch_size)
    queue.waiting = queue.waiting.filter((event) => !events.includes(event))
    queue.batch = events.length ? { ack_id: randomUUID(), events } : null
    if (queue.batch) {
      return queue.batch
    }
    return empty === "null"
      ? { events: null, ack_id: null }
      : { events, ack_id }
  }

  /** Loses the next events of every queue. @returns how many were lost. */
  drop(count: number): number {
    return this.all().reduce(
      (lost, { waiting }) => lost + waiting.splice(0, count).length,
      0
    )
  }

  /** Gives the waiting events once more each, or in another order. */
  disturb(how: "repeat" | "shuffle", seed: number): void {
    const random = new Random(seed)
    for (const queue of this.queues.values()) {
      queue.waiting =
        how === "repeat"
          ? [...queue.waiting, ...queue.waiting]
          : random.shuffled(queue.waiting)
    }
  }

  /** Removes a queue, as nobody has announced. */
  remove(code: string): void {
    this.queues.delete(code)
  }

  clear(): void {
    this.queues.clear()
  }
}
