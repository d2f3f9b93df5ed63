import { Shop } from "../../../domain/provider/authorization"
import { MappingError } from "../../../domain/provider/mapping-error"
import { Warehouse } from "../../../domain/provider/marketplace-provider"
import { JsonObject } from "../../../domain/shared/json"
import { WireShop, WireShops, WireWarehouse, WireWarehouses } from "../types"
import { fieldsOf } from "./fields"

/** Currency of each market TikTok Shop sells in ("Price", product detail). */
const CURRENCIES = new Map([
  ["BR", "brl"],
  ["DE", "eur"],
  ["ES", "eur"],
  ["FR", "eur"],
  ["GB", "gbp"],
  ["ID", "idr"],
  ["IE", "eur"],
  ["IT", "eur"],
  ["JP", "jpy"],
  ["MX", "mxn"],
  ["MY", "myr"],
  ["PH", "php"],
  ["SG", "sgd"],
  ["TH", "thb"],
  ["US", "usd"],
  ["VN", "vnd"],
])

/**
 * The authorized shops.
 * @throws {MappingError} for a market whose currency is not known.
 */
export function mapShops(data: JsonObject): Shop[] {
  return fieldsOf<WireShops>(data)
    .list<WireShop>("shops")
    .map((shop) => {
      const region = shop.required("region").toUpperCase()
      const currency_code = CURRENCIES.get(region)
      if (!currency_code) {
        throw new MappingError(
          shop.at("region"),
          `the currency of market "${region}" is not known`
        )
      }
      return {
        external_id: shop.required("id"),
        name: shop.text("name") ?? shop.required("id"),
        region,
        currency_code,
        provider_data: { shop_cipher: shop.required("cipher") },
      }
    })
}

/** The warehouses that goods are sent from; those for returns are no stock locations. */
export function mapWarehouses(data: JsonObject): Warehouse[] {
  return fieldsOf<WireWarehouses>(data)
    .list<WireWarehouse>("warehouses")
    .filter((one) => one.text("type") === "SALES_WAREHOUSE")
    .map((one) => ({
      external_id: one.required("id"),
      name: one.text("name") ?? one.required("id"),
      is_default: one.flag("is_default"),
    }))
}
