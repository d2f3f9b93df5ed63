import { setTimeout as sleep } from "node:timers/promises"
import { FaultInput, Faults } from "../../sandbox/shared/faults"
import { Trap } from "./die-at"
import { HeldWrites, holdWrites } from "./held-writes"

/** It has made a call, which a fault strikes. */
export async function atCall(faults: Faults, fault: FaultInput): Promise<Trap> {
  const { id } = faults.add(fault)
  return {
    reached: until(() => faults.pending().every((one) => one.id !== id)),
    clear: nothing,
    awaits: () => "such call",
  }
}

/**
 * It has read the answer of a call, which comes once the table is held, and wants to write to
 * that table.
 */
export async function afterAnswer(
  { faults, database_url }: { faults: Faults; database_url: string },
  call: Pick<FaultInput, "method" | "path">,
  table: string,
  caught: (writes: HeldWrites) => Promise<void>
): Promise<Trap> {
  let missing = "such call"
  let holding: Promise<HeldWrites> | undefined
  const held = new Promise<HeldWrites>((resolve) =>
    faults.add({
      ...call,
      kind: "slow",
      before: async () => {
        missing = `hold of ${table}`
        holding = holdWrites(database_url, table)
        resolve(holding)
        await holding
        missing = `such write to ${table} after the call`
      },
    })
  )
  return {
    reached: held.then(caught),
    clear: async () => (await holding)?.drop(),
    awaits: () => missing,
  }
}

export const nothing = async () => undefined

export async function until(
  test: () => boolean | Promise<boolean>
): Promise<void> {
  while (!(await test())) {
    await sleep(5)
  }
}
