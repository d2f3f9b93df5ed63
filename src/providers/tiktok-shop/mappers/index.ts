export {
  actionIn,
  CANCELLATION,
  mapCancellation,
  mapReturn,
  RETURN,
} from "./buyer-request"
export type { NextAction } from "./buyer-request"
export { fieldsOf } from "./fields"
export type { Fields } from "./fields"
export { mapListings } from "./listing"
export { mapOrder } from "./order"
export { mapRawOrder } from "./raw-order"
export { redactOrder } from "./redacted-order"
export { mapShipmentOffer } from "./shipment"
export { mapShops, mapWarehouses } from "./shop"
export { mapSlot, slotOf } from "./slots"
export {
  dayBefore,
  dayOfStatement,
  mapPayout,
  mapStatement,
  momentOfPayout,
} from "./statement"
export { mapStock } from "./stock"
export { mapTransaction } from "./transaction"
export type { StatementHead } from "./transaction"
