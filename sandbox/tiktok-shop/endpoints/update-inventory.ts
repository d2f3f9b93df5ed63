import { JsonValue } from "../../../src/domain/shared/json"
import { ApiError, invalidParameter } from "../envelope"
import { Sku } from "../products/product"
import { ShopContext } from "./endpoint"

const MOST_UNITS = 99_999
const MOST_SKUS = 100

type WrongSku = {
  code: number
  message: string
  detail: {
    sku_id: string
    extra_errors: { warehouse_id: string; code: number; message: string }[]
  }
}

type Given = { warehouse_id: string; quantity: number }

const fieldsOf = (value: JsonValue): Record<string, JsonValue> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? value
    : {}
const listOf = (value: JsonValue | undefined): JsonValue[] =>
  Array.isArray(value) ? value : []

/** Sets absolute sellable quantities; each SKU succeeds or fails by itself. */
export function updateInventory(context: ShopContext): object {
  const { twin, shop, path } = context
  const product = twin.catalogue.find(path.product_id)
  if (!product || product.shop_id !== shop.id) {
    throw invalidParameter("product_id does not exist in this shop")
  }
  if (product.status !== "ACTIVATE") {
    throw new ApiError(12052901, "The product status does not allow it")
  }
  const requested = listOf(context.body.skus).map(fieldsOf)
  if (!requested.length || requested.length > MOST_SKUS) {
    throw invalidParameter(`skus takes 1 to ${MOST_SKUS} entries`)
  }
  const wishes = requested.map(({ id, inventory }) => {
    const sku = product.skus.find((one) => one.id === id)
    const given = listOf(inventory).map((one) => read(context, sku, one))
    return { id: String(id), sku, given }
  })
  return {
    errors: wishes.flatMap(({ id, sku, given }) => {
      const error = sku
        ? findFault(context, sku, given)
        : wrong(id, 12052557, "The SKU is not of this product")
      if (sku) {
        given.forEach(({ warehouse_id, quantity }) =>
          twin.stock.write(sku, warehouse_id, quantity, error?.code)
        )
      }
      return error ?? []
    }),
  }
}

/** A single warehouse need not be named. */
function read(
  { twin }: ShopContext,
  sku: Sku | undefined,
  entry: JsonValue
): Given {
  const { warehouse_id, quantity } = fieldsOf(entry)
  if (!(Number(quantity) >= 0 && Number(quantity) <= MOST_UNITS)) {
    throw invalidParameter(`quantity must be between 0 and ${MOST_UNITS}`)
  }
  const assigned = sku ? twin.stock.warehouses(sku) : []
  const only = assigned.length === 1 ? assigned[0] : ""
  return {
    warehouse_id: String(warehouse_id ?? only),
    quantity: Number(quantity),
  }
}

function findFault(
  { twin }: ShopContext,
  sku: Sku,
  given: Given[]
): WrongSku | null {
  const assigned = twin.stock.warehouses(sku)
  const unknown = given.filter(
    ({ warehouse_id }) => !assigned.includes(warehouse_id)
  )
  if (unknown.length) {
    const extra = unknown.map(({ warehouse_id }) => ({
      warehouse_id,
      code: 12052097,
      message: "The warehouse does not exist",
    }))
    return wrong(sku.id, 12052990, "Check failed", extra)
  }
  if (assigned.some((id) => !given.some((one) => one.warehouse_id === id))) {
    return wrong(sku.id, 12019028, "Every warehouse of the SKU must be listed")
  }
  if (given.some(({ quantity }) => quantity < twin.options.least_stock)) {
    return wrong(sku.id, 12052055, "The quantity is out of the allowed range")
  }
  if (sku.parts.length) {
    return wrong(sku.id, 12052901, "The stock of a set follows its parts")
  }
  const lowered = given.some(
    ({ warehouse_id, quantity }) =>
      quantity < twin.stock.level(sku, warehouse_id).available
  )
  return sku.locked_by_campaign && lowered
    ? wrong(sku.id, 12052393, "The stock is locked by a promotion")
    : null
}

function wrong(
  sku_id: string,
  code: number,
  message: string,
  extra_errors: WrongSku["detail"]["extra_errors"] = []
): WrongSku {
  return { code, message, detail: { sku_id, extra_errors } }
}
