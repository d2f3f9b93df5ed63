import { CancelledBy } from "../../sandbox/tiki/orders/order"
import { RawStatus } from "../../sandbox/tiki/orders/statuses"
import { OrderAction } from "../../src/domain/orders/order-action"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { orderLevelOf } from "../support/levels"
import {
  MEDUSA_STATES,
  MedusaStateName,
  readMedusaState,
} from "../support/medusa-states"
import { findOrder } from "../support/orders"
import { tick } from "../support/tick"
import { act, DailyShop } from "./shop"

const SKU = "AO-DAI-M"

/** One thing that happens to the order, at Tiki or in the shop. */
type Step = (shop: DailyShop, code: string) => unknown

const to =
  (status: RawStatus): Step =>
  ({ sandbox }, code) =>
    sandbox.tiki.orders.advance(code, status)
const cancelledBy =
  (by: CancelledBy): Step =>
  ({ sandbox }, code) =>
    sandbox.tiki.orders.cancel(code, by)
const staff =
  (action: OrderAction): Step =>
  async (shop, code) => {
    const { results } = await act(shop, action, [await findOrder(shop, code)])
    expect(results).toMatchObject([{ params: { ok: true } }])
  }

/** Before the seller may act: what Tiki's table calls "not imported". */
const NOT_IMPORTED: [row: string, raw: RawStatus][] = [
  ["waiting_payment · buyer has not paid", "waiting_payment"],
  ["payment_review · payment under check", "payment_review"],
  ["processing · Tiki is still processing", "processing"],
]

type Row = [
  /** Tiki's value, its meaning, and the stage of the table or the rules. */
  row: string,
  happens: Step[],
  status: string,
  rule: string,
  /** Where Medusa stands with stock leaving at success, Tiki's default, and at the handover. */
  succeeded: MedusaStateName,
  handover: MedusaStateName,
]

const KEPT = "pending, reserved"
const SHIPPED = "fulfilled and shipped"
const DONE = "delivered, completed"
const CANCELED = "canceled, released"

const TABLE: Row[] = [
  [
    "queueing · accepted, waits for the seller's confirmation · new (reserve stock)",
    [to("queueing")],
    "new",
    "raw:queueing",
    KEPT,
    KEPT,
  ],
  [
    "paid · paid · new, payment captured",
    [to("paid")],
    "new",
    "raw:paid",
    KEPT,
    KEPT,
  ],
  [
    "holded · held because of a problem · on hold",
    [to("holded")],
    "new",
    "raw:holded",
    KEPT,
    KEPT,
  ],
  [
    "picking · confirmed, goods being picked · confirmed",
    [to("picking")],
    "confirmed",
    "raw:picking",
    KEPT,
    KEPT,
  ],
  [
    "packaging · packing · packing",
    [to("packaging")],
    "packing",
    "raw:packaging",
    KEPT,
    KEPT,
  ],
  [
    "finished_packing · packed · packed",
    [to("finished_packing")],
    "packed",
    "raw:finished_packing",
    KEPT,
    KEPT,
  ],
  [
    "ready_to_ship · shelved, waits for the carrier · packed",
    [to("ready_to_ship")],
    "packed",
    "raw:ready_to_ship",
    KEPT,
    KEPT,
  ],
  [
    "handover_to_partner · given to the carrier · shipped",
    [to("handover_to_partner")],
    "in_transit",
    "raw:handover_to_partner",
    KEPT,
    SHIPPED,
  ],
  [
    "shipping · on the way · shipped",
    [to("shipping")],
    "in_transit",
    "raw:shipping",
    KEPT,
    SHIPPED,
  ],
  [
    "delivered · delivered · delivered",
    [to("delivered")],
    "succeeded",
    "raw:delivered",
    DONE,
    DONE,
  ],
  [
    "successful_delivery · delivered (seller / dropship flows) · delivered",
    [to("successful_delivery")],
    "succeeded",
    "raw:successful_delivery",
    DONE,
    DONE,
  ],
  [
    "complete · financially final · completed",
    [to("complete")],
    "succeeded",
    "raw:complete",
    DONE,
    DONE,
  ],
  [
    "returned · came back · to be scanned back",
    [to("returned")],
    "returning",
    "raw:returned",
    KEPT,
    "shipped, return requested",
  ],
  [
    "canceled · cancelled by buyer · release stock",
    [to("picking"), cancelledBy("buyer")],
    "cancelled_by_buyer",
    "raw:canceled",
    CANCELED,
    CANCELED,
  ],
  [
    "canceled · cancelled by seller · release stock",
    [to("picking"), cancelledBy("seller")],
    "cancelled_by_seller",
    "raw:canceled",
    CANCELED,
    CANCELED,
  ],
  [
    "canceled · cancelled by Tiki · release stock",
    [to("picking"), cancelledBy("tiki")],
    "cancelled_by_system",
    "raw:canceled",
    CANCELED,
    CANCELED,
  ],
  [
    "closed · closed · cancelled",
    [to("picking"), to("closed")],
    "cancelled_by_system",
    "raw:closed",
    CANCELED,
    CANCELED,
  ],
  [
    "picking, held · on hold where it stood before",
    [to("picking"), to("holded")],
    "confirmed",
    "raw:holded",
    KEPT,
    KEPT,
  ],
  [
    "picking, waybill printed here · packing",
    [to("picking"), staff("print_waybills")],
    "packing",
    "mark:waybill_printed",
    KEPT,
    KEPT,
  ],
  [
    "picking, packed here · packed",
    [to("picking"), staff("mark_packed")],
    "packed",
    "mark:packed",
    KEPT,
    KEPT,
  ],
  [
    "ready_to_ship, handed over here · awaiting collection",
    [to("ready_to_ship"), staff("mark_awaiting_collection")],
    "awaiting_collection",
    "mark:handed_over",
    KEPT,
    SHIPPED,
  ],
  [
    "shipping, cancelled after that · returning",
    [to("shipping"), cancelledBy("buyer")],
    "returning",
    "cancelled_after_collection",
    KEPT,
    "shipped, return requested",
  ],
  [
    "picking, handed over here, cancelled after that · returning",
    [to("picking"), staff("mark_awaiting_collection"), cancelledBy("tiki")],
    "returning",
    "cancelled_after_handover",
    KEPT,
    "shipped, return requested",
  ],
  [
    "returned, received back here · returned",
    [to("returned"), staff("mark_returned")],
    "returned",
    "received_back",
    CANCELED,
    "return received, restocked",
  ],
]

