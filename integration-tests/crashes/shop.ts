import { setTimeout as sleep } from "node:timers/promises"
import { Sandbox } from "../../sandbox"
import { ChannelAnswer } from "../support/connect"
import { KillableHost } from "../support/killable-host"
import { Run } from "../support/runs"

/** A shop whose host dies now and then. */
export type CrashingShop = {
  readonly host: KillableHost
  readonly sandbox: Sandbox
  readonly tiktok: ChannelAnswer
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
