import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { inBackground } from "../workflows/background"
import { executeRun } from "../workflows/runs/execute-run"
import { RUN_STARTED_EVENT } from "../workflows/runs/start-run"

/** Begins a run at once instead of at the next tick. */
export default async function marketplacesRunStarted({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const { id } = event.data
  inBackground(container, `run ${id}`, () => executeRun(container, id))
}

export const config: SubscriberConfig = {
  event: RUN_STARTED_EVENT,
  context: { subscriberId: "marketplaces-run-started" },
}
