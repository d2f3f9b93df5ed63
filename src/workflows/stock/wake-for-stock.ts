import { MedusaContainer } from "@medusajs/framework/types"
import { worksInBackground } from "../background"
import { startStockFlows } from "../flows/start-due-flows"

/** What is due later is left to the tick, which looks once a second (milliseconds). */
const SOON_MS = 2_000
/** By then the flow that asks for it has ended. */
const MARGIN_MS = 20

/**
 * Has stock followed when it is due instead of at the next tick, in processes that work. Only
 * a wake-up: the rows say what is due, and a tick finds it as well.
 */
export function wakeForStock(container: MedusaContainer, due_at: Date): void {
  const wait = due_at.getTime() - Date.now()
  if (wait > SOON_MS || !worksInBackground(container)) {
    return
  }
  setTimeout(
    () => startStockFlows(container),
    Math.max(wait, 0) + MARGIN_MS
  ).unref()
}
