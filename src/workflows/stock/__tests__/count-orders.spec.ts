import { defaultSettings } from "../../../domain/channels/settings-rules"
import { order, PLATE, line } from "../../../domain/orders/__fixtures__/orders"
import { UNTOUCHED } from "../../../domain/orders/determine-status"
import { lineItemId } from "../../../domain/orders/draft-order"
import { orderIdentities } from "../../../domain/orders/identities"
import { OrderPlan } from "../../../domain/orders/order-plan"
import { Channel } from "../../orders/channel"
import { ImportableOrder } from "../../orders/importable-order"
import { PlannedCopy } from "../../orders/plan-copies"
import { countsOf } from "../count-orders"

const NOW = new Date("2026-11-22T01:00:00Z")
const CUP = line({ quantity: 2 })
const ORDER = order({ lines: [CUP, PLATE] })
const IDS = orderIdentities("mpord_1")

const CHANNEL = {
  settings: defaultSettings(
    { deduct_stock_on: "succeeded", order_lookback_days: null },
    NOW
  ),
} as Channel

/** Both lines are to be kept. */
const HELD: OrderPlan = {
  kind: "blocked",
  reasons: [{ code: "refused_by_medusa", params: { reason: "no" } }],
  holds: [CUP, PLATE].map((one, at) => ({
    id: `resitem_${at}`,
    line_item_id: lineItemId(one, IDS),
    inventory_item_id: `iitem_${at}`,
    location_id: "sloc_1",
    quantity: one.quantity,
    external_id: ORDER.external_id,
  })),
}

function planned(
  plan: OrderPlan,
  changes: Partial<ImportableOrder> = {}
): PlannedCopy<ImportableOrder> {
  return {
    row: {
      id: "mpord_1",
      external_id: ORDER.external_id,
      raw_status: ORDER.raw_status,
      payload: {},
      reservation_generation: 0,
      context: UNTOUCHED,
      host_units: null,
      channel_id: "mpch_1",
      display_id: "1",
      content_hash: "",
      external_updated_at: NOW,
      medusa_order_id: null,
      host_state: "none",
      unrecorded: null,
      import_rule: null,
      settle_due_at: null,
      counted: null,
      line_ids: [],
      ...changes,
    },
    order: ORDER,
    status: { kind: "unknown", raw_status: ORDER.raw_status },
    plan,
  }
}

const netOf = (
  copy: PlannedCopy<ImportableOrder>,
  isImported: boolean,
  unkept?: Set<string>
) => {
  const [{ counts }] = countsOf(
    [copy],
    CHANNEL,
    { default_location_id: null },
    () => isImported,
    unkept
  )
  return counts.map(({ net }) => net)
}

describe("an order that Medusa does not have", () => {
  it("counts with the lines whose units are kept, not with those that Medusa refused", () => {
    expect(netOf(planned(HELD), false)).toEqual([2, 1])
    const refused = new Set([lineItemId(CUP, IDS)])
    expect(netOf(planned(HELD), false, refused)).toEqual([1])
  })
})

describe("an order that Medusa has", () => {
  it("counts with all its lines", () => {
    const refused = new Set([lineItemId(CUP, IDS)])
    expect(netOf(planned(HELD), true, refused)).toEqual([2, 1])
  })

  it("counts for nothing when its goods had left before counting began", () => {
    const imported = { medusa_order_id: "order_1" }
    const history = { ...imported, import_rule: "before_stock_from" }
    expect(netOf(planned(HELD, history), true)).toEqual([])
    const kept = { ...imported, import_rule: "reserved" }
    expect(netOf(planned(HELD, kept), true)).toEqual([2, 1])
  })
})
