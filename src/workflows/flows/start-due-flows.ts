import { MedusaContainer } from "@medusajs/framework/types"
import { FLOW_KINDS, FlowKind } from "../../domain/channels/flow-kind"
import { backgroundCount, inBackground } from "../background"
import { marketplacesOf } from "../marketplaces"
import { runFlow } from "./run-flow"

type Pool = { name: string; kinds: readonly FlowKind[]; places: number }

/** Stock has places of its own in each process: it never waits behind a history that is read. */
const STOCK: Pool = { name: "stock flow", kinds: ["stock"], places: 4 }
/** A slow marketplace takes one place only. */
const OTHERS: Pool = {
  name: "flow",
  kinds: FLOW_KINDS.filter((kind) => kind !== "stock"),
  places: 4,
}

/**
 * Begins what is due, as far as there are places, and returns at once. A place goes on with the
 * next for as long as something is due: over all workers there is one tick a second only.
 */
export function startDueFlows(container: MedusaContainer): void {
  startStockFlows(container)
  takePlace(container, OTHERS)
}

export function startStockFlows(container: MedusaContainer): void {
  takePlace(container, STOCK)
}

/** A place that is free works; nobody works when none is. */
function takePlace(container: MedusaContainer, pool: Pool): void {
  const place = Array.from(
    { length: pool.places },
    (_, number) => `${pool.name} ${number}`
  ).find((key) => backgroundCount(key) === 0)
  if (place) {
    inBackground(container, place, () => runFlows(container, pool))
  }
}

async function runFlows(container: MedusaContainer, pool: Pool): Promise<void> {
  const { flows } = marketplacesOf(container)
  let flow = await flows.claimNext(pool.kinds)
  while (flow) {
    // There may be more, for another place.
    takePlace(container, pool)
    await runFlow(container, flow)
    flow = await flows.claimNext(pool.kinds)
  }
}
