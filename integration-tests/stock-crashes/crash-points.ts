import { setTimeout as sleep } from "node:timers/promises"
import { FaultInput, Faults } from "../../sandbox/shared/faults"
import { CrashPoint, Scene } from "../crashes/crash-points"
import { Trap } from "../support/die-at"
import { HeldWrites, holdWrites } from "../support/held-writes"
import { StockShop } from "./shop"

const READ = { method: "POST", path: "/inventory/search" }
const WRITE = { method: "POST", path: "/inventory/update" }
const TIKI_WRITE = { method: "PUT", path: "/products/updateSku" }
/** Time to hold a table while a call is under way. */
const SLOWLY_MS = 400

/** When a process that follows stock dies, one life after the other. */
export function whileFollowing(at: () => StockShop): CrashPoint[] {
  return [
    {
      when: "TikTok Shop has a write; it has done nothing yet",
      set: ({ sandbox }) =>
        atCall(sandbox.tiktok.faults, { ...WRITE, kind: "timeout" }),
    },
    {
      when: "TikTok Shop shows the number; it has not answered yet",
      set: ({ sandbox }) =>
        atCall(sandbox.tiktok.faults, { ...WRITE, kind: "unanswered" }),
    },
    {
      when: "Tiki shows the number; it has not answered yet",
      set: ({ sandbox }) =>
        atCall(sandbox.tiki.faults, { ...TIKI_WRITE, kind: "unanswered" }),
    },
    {
      when: "the answer of a write is there; not a word is written down",
      set: (scene) =>
        afterCall(scene, WRITE, "marketplace_stock_push", (writes) =>
          writes.caught("answered_at")
        ),
    },
    {
      when: "what was sold has been seen; not a word is written down",
      set: (scene) =>
        afterCall(scene, READ, "marketplace_stock_cell", (writes) =>
          writes.caught("INSERT INTO marketplace_stock_cell")
        ),
    },
    {
      when: "a number is decided on and recorded; nothing is sent yet",
      set: async () => {
        const { witness } = at()
        await witness.haltRecordedWrites()
        return {
          reached: until(() => witness.isHalted()),
          clear: () => witness.goOn(),
        }
      },
    },
    {
      when: "a number was taken; it is being read back",
      set: async ({ sandbox }) => {
        const { faults } = sandbox.tiktok
        const written = await atCall(faults, {
          ...WRITE,
          kind: "slow",
          delay_ms: 1,
        })
        return {
          reached: written.reached
            .then(() => atCall(faults, { ...READ, kind: "timeout" }))
            .then(({ reached }) => reached),
          clear: nothing,
        }
      },
    },
    {
      when: "all listings are being compared",
      set: async ({ sandbox }) => ({
        reached: until(() => at().witness.isSweeping(at().tiktok.id))
          .then(() =>
            atCall(sandbox.tiktok.faults, { ...READ, kind: "timeout" })
          )
          .then(({ reached }) => reached),
        clear: nothing,
      }),
    },
  ]
}

const nothing = async () => undefined

/** It has made a call, which stays without an answer. */
async function atCall(faults: Faults, fault: FaultInput): Promise<Trap> {
  const { id } = faults.add(fault)
  return {
    reached: until(() => faults.pending().every((one) => one.id !== id)),
    clear: nothing,
  }
}

/** It has read an answer of TikTok Shop's, and wants to write to a table. */
async function afterCall(
  { sandbox, database_url }: Scene,
  call: Pick<FaultInput, "method" | "path">,
  table: string,
  caught: (writes: HeldWrites) => Promise<void>
): Promise<Trap> {
  const called = await atCall(sandbox.tiktok.faults, {
    ...call,
    kind: "slow",
    delay_ms: SLOWLY_MS,
  })
  const held = called.reached.then(() => holdWrites(database_url, table))
  return {
    reached: held.then(caught),
    clear: async () => (await held).drop(),
  }
}

async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await test())) {
    await sleep(5)
  }
}
