import { MedusaContainer } from "@medusajs/framework/types"
import { executeRun } from "./execute-run"

const working = new Map<string, Promise<void>>()

/**
 * Works a run off beside everything else in this process, so that neither the event bus
 * nor the tick waits for it. A run that is under way here is not begun twice.
 */
export function executeRunInBackground(
  container: MedusaContainer,
  run_id: string
): void {
  if (!working.has(run_id)) {
    const work = executeRun(container, run_id)
      .catch(() => undefined)
      .finally(() => working.delete(run_id))
    working.set(run_id, work)
  }
}
