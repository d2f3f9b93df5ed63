import {
  determineStatus,
  StatusContext,
} from "../../domain/orders/determine-status"
import { orderIdentities } from "../../domain/orders/identities"
import { NeutralOrder } from "../../domain/orders/neutral-order"
import { OrderPlan } from "../../domain/orders/order-plan"
import { planOrder } from "../../domain/orders/plan-order"
import { StatusDecision } from "../../domain/orders/status-decision"
import { MappingError } from "../../domain/provider/mapping-error"
import {
  MarketplaceProvider,
  OrderOwner,
} from "../../domain/provider/marketplace-provider"
import { countUnitsOut, HostUnits } from "../../domain/returns/units-out"
import { JsonObject } from "../../domain/shared/json"
import { ChannelFacts } from "./load-planning-facts"

/** The stored side of an order, as far as planning looks at it. */
export type PlannableOrder = {
  id: string
  external_id: string
  raw_status: string
  payload: JsonObject
  /** Null while Medusa has no order of it, as far as is recorded. */
  medusa_order_id: string | null
  reservation_generation: number
  /** What the shop and the buyer did beside the marketplace's copy. */
  context: StatusContext
  /** Null while Medusa's order does not matter. */
  host_units: HostUnits | null
}

export type PlannedCopy<Row extends PlannableOrder> = {
  row: Row
  /** Null when the payload cannot be understood. */
  order: NeutralOrder | null
  status: StatusDecision
  plan: OrderPlan
}

type MappedCopy<Row extends PlannableOrder> = {
  row: Row
  order: NeutralOrder | null
  problem: MappingError | null
}

/**
 * Translates stored payloads, with the units that are out of the shop counted as ordered; one
 * that cannot be understood is kept with its problem.
 */
export function mapCopies<Row extends PlannableOrder>(
  provider: MarketplaceProvider,
  shop: OrderOwner,
  rows: Row[]
): MappedCopy<Row>[] {
  return rows.map((row) => {
    try {
      const order = countUnitsOut(provider.mapOrder(row.payload, shop), {
        ids: orderIdentities(row.id),
        marks: row.context.marks,
        host_units: row.host_units,
      })
      return { row, order, problem: null }
    } catch (error) {
      if (error instanceof MappingError) {
        return { row, order: null, problem: error }
      }
      throw error
    }
  })
}

/** SKUs whose listings planning these orders needs. */
export function skusOf(copies: MappedCopy<PlannableOrder>[]): string[] {
  const lines = copies.flatMap(({ order }) => order?.lines ?? [])
  return [...new Set(lines.map(({ external_sku_id }) => external_sku_id))]
}

/** Decides, purely, what becomes of each copy. */
export function planCopies<Row extends PlannableOrder>(
  copies: MappedCopy<Row>[],
  facts: ChannelFacts
): PlannedCopy<Row>[] {
  return copies.map(({ row, order, problem }) => {
    if (!order) {
      return { row, order, ...notUnderstood(row, problem) }
    }
    const status = determineStatus(order, row.context)
    const plan = planOrder({
      channel_order_id: row.id,
      order,
      status,
      facts: { ...facts, reservation_generation: row.reservation_generation },
      is_made: row.medusa_order_id !== null,
    })
    return { row, order, status, plan }
  })
}

function notUnderstood(
  row: PlannableOrder,
  problem: MappingError | null
): { status: StatusDecision; plan: OrderPlan } {
  return {
    status: { kind: "unknown", raw_status: row.raw_status },
    plan: {
      kind: "blocked",
      reasons: [
        {
          code: "payload_not_understood",
          params: {
            path: problem?.path ?? "",
            reason: problem?.message ?? "unknown",
          },
        },
      ],
      holds: [],
    },
  }
}
