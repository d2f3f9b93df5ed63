import { MedusaContainer } from "@medusajs/framework/types"
import {
  ClaimedFlow,
  FLOW_KINDS,
  FlowKind,
} from "../../modules/marketplace-channel/services/flow-schedule"
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
export async function startDueFlows(container: MedusaContainer): Promise<void> {
  await startStockFlows(container)
  await fill(container, OTHERS)
}

export function startStockFlows(container: MedusaContainer): Promise<void> {
  return fill(container, STOCK)
}

async function fill(
  container: MedusaContainer,
  { name, kinds, places }: Pool
): Promise<void> {
  const { flows } = marketplacesOf(container)
  while (backgroundCount(`${name} `) < places) {
    const flow = await flows.claimNext(kinds)
    if (!flow) {
      return
    }
    inBackground(container, `${name} ${flow.lease_id}`, () =>
      runFlows(container, kinds, flow)
    )
  }
}

async function runFlows(
  container: MedusaContainer,
  kinds: readonly FlowKind[],
  first: ClaimedFlow
): Promise<void> {
  const { flows } = marketplacesOf(container)
  let flow: ClaimedFlow | null = first
  while (flow) {
    await runFlow(container, flow)
    flow = await flows.claimNext(kinds)
  }
}
