import { CrashPoint } from "../crashes/crash-points"
import { afterAnswer, atCall, nothing, until } from "../support/call-traps"
import { StockShop } from "./shop"

const READ = { method: "POST", path: "/inventory/search" }
const WRITE = { method: "POST", path: "/inventory/update" }
const TIKI_WRITE = { method: "PUT", path: "/products/updateSku" }

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
      set: ({ sandbox, database_url }) =>
        afterAnswer(
          { faults: sandbox.tiktok.faults, database_url },
          WRITE,
          "marketplace_stock_push",
          (writes) => writes.caught("answered_at")
        ),
    },
    {
      when: "what was sold has been seen; not a word is written down",
      set: ({ sandbox, database_url }) =>
        afterAnswer(
          { faults: sandbox.tiktok.faults, database_url },
          READ,
          "marketplace_stock_cell",
          (writes) => writes.caught("INSERT INTO marketplace_stock_cell")
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
