import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

/** The store's own place: the one set as default, else the only one; null when unclear. */
export async function findStoreLocation(
  container: MedusaContainer
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["default_location_id"],
  })
  const { data: locations } = await query.graph({
    entity: "stock_location",
    fields: ["id"],
  })
  const ids = locations.map(({ id }) => id as string)
  const preferred = stores[0]?.default_location_id as string | null | undefined
  if (preferred && ids.includes(preferred)) {
    return preferred
  }
  return ids.length === 1 ? ids[0] : null
}

/** @throws {MedusaError} INVALID_DATA naming the stock locations that do not exist. */
export async function assertStockLocations(
  container: MedusaContainer,
  wanted: string[]
): Promise<void> {
  if (!wanted.length) {
    return
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "stock_location",
    fields: ["id"],
    filters: { id: wanted },
  })
  const missing = wanted.filter((id) => !data.some((one) => one.id === id))
  if (missing.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `settings.warehouses: there is no stock location ${missing.join(", ")}. Choose one of Settings → Locations.`
    )
  }
}
