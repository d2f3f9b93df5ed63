import { JsonValue } from "../../../src/domain/shared/json"
import { ApiError, invalidParameter } from "../envelope"
import { Sku } from "../products/product"
import { Endpoint, ShopContext, textList } from "./endpoint"

const MOST_UNITS = 99_999

function search(context: ShopContext): object {
  const { twin, shop } = context
  const sku_ids = textList(context, "sku_ids", 600)
  const product_ids = textList(context, "product_ids", 100)
  if (!sku_ids?.length && !product_ids?.length) {
    throw invalidParameter("product_ids or sku_ids is required")
  }
  const wanted = twin.catalogue
    .ofShop(shop.id)
    .map((product) => ({
      product,
      skus: product.skus.filter(({ id }) =>
        sku_ids?.length ? sku_ids.includes(id) : true
      ),
    }))
    .filter(
      ({ product, skus }) =>
        skus.length &&
        (sku_ids?.length || product_ids?.includes(product.id)) &&
        product.status !== "DELETED"
    )
  return {
    inventory: wanted.map(({ product, skus }) => ({
      product_id: product.id,
      skus: skus.map((sku) => describe(context, sku)),
    })),
  }
}

function describe({ twin, shop }: ShopContext, sku: Sku): object {
  const levels = shop.warehouses
    .filter(({ type }) => type === "SALES_WAREHOUSE")
    .map(({ id }) => ({ id, ...twin.stock.level(sku, id) }))
  const available = levels.reduce((sum, one) => sum + one.available, 0)
  return {
    id: sku.id,
    seller_sku: sku.seller_sku,
    total_available_quantity: available,
    total_committed_quantity: levels.reduce(
      (sum, one) => sum + one.committed,
      0
    ),
    warehouse_inventory: levels.map((level) => ({
      warehouse_id: level.id,
      available_quantity: level.available,
      committed_quantity: level.committed,
    })),
    total_available_inventory_distribution: {
      in_shop_inventory: { quantity: available },
      campaign_inventory: [],
      creator_inventory: [],
    },
  }
}

type WrongSku = {
  code: number
  message: string
  detail: {
    sku_id: string
    extra_errors: { warehouse_id: string; code: number; message: string }[]
  }
}

const fieldsOf = (value: JsonValue): Record<string, JsonValue> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? value
    : {}
const listOf = (value: JsonValue | undefined): JsonValue[] =>
  Array.isArray(value) ? value : []

/** Sets absolute sellable quantities; each SKU succeeds or fails by itself. */
function update(context: ShopContext): object {
  const { twin, shop, path } = context
  const product = twin.catalogue.find(path.product_id)
  if (!product || product.shop_id !== shop.id) {
    throw invalidParameter("product_id does not exist in this shop")
  }
  if (product.status !== "ACTIVATE") {
    throw new ApiError(12052901, "The product status does not allow it")
  }
  const requested = listOf(context.body.skus).map(fieldsOf)
  if (!requested.length || requested.length > 100) {
    throw invalidParameter("skus takes 1 to 100 entries")
  }
  const errors: WrongSku[] = []
  for (const entry of requested) {
    const sku = product.skus.find(({ id }) => id === entry.id)
    const error = sku
      ? setQuantities(context, sku, listOf(entry.inventory).map(fieldsOf))
      : wrong(String(entry.id), 12052990, "The SKU is not of this product")
    if (error) {
      errors.push(error)
    }
  }
  return { errors }
}

function wrong(
  sku_id: string,
  code: number,
  message: string,
  extra_errors: WrongSku["detail"]["extra_errors"] = []
): WrongSku {
  return { code, message, detail: { sku_id, extra_errors } }
}

function setQuantities(
  { shop }: ShopContext,
  sku: Sku,
  inventory: Record<string, JsonValue>[]
): WrongSku | null {
  const sales = shop.warehouses
    .filter(({ type }) => type === "SALES_WAREHOUSE")
    .map(({ id }) => id)
  const given = inventory.map(({ warehouse_id, quantity }) => ({
    warehouse_id: String(warehouse_id ?? (sales.length === 1 ? sales[0] : "")),
    quantity: Number(quantity),
  }))
  for (const { quantity } of given) {
    if (!(quantity >= 0 && quantity <= MOST_UNITS)) {
      throw invalidParameter(`quantity must be between 0 and ${MOST_UNITS}`)
    }
  }
  const unknown = given.filter(
    ({ warehouse_id }) => !sales.includes(warehouse_id)
  )
  if (unknown.length) {
    const extra = unknown.map(({ warehouse_id }) => ({
      warehouse_id,
      code: 12052097,
      message: "The warehouse does not exist",
    }))
    return wrong(sku.id, 12052990, "Check failed", extra)
  }
  if (sales.some((id) => !given.some((one) => one.warehouse_id === id))) {
    return wrong(sku.id, 12019028, "Every warehouse of the SKU must be listed")
  }
  if (sku.parts.length) {
    return wrong(sku.id, 12052901, "The stock of a set follows its parts")
  }
  const lowered = given.some(
    (one) => one.quantity < (sku.stock.get(one.warehouse_id)?.available ?? 0)
  )
  if (sku.locked_by_campaign && lowered) {
    return wrong(sku.id, 12052393, "The stock is locked by a promotion")
  }
  for (const { warehouse_id, quantity } of given) {
    const committed = sku.stock.get(warehouse_id)?.committed ?? 0
    sku.stock.set(warehouse_id, { available: quantity, committed })
  }
  return null
}

export const inventoryEndpoints: Endpoint[] = [
  {
    method: "POST",
    template: "/product/202309/inventory/search",
    scope: "seller.product.basic",
    level: "shop",
    answer: search,
  },
  {
    method: "POST",
    template: "/product/202309/products/{product_id}/inventory/update",
    scope: "seller.product.write",
    level: "shop",
    answer: update,
  },
]
