import { ChannelAccess } from "../../../domain/provider/channel-access"
import {
  QueueEvent,
  ReadsEventQueue,
  readsEventQueue,
} from "../../../domain/provider/reads-event-queue"
import { Bench, TestAccess } from "./bench"

/** No more batches than this are expected of a few events. */
const MANY = 20

/** Every event reaches its channel at least once, and stays until it is acknowledged. */
export function emptiesEventQueue(at: () => Bench): void {
  describe("empties an event queue", () => {
    it("that has a name without a secret, the same every time", async () => {
      const { bench, provider, access } = await open(at())
      const key = await provider.eventQueueKey(access)
      expect(key).toBeTruthy()
      expect(await provider.eventQueueKey(access)).toBe(key)
      bench.expectNoSecret(String(key))
    })

    it("that is opened once, however often it is asked for", async () => {
      const { provider, access, queue } = await open(at())
      expect(await provider.openEventQueue(access, queue)).toBe(queue)
      expect(await provider.openEventQueue(access, null)).toBe(queue)
    })

    it("telling the channel of its orders, oldest first", async () => {
      const { bench, provider, access, queue } = await open(at())
      const told = bench.order_ids.slice(0, 5)
      told.forEach((id) => bench.world.queue?.tellOrder(id))
      const events = await drain(provider, access, queue)
      expect(events.map(({ effect }) => effect)).toEqual(
        told.map((id) => ({ kind: "orders_changed", order_external_ids: [id] }))
      )
      for (const event of events) {
        expect(event.channel_id).toBe(access.channel.id)
        expect(event.type).not.toBe("")
      }
      const ids = events.map((event) => event.external_id)
      expect(new Set(ids).size).toBe(told.length)
      expect(await drain(provider, access, queue, null)).toEqual([])
    })

    it("keeping a batch until it is acknowledged", async () => {
      const { bench, provider, access, queue } = await open(at())
      const [order_id] = bench.order_ids
      bench.world.queue?.tellOrder(order_id)
      const first = await provider.pullEvents([access], queue, null)
      const again = await provider.pullEvents([access], queue, null)
      expect(first.events).toHaveLength(1)
      expect(again.events).toEqual(first.events)
      const next = await provider.pullEvents([access], queue, again.ack)
      expect(next.events).toEqual([])
    })

    it("leaving events of nobody's channel to nobody", async () => {
      const { bench, provider, access, queue } = await open(at())
      bench.world.queue?.tellStranger(queue)
      const { events } = await provider.pullEvents([access], queue, null)
      expect(events.map((event) => event.channel_id)).toEqual([null])
    })

    it("and says when the queue is gone, which opens anew", async () => {
      const { bench, provider, access, queue } = await open(at())
      bench.world.queue?.drop()
      await bench.expectError(provider.pullEvents([access], queue, null), [
        "not_found",
      ])
      const anew = await provider.openEventQueue(access, queue)
      expect(anew).not.toBe(queue)
      bench.world.queue?.tellOrder(bench.order_ids[0])
      expect(await drain(provider, access, anew)).toHaveLength(1)
    })
  })
}

type Opened = {
  bench: Bench
  provider: ReadsEventQueue
  access: TestAccess
  queue: string
}

async function open(bench: Bench): Promise<Opened> {
  const { provider, world } = bench
  if (!world.queue || !readsEventQueue(provider)) {
    throw new Error("this world has no queue: say so to describeProvider")
  }
  const access = await bench.connected()
  const queue = await provider.openEventQueue(access, null)
  return { bench, provider, access, queue }
}

/** Every event there is, each batch acknowledged with the next pull. */
async function drain(
  provider: ReadsEventQueue,
  access: ChannelAccess,
  queue: string,
  first_ack: string | null = null
): Promise<QueueEvent[]> {
  const all: QueueEvent[] = []
  let ack = first_ack
  for (let pulls = 0; pulls < MANY; pulls++) {
    const batch = await provider.pullEvents([access], queue, ack)
    if (batch.events.length === 0) {
      return all
    }
    all.push(...batch.events)
    ack = batch.ack ?? ack
  }
  throw new Error("the queue does not become empty")
}
