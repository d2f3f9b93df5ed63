import { JsonObject, JsonValue } from "../../../src/domain/shared/json"
import { badRequest, errorBody, refused } from "../api-error"
import { isFbt, Product } from "../products/product"
import { pickupWarehouses } from "../sellers"
import { SellerContext } from "./endpoint"

/** Cheaper than this part of the list price is refused. */
const LEAST_PART_OF_LIST_PRICE = 0.1

type Change = {
  price?: number
  active?: boolean
  /** Units by warehouse id. */
  quantities?: Map<number, number>
}

const isWhole = (value: JsonValue | undefined): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0

function findProduct({ twin, seller, body }: SellerContext): Product {
  const { product_id, original_sku } = body
  const product =
    product_id === undefined
      ? twin.catalogue.findByOriginalSku(
          seller.id,
          String(original_sku || "\0")
        )
      : twin.catalogue.find(Number(product_id))
  if (!product || product.deleted || product.seller_id !== seller.id) {
    throw refused("product_id does not exist")
  }
  return product
}

function readPrice(body: JsonObject, product: Product): number | undefined {
  const { price } = body
  if (price === undefined) {
    return undefined
  }
  if (!isWhole(price)) {
    throw badRequest("price has to be a whole number")
  }
  if (price < product.market_price * LEAST_PART_OF_LIST_PRICE) {
    throw refused("price must not be lower than 10% of the list price")
  }
  return price
}

function readActive({ active }: JsonObject): boolean | undefined {
  if (active !== undefined && active !== 0 && active !== 1) {
    throw badRequest("active has to be 0 or 1")
  }
  return active === undefined ? undefined : active === 1
}

function readQuantities(
  { seller, body }: SellerContext,
  product: Product
): Map<number, number> | undefined {
  const list = body.warehouse_quantities
  if (list === undefined) {
    return undefined
  }
  if (!Array.isArray(list)) {
    throw badRequest("warehouse_quantities has to be a list")
  }
  if (isFbt(product)) {
    throw refused("quantity of an instock product cannot be updated")
  }
  const known = pickupWarehouses(seller).map(({ id }) => id)
  const quantities = new Map<number, number>()
  for (const entry of list) {
    const { warehouse_id, qty_available } = Object(entry) as JsonObject
    if (!isWhole(warehouse_id) || !known.includes(warehouse_id)) {
      throw refused(`warehouse ${String(warehouse_id)} does not exist`)
    }
    if (!isWhole(qty_available)) {
      throw badRequest("qty_available has to be a whole number from 0")
    }
    quantities.set(warehouse_id, qty_available)
  }
  return quantities
}

function apply(
  { twin }: SellerContext,
  product: Product,
  { price, active, quantities }: Change
): void {
  const { written_quantity, left_out_warehouses } = twin.options
  if (quantities && left_out_warehouses === "zeroed") {
    const left_out = [...product.stock.keys()].filter(
      (id) => !quantities.has(id)
    )
    left_out.forEach((id) => quantities.set(id, 0))
  }
  quantities?.forEach((units, id) => {
    const reserved = product.stock.get(id)?.reserved ?? 0
    const available = written_quantity === "sellable" ? units + reserved : units
    twin.stock.set(product, id, { available, reserved })
  })
  twin.editProduct(product.product_id, {
    ...(price === undefined ? {} : { price }),
    ...(active === undefined ? {} : { active }),
  })
}

/** `PUT /v2.1/products/updateSku`. What is left out stays as it is. */
export function updateSku(context: SellerContext): object {
  const { twin, body, fault } = context
  try {
    const product = findProduct(context)
    const change = {
      price: readPrice(body, product),
      active: readActive(body),
      quantities: readQuantities(context, product),
    }
    const idle =
      fault?.kind === "no_effect" || twin.options.update_sku === "unchanged"
    if (!idle) {
      apply(context, product, change)
    }
    return { state: "approved" }
  } catch (error) {
    if (error instanceof Error && twin.options.update_sku_refusal === "body") {
      return errorBody(error.message)
    }
    throw error
  }
}