/** Tiki's values of an order's status: the plugin polls, and Medusa follows. */
export function tikiStatusTable(at: () => DailyShop): void {
  describe.each(["succeeded", "handover"] as const)(
    "Tiki's table of statuses, goods leaving the count at %s",
    (deduct_stock_on) => {
      const choose = (settings: Record<string, unknown>) =>
        at().admin.post(`/channels/${at().tiki.id}`, { settings })

      beforeEach(() => choose({ deduct_stock_on }))
      afterEach(() => choose({ deduct_stock_on: null }))

      const poll = async () => {
        const { container, tiki } = at()
        const { flows } = marketplacesOf(container)
        await flows.reschedule(tiki.id, "recent_orders", new Date())
        await tick(container)
      }
      const place = (status: RawStatus) =>
        at().sandbox.tiki.addOrders([
          { status, lines: [{ original_sku: SKU, quantity: 2 }] },
        ])[0].code

      it.each(NOT_IMPORTED)("%s · not imported", async (_, raw) => {
        const before = await orderLevelOf(at(), SKU)
        const code = place(raw)
        await poll()
        expect(await findOrder(at(), code)).toMatchObject({
          raw_status: raw,
          status: null,
          import_state: "ignored",
          import_rule: "not_yet_with_seller",
          medusa_order_id: null,
        })
        expect(await orderLevelOf(at(), SKU)).toEqual(before)
      })

      it.each(TABLE)(
        "%s",
        async (_, happens, status, rule, succeeded, handover) => {
          const shop = at()
          const before = await orderLevelOf(shop, SKU)
          const code = place("processing")
          await poll()
          for (const step of happens) {
            await step(shop, code)
            await poll()
          }
          const order = await findOrder(shop, code)
          expect(order).toMatchObject({
            status,
            status_rule: rule,
            import_state: "imported",
            flags: order.raw_status === "holded" ? ["on_hold"] : [],
          })
          expect(await readMedusaState(shop, order, SKU, before)).toEqual(
            MEDUSA_STATES[
              deduct_stock_on === "succeeded" ? succeeded : handover
            ]
          )
        }
      )
    }
  )
}
