import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"
import { Sandbox } from "../../sandbox"
import { afterAnswer, atCall, nothing, until } from "../support/call-traps"
import { Trap } from "../support/die-at"

/** What a point of death is set up with. */
export type Scene = { sandbox: Sandbox; database_url: string }

/** A moment in the life of a process at which it is to die; set before it gets there. */
export type CrashPoint = {
  when: string
  set(scene: Scene): Promise<Trap>
}

const SHIP = { method: "POST", path: "*/packages/ship" }
const READ_ORDERS = { method: "GET", path: "/order/*/orders" }

/** When a process that arranges parcels in calls of twenty dies, one life after the other. */
export const WHILE_ARRANGING: CrashPoint[] = [
  {
    when: "TikTok Shop has the 1st call; it has done nothing yet",
    set: ({ sandbox }) =>
      atCall(sandbox.tiktok.faults, { ...SHIP, kind: "timeout" }),
  },
  {
    when: "taking up: it is reading what became of the parcels in doubt",
    // The orders are read first, what may be done with their parcels after that.
    set: ({ sandbox }) =>
      atCall(sandbox.tiktok.faults, {
        ...READ_ORDERS,
        kind: "timeout",
        skip: 1,
      }),
  },
  {
    when: "TikTok Shop has arranged 20 parcels; it has not answered yet",
    set: ({ sandbox }) =>
      atCall(sandbox.tiktok.faults, { ...SHIP, kind: "unanswered" }),
  },
  {
    when: "the answer for 40 parcels is there; not a word is written down",
    set: (scene) =>
      whenArranged(scene, "marketplace_run_result", "marketplace_run_result"),
  },
  {
    when: "60 parcels are arranged; their orders are being read again",
    set: async ({ sandbox }) => {
      const { packages } = sandbox.tiktok
      const { arranged } = packages.books()
      const reading = until(() => packages.books().arranged > arranged).then(
        () => atCall(sandbox.tiktok.faults, { ...READ_ORDERS, kind: "timeout" })
      )
      return {
        reached: reading.then(({ reached }) => reached),
        clear: nothing,
      }
    },
  },
  {
    when: "80 parcels are said to be arranged; nobody is to read their orders yet",
    set: async (scene) => {
      const trap = await whenArranged(scene, "marketplace_nudge", "INSERT")
      const reached = trap.reached.then(() => saidToBeArranged(scene, 80))
      return { ...trap, reached }
    },
  },
  {
    when: "all 100 are arranged and their orders follow; the run has not ended",
    set: (scene) => whenArranged(scene, "marketplace_run", "progress"),
  },
]

/** It has read the answer of a call to arrange and wants to write to a table. */
const whenArranged = (
  { sandbox, database_url }: Scene,
  table: string,
  words: string
): Promise<Trap> =>
  afterAnswer(
    { faults: sandbox.tiktok.faults, database_url },
    SHIP,
    table,
    (writes) => writes.caught(words)
  )

async function saidToBeArranged(
  { database_url: connectionString }: Scene,
  orders: number
): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  const said = `SELECT 1 FROM marketplace_run_result WHERE code = 'arranged'`
  try {
    while (((await client.query(said)).rowCount ?? 0) < orders) {
      await sleep(10)
    }
  } finally {
    await client.end()
  }
}
