import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { executeRunInBackground } from "../workflows/runs/run-background"
import { RUN_STARTED_EVENT } from "../workflows/runs/start-run"

export default async function marketplacesRunStarted({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  executeRunInBackground(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: RUN_STARTED_EVENT,
  context: { subscriberId: "marketplaces-run-started" },
}
