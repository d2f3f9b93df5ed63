import type { MedusaContainer } from "@medusajs/framework/types"
import { seedProducts } from "./seed-products"
import { seedTrading } from "./seed-trading"

/**
 * Fills the database with the small Vietnamese shop of the demo. Looks for each
 * thing before making it, so it may run again after any interruption and leaves
 * alone what a person has changed since.
 */
export async function seedShop(container: MedusaContainer): Promise<void> {
  const trading = await seedTrading(container)
  await seedProducts(container, trading)
}
