import { RawOrder } from "../../../domain/provider/marketplace-provider"
import { JsonObject } from "../../../domain/shared/json"
import { WireOrder } from "../types"
import { Fields, fieldsOf } from "./fields"

/**
 * Fields that only one of the two order calls gives. Left out, so that two copies of an
 * unchanged order are equal whichever call brought them; those of the detail call are
 * the buyer's payment data, which nobody here needs.
 */
const NOT_IN_BOTH = new Set([
  "fulfillment_priority_level",
  "recommended_shipping_time",
  "payment_method_code",
  "payment_card_type",
  "payment_auth_code",
  "channel_entity_national_registry_id",
])

/**
 * An order as it is stored. Only its id is needed for that: what else is wrong shows
 * when it is mapped, and parks this order instead of stopping the page.
 * @throws {MappingError} when the id is missing.
 */
export function mapRawOrder(json: JsonObject): RawOrder {
  const order = fieldsOf<WireOrder>(json)
  const placed_at = timeIn(order, "create_time") ?? new Date(0)
  return {
    external_id: order.required("id"),
    raw_status: typeof json.status === "string" ? json.status : "",
    placed_at,
    external_updated_at: timeIn(order, "update_time") ?? placed_at,
    payload: Object.fromEntries(
      Object.entries(json).filter(([name]) => !NOT_IN_BOTH.has(name))
    ),
  }
}

function timeIn(
  order: Fields<WireOrder>,
  name: "create_time" | "update_time"
): Date | null {
  try {
    return order.time(name)
  } catch {
    return null
  }
}
