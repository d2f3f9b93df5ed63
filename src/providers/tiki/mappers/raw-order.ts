import { RawOrder } from "../../../domain/provider/marketplace-provider"
import { JsonObject } from "../../../domain/shared/json"
import { WireOrder } from "../types"
import { Fields, fieldsOf } from "./fields"

/**
 * An order as it is stored. Only its code is needed for that: what else is wrong shows
 * when it is mapped, and parks this order instead of stopping the page.
 * @throws {MappingError} when the code is missing.
 */
export function mapRawOrder(json: JsonObject): RawOrder {
  const order = fieldsOf<WireOrder>(json)
  const placed_at = timeIn(order, "created_at") ?? new Date(0)
  return {
    external_id: order.required("code"),
    raw_status: typeof json.status === "string" ? json.status : "",
    placed_at,
    external_updated_at: timeIn(order, "updated_at") ?? placed_at,
    payload: json,
  }
}

/** False when an order's `external_updated_at` is only the time it was placed. */
export function hasTimeOfChange({ payload }: RawOrder): boolean {
  return timeIn(fieldsOf<WireOrder>(payload), "updated_at") !== null
}

function timeIn(
  order: Fields<WireOrder>,
  name: "created_at" | "updated_at"
): Date | null {
  try {
    return order.time(name)
  } catch {
    return null
  }
}
