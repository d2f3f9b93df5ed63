import { Shop } from "../../../domain/provider/authorization"
import { Warehouse } from "../../../domain/provider/marketplace-provider"
import { JsonValue } from "../../../domain/shared/json"
import { WireSeller, WireWarehouse } from "../types"
import { Fields, fieldsOf } from "./fields"
import { CURRENCY } from "./money"

/** What keeps a seller from working with Tiki. */
export type SellerState = { shop: Shop; hindrance: string | null }

/** What a registration that is not completed waits for; other words hinder nothing. */
const REGISTRATION: Record<string, string> = {
  draft: "its registration is only a draft",
  waiting: "its registration waits for Tiki's approval",
  seller_supplementing: "Tiki asks for more documents in its registration",
  kam_rejected: "Tiki has rejected its registration",
}

/**
 * The connected seller.
 * @throws {MappingError} when it has no id.
 */
export function mapSeller(json: JsonValue): SellerState {
  const seller = fieldsOf<WireSeller>(json)
  const external_id = seller.required("id")
  const sid = seller.text("sid")
  return {
    shop: {
      external_id,
      name: seller.text("name") ?? external_id,
      region: "VN",
      currency_code: CURRENCY,
      // Events name the seller by this alone.
      provider_data: sid ? { sid } : {},
    },
    hindrance: hindranceOf(seller),
  }
}

function hindranceOf(seller: Fields<WireSeller>): string | null {
  const registration = seller.text("registration_status")
  if (registration && Object.hasOwn(REGISTRATION, registration)) {
    return REGISTRATION[registration]
  }
  return seller.flagIfGiven("active") === false ? "it is inactive" : null
}

/** A warehouse that goods are sent from; null for one that takes returns, or is closed. */
export function mapWarehouse(
  warehouse: Fields<WireWarehouse>
): Warehouse | null {
  if (
    warehouse.text("type") === "withdrawal" ||
    warehouse.text("status") === "0"
  ) {
    return null
  }
  const external_id = warehouse.required("id")
  return {
    external_id,
    name: warehouse.text("name") ?? external_id,
    is_default: warehouse.flag("is_primary"),
  }
}
