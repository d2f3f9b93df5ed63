import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { readActorNames } from "../orders/read-actor-names"
import { explainCells } from "./explain-cells"

const RESERVATIONS = 50
const TIMELINE = 100

/**
 * A listing's stock with the sum behind each number, the orders that hold units of it, and what
 * happened to it, the newest first.
 * @throws {MedusaError} NOT_FOUND
 */
export async function readStockStory(
  container: MedusaContainer,
  listing_id: string
) {
  const { stockReader } = marketplacesOf(container)
  const found = await stockReader.find(listing_id)
  if (!found) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no listing ${listing_id}. Download the channel's products again.`
    )
  }
  const { view, cells } = found
  const items = cells.flatMap(({ explanation }) =>
    explanation?.kind === "counted"
      ? explanation.components.map(({ inventory_item_id }) => inventory_item_id)
      : []
  )
  const locations = cells.flatMap(
    ({ stock_location_id }) => stock_location_id ?? []
  )
  const [names, places, held, timeline] = await Promise.all([
    stockReader.itemNames(items),
    readLocationNames(container, locations),
    stockReader.reservations(items, locations, RESERVATIONS),
    stockReader.timeline(listing_id, TIMELINE),
  ])
  const actors = await readActorNames(
    container,
    timeline.flatMap((entry) => ("actor" in entry ? entry.actor : []))
  )
  return {
    ...view,
    explanation: explainCells(view, cells, names, places),
    reservations: held.reservations,
    reservations_count: held.count,
    reservations_more: held.count - held.reservations.length,
    timeline: timeline.map((entry) =>
      "actor" in entry
        ? { ...entry, actor_name: actors.get(entry.actor) ?? null }
        : entry
    ),
  }
}

async function readLocationNames(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, string>> {
  if (!ids.length) {
    return new Map()
  }
  const locations = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ id: ids }, { select: ["id", "name"] })
  return new Map(locations.map(({ id, name }) => [id, name]))
}
