import type {
  CreateProductWorkflowInputDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { MedusaError, Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  DEMO_CATALOGUE,
  type DemoProduct,
  type DemoSku,
} from "../../sandbox/demo-catalogue"
import type { Trading } from "./seed-trading"

type OwnSku = DemoSku & { own: NonNullable<DemoSku["own"]> }
type InventoryItemIds = Map<string, string>

/** The shop's own products with their stock; the sets come after their parts. */
export async function seedProducts(
  container: MedusaContainer,
  trading: Trading
): Promise<void> {
  const own = DEMO_CATALOGUE.filter((product) => product.own_title !== null)
  const isSet = (product: DemoProduct) =>
    product.skus.some((sku) => sku.components)
  await createMissing(
    container,
    trading,
    own.filter((p) => !isSet(p))
  )
  await createMissing(container, trading, own.filter(isSet))
  await stockMissing(container, trading, own.flatMap(ownSkus))
}

function ownSkus(product: DemoProduct): OwnSku[] {
  return product.skus.filter((sku): sku is OwnSku => sku.own !== null)
}

async function createMissing(
  container: MedusaContainer,
  trading: Trading,
  products: DemoProduct[]
): Promise<void> {
  const existing = await container
    .resolve(Modules.PRODUCT)
    .listProducts(
      { handle: products.map(({ key }) => key) },
      { select: ["handle"] }
    )
  const known = new Set(existing.map(({ handle }) => handle))
  const missing = products.filter(({ key }) => !known.has(key))
  if (missing.length === 0) {
    return
  }
  const items = await inventoryItemIds(container)
  await createProductsWorkflow(container).run({
    input: {
      products: missing.map((product) => toProduct(product, trading, items)),
    },
  })
}

function toProduct(
  product: DemoProduct,
  trading: Trading,
  items: InventoryItemIds
): CreateProductWorkflowInputDTO {
  const options = product.options.length > 0 ? product.options : ["Loại"]
  const valuesOf = (sku: DemoSku) =>
    sku.values.length > 0 ? sku.values : ["Mặc định"]
  return {
    title: product.own_title ?? product.title,
    handle: product.key,
    description: product.description,
    status: ProductStatus.PUBLISHED,
    shipping_profile_id: trading.shipping_profile_id,
    sales_channels: [{ id: trading.sales_channel_id }],
    options: options.map((title, place) => ({
      title,
      values: [...new Set(ownSkus(product).map((sku) => valuesOf(sku)[place]))],
    })),
    variants: ownSkus(product).map((sku) => ({
      title: valuesOf(sku).join(" / "),
      sku: sku.own.sku,
      barcode: sku.own.barcode ?? undefined,
      manage_inventory: true,
      options: Object.fromEntries(
        options.map((title, place) => [title, valuesOf(sku)[place]])
      ),
      prices: [{ currency_code: "vnd", amount: sku.price }],
      ...(sku.components
        ? { inventory_items: partsOf(sku.components, items) }
        : {}),
    })),
  }
}

function partsOf(
  components: NonNullable<DemoSku["components"]>,
  items: InventoryItemIds
): { inventory_item_id: string; required_quantity: number }[] {
  return components.map(({ seller_sku, quantity }) => {
    const inventory_item_id = items.get(seller_sku)
    if (!inventory_item_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `The demo catalogue names ${seller_sku} as a part, but has no such article.`
      )
    }
    return { inventory_item_id, required_quantity: quantity }
  })
}

async function inventoryItemIds(
  container: MedusaContainer
): Promise<InventoryItemIds> {
  const items = await container
    .resolve(Modules.INVENTORY)
    .listInventoryItems({}, { select: ["id", "sku"] })
  return new Map(items.map(({ id, sku }) => [sku ?? "", id]))
}

async function stockMissing(
  container: MedusaContainer,
  { stock_location_id }: Trading,
  skus: OwnSku[]
): Promise<void> {
  const items = await inventoryItemIds(container)
  const levels = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels(
      { location_id: stock_location_id },
      { select: ["inventory_item_id"] }
    )
  const stocked = new Set(levels.map((level) => level.inventory_item_id))
  const inventory_levels = skus.flatMap((sku) => {
    const inventory_item_id = items.get(sku.own.sku)
    return inventory_item_id && !stocked.has(inventory_item_id)
      ? [
          {
            inventory_item_id,
            location_id: stock_location_id,
            stocked_quantity: sku.stock,
          },
        ]
      : []
  })
  if (inventory_levels.length > 0) {
    await createInventoryLevelsWorkflow(container).run({
      input: { inventory_levels },
    })
  }
}
