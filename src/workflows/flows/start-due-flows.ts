import { MedusaContainer } from "@medusajs/framework/types"
import { Shares } from "../../domain/channels/fair-shares"
import { FLOW_KINDS, FlowKind } from "../../domain/channels/flow-kind"
import { ClaimedFlow } from "../../modules/marketplace-channel/services/flow-schedule"
import { marketplacesOf } from "../marketplaces"
import { Places } from "../places"
import { runFlow } from "./run-flow"

/** Stock has places of its own in each process: it never waits behind a history that is read. */
const STOCK = placesFor("stock flow", ["stock"], { places: 5, of_channel: 1 })

/** Tokens that still work for a while keep no poll waiting while they cannot be renewed. */
const SIGN_INS = placesFor("sign-in flow", ["authorization"], {
  places: 3,
  of_channel: 1,
})

/** What a channel reads for long, such as history or statements, leaves places to its orders. */
const OTHERS = placesFor(
  "flow",
  FLOW_KINDS.filter((kind) => kind !== "stock" && kind !== "authorization"),
  { places: 8, of_channel: 4 }
)

/** Begins what is due, as far as there are places, and returns at once. */
export function startDueFlows(container: MedusaContainer): void {
  startStockFlows(container)
  SIGN_INS.take(container)
  OTHERS.take(container)
}

export function startStockFlows(container: MedusaContainer): void {
  STOCK.take(container)
}

function placesFor(
  name: string,
  kinds: readonly FlowKind[],
  shares: Shares
): Places<ClaimedFlow> {
  return new Places({
    name,
    ...shares,
    claim: (container, served) =>
      marketplacesOf(container).flows.claimNext(kinds, served),
    work: runFlow,
  })
}
