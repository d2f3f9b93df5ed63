/*
 * The HTTP contract as the pages see it. Amounts are in the currency's major unit,
 * as everywhere in Medusa's API; times are ISO 8601, UTC; marketplace ids are text.
 */

export * from "./buyer-erasure"
export * from "./buyer-request"
export * from "./channel"
export * from "./claim"
export * from "./confirmation"
export * from "./handover"
export * from "./health"
export * from "./list-of"
export * from "./listing"
export * from "./order"
export * from "./packing"
export * from "./parcel"
export * from "./pick-list"
export * from "./provider"
export * from "./receipt"
export * from "./report"
export * from "./run"
export * from "./shipment-choice"
export * from "./stock"
export * from "./statement"
export * from "./settlement"
