import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The shop's only stock location; null when it has several, or none. */
export async function onlyLocation(
  container: MedusaContainer
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "stock_location",
    fields: ["id"],
    pagination: { take: 2, skip: 0 },
  })
  return data.length === 1 ? data[0].id : null
}
