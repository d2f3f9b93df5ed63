import { setTimeout as sleep } from "node:timers/promises"
import { Sandbox } from "../../sandbox"
import { ChannelAnswer } from "../support/connect"
import { KillableHost } from "../support/killable-host"
import { Run } from "../support/runs"
import { CrashPoint } from "./crash-points"

/** A shop whose host dies now and then. */
export type CrashingShop = {
  readonly host: KillableHost
  readonly sandbox: Sandbox
  readonly tiktok: ChannelAnswer
}

const MOST_MS = 60_000

/**
 * Lets the host live, by `live`, until it has come to a point, and kills it there: perhaps
 * before it even serves, as its work goes on while it still boots.
 */
export async function dieAt(
  { host, sandbox }: CrashingShop,
  { set }: CrashPoint,
  live: () => Promise<void>
): Promise<void> {
  const trap = await set({ sandbox, database_url: host.database_url })
  const late = sleep(MOST_MS, undefined, { ref: false }).then(() => {
    throw new Error("the host never came to where it was to die")
  })
  const lived = live()
  try {
    await Promise.race([trap.reached, late, lived.then(() => trap.reached)])
  } finally {
    await host.kill()
    await trap.clear()
  }
  await lived
}

/** Waits for the end of a run that nobody starts again. */
export async function endOf({ host }: CrashingShop, id: string): Promise<Run> {
  for (;;) {
    const { body } = await host.admin.get<{ run: Run }>(`/runs/${id}`)
    if (body.run.status !== "running") {
      return body.run
    }
    await sleep(100)
  }
}
