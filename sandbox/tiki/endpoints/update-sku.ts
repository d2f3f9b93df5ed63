import { JsonObject, JsonValue } from "../../../src/domain/shared/json"
import { badRequest, errorBody, refused } from "../api-error"
import { isFbt, Product } from "../products/product"
import { Asked } from "../products/stock"
import { pickupWarehouses } from "../sellers"
import { SellerContext } from "./endpoint"

/** Cheaper than this part of the list price is refused. */
const LEAST_PART_OF_LIST_PRICE = 0.1

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

/** Units by warehouse id. */
function readQuantities({
  seller,
  body,
}: SellerContext): Map<number, number> | undefined {
  const list = body.warehouse_quantities
  if (list === undefined) {
    return undefined
  }
  if (!Array.isArray(list)) {
    throw badRequest("warehouse_quantities has to be a list")
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

/** What is to lie in each warehouse; null-sent ones were left out by the call. */
function askedUnits(
  { twin }: SellerContext,
  product: Product,
  quantities: Map<number, number>
): Map<number, Asked> {
  const { written_quantity, left_out_warehouses } = twin.options
  const asked = new Map<number, Asked>()
  const add = (id: number, sent: number | null) => {
    const { reserved } = twin.stock.level(product, id)
    const more = written_quantity === "sellable" ? reserved : 0
    asked.set(id, { sent, on_hand: (sent ?? 0) + more })
  }
  quantities.forEach((units, id) => add(id, units))
  for (const id of product.stock.keys()) {
    if (left_out_warehouses === "zeroed" && !asked.has(id)) {
      add(id, null)
    }
  }
  return asked
}

/** @throws {ApiError} when nobody may set this product's stock. */
function setStock(
  { twin, fault }: SellerContext,
  product: Product,
  asked: Map<number, Asked>
): void {
  if (isFbt(product) || product.locked_by_campaign) {
    const reason = isFbt(product)
      ? "quantity of an instock product cannot be updated"
      : "the product is locked by a campaign"
    twin.stock.write(product, asked, { kind: "refused", reason })
    throw refused(reason)
  }
  const idle = isIdle(twin, fault) || product.ignores_writes
  twin.stock.write(product, asked, { kind: idle ? "ignored" : "done" })
}

const isIdle = (
  { options }: SellerContext["twin"],
  fault: SellerContext["fault"]
) => fault?.kind === "no_effect" || options.update_sku === "unchanged"

/** `PUT /v2.1/products/updateSku`. What is left out stays as it is. */
export function updateSku(context: SellerContext): object {
  const { twin, body, fault } = context
  try {
    const product = findProduct(context)
    const price = readPrice(body, product)
    const active = readActive(body)
    const quantities = readQuantities(context)
    if (quantities) {
      setStock(context, product, askedUnits(context, product, quantities))
    }
    if (!isIdle(twin, fault)) {
      twin.editProduct(product.product_id, {
        ...(price === undefined ? {} : { price }),
        ...(active === undefined ? {} : { active }),
      })
    }
    return { state: "approved" }
  } catch (error) {
    if (error instanceof Error && twin.options.update_sku_refusal === "body") {
      return errorBody(error.message)
    }
    throw error
  }
}
