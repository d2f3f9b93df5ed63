import { PathStatus } from "../../sandbox/tiktok-shop/orders/life-cycle"
import { Initiator } from "../../sandbox/tiktok-shop/orders/order"
import { OrderAction } from "../../src/domain/orders/order-action"
import { orderLevelOf } from "../support/levels"
import {
  MEDUSA_STATES,
  MedusaStateName,
  readMedusaState,
} from "../support/medusa-states"
import { findOrder } from "../support/orders"
import { readRequests } from "./goods-coming-back"
import { closeHandover, handoverScan, openHandover } from "./handing-over"
import { packWhole } from "./packing"
import { act, DailyShop, follow } from "./shop"

const SKU = "BAT-RAN-TR"
const LINES = [{ seller_sku: SKU, quantity: 2 }]

/** One thing that happens to the order, at TikTok Shop or in the shop. */
type Step = (shop: DailyShop, id: string) => unknown

const to =
  (status: PathStatus): Step =>
  ({ sandbox }, id) =>
    sandbox.tiktok.orders.advance(id, status)
const cancelledBy =
  (by: Initiator): Step =>
  ({ sandbox }, id) =>
    sandbox.tiktok.orders.cancel(id, by)
const refunded: Step = ({ sandbox }, id) => sandbox.tiktok.orders.refund(id)
const staff =
  (action: OrderAction): Step =>
  async (shop, id) => {
    const { results } = await act(shop, action, [await findOrder(shop, id)])
    expect(results).toMatchObject([{ params: { ok: true } }])
  }
const waybillOf = async (shop: DailyShop, id: string) =>
  (await findOrder(shop, id)).parcels[0].tracking_number ?? ""
const scannedInto = async (shop: DailyShop, id: string) =>
  expect(await packWhole(shop, await waybillOf(shop, id))).toBe("packed")
const onRecord =
  (direction: "outbound" | "inbound"): Step =>
  async (shop, id) => {
    const record = await openHandover(shop, direction)
    const condition = direction === "inbound" ? "good" : undefined
    const code = await waybillOf(shop, id)
    expect(await handoverScan(shop, record, code, { condition })).toMatchObject(
      { ok: true }
    )
    await closeHandover(shop, record)
  }
const sentBack =
  (units: number): Step =>
  async (shop, id) => {
    const { orders, returns } = shop.sandbox.tiktok
    const unit_ids = orders.get(id).units.map((unit) => unit.id)
    const asked = returns.request(id, { unit_ids: unit_ids.slice(0, units) })
    returns.approve(asked.id)
    returns.shipBack(asked.id)
    await readRequests(shop)
  }
const split: Step = ({ sandbox: { tiktok } }, id) => {
  const [first] = tiktok.orders.get(id).units
  const [parcel] = tiktok.packages.split(id, [[first.id]])
  tiktok.packages.ship(parcel)
}

type Row = {
  /** The row in the words of the shop's help page, or of the rules. */
  row: string
  /** Where the order is when it first comes in, and what happens then. */
  from: PathStatus
  then?: Step[]
  status: string
  rule: string
  medusa: MedusaStateName
  /** How else TikTok Shop spells the same: the number used before 202309, or a webhook's word. */
  spelt?: string
}

const TABLE: Row[] = [
  {
    row: "Chưa thanh toán · UNPAID[100] · Mới",
    from: "UNPAID",
    status: "new",
    rule: "raw:UNPAID",
    medusa: "pending, reserved, not paid",
    spelt: "100",
  },
  {
    row: "Đang giao · Đang chờ vận chuyển (chưa bấm Sắp xếp vận chuyển) · AWAITING_SHIPMENT[111] · Chờ xác nhận",
    from: "UNPAID",
    then: [to("AWAITING_SHIPMENT")],
    status: "awaiting_confirmation",
    rule: "raw:AWAITING_SHIPMENT",
    medusa: "pending, reserved",
    spelt: "111",
  },
  {
    row: "Đang giao · Đang chờ lấy hàng (đã bấm Sắp xếp vận chuyển) · AWAITING_COLLECTION[112] · Đã xác nhận",
    from: "AWAITING_SHIPMENT",
    then: [to("AWAITING_COLLECTION")],
    status: "confirmed",
    rule: "raw:AWAITING_COLLECTION",
    medusa: "pending, reserved",
    spelt: "112",
  },
  {
    row: "Đã vận chuyển · Đang vận chuyển · IN_TRANSIT[121] · Đang chuyển",
    from: "AWAITING_COLLECTION",
    then: [to("IN_TRANSIT")],
    status: "in_transit",
    rule: "raw:IN_TRANSIT",
    medusa: "fulfilled and shipped",
    spelt: "121",
  },
  {
    row: "Đã vận chuyển · Đã giao hàng · DELIVERED[122] · Thành công",
    from: "IN_TRANSIT",
    then: [to("DELIVERED")],
    status: "succeeded",
    rule: "raw:DELIVERED",
    medusa: "delivered, completed",
    spelt: "122",
  },
  {
    row: "Đã vận chuyển · CANCELLED[140] · Đang hoàn (nếu trước đó đơn ở trạng thái Đang chuyển)",
    from: "IN_TRANSIT",
    then: [cancelledBy("SYSTEM")],
    status: "returning",
    rule: "cancelled_after_collection",
    medusa: "shipped, return requested",
    spelt: "140",
  },
  {
    row: "Hoàn thành · Đã hoàn thành · COMPLETED[130] · Thành công",
    from: "DELIVERED",
    then: [to("COMPLETED")],
    status: "succeeded",
    rule: "raw:COMPLETED",
    medusa: "delivered, completed",
    spelt: "130",
  },
  {
    row: "Huỷ · Đã huỷ bởi người bán · CANCEL · Huỷ",
    from: "AWAITING_SHIPMENT",
    then: [cancelledBy("SELLER")],
    status: "cancelled_by_seller",
    rule: "raw:CANCELLED",
    medusa: "canceled, released",
    spelt: "CANCEL",
  },
  {
    row: "Huỷ · Đã huỷ bởi khách hàng · CANCEL · Khách huỷ",
    from: "AWAITING_COLLECTION",
    then: [cancelledBy("BUYER")],
    status: "cancelled_by_buyer",
    rule: "raw:CANCELLED",
    medusa: "canceled, released",
    spelt: "CANCEL",
  },
  {
    row: "Huỷ · Đã huỷ bởi Tiktok (Khách chậm thanh toán) · CANCEL · Hệ thống huỷ",
    from: "UNPAID",
    then: [cancelledBy("SYSTEM")],
    status: "cancelled_by_system",
    rule: "raw:CANCELLED",
    medusa: "canceled, released, never paid",
    spelt: "CANCEL",
  },
  {
    row: "bấm Sắp xếp vận chuyển: Đã xác nhận",
    from: "AWAITING_SHIPMENT",
    then: [staff("arrange_shipment")],
    status: "confirmed",
    rule: "raw:AWAITING_COLLECTION",
    medusa: "pending, reserved",
  },
  {
    row: "in phiếu gửi: Đang đóng gói",
    from: "AWAITING_COLLECTION",
    then: [staff("print_waybills")],
    status: "packing",
    rule: "mark:waybill_printed",
    medusa: "pending, reserved",
  },
  {
    row: "sử dụng tính năng Đóng gói: Đã đóng gói",
    from: "AWAITING_COLLECTION",
    then: [staff("print_waybills"), scannedInto],
    status: "packed",
    rule: "mark:packed",
    medusa: "pending, reserved",
  },
  {
    row: "tự đổi trạng thái các đơn Đã đóng gói sang trạng thái Chờ thu gom",
    from: "AWAITING_COLLECTION",
    then: [staff("mark_packed"), staff("mark_awaiting_collection")],
    status: "awaiting_collection",
    rule: "mark:handed_over",
    medusa: "fulfilled and shipped",
  },
  {
    row: "biên bản bàn giao: Chờ thu gom",
    from: "AWAITING_COLLECTION",
    then: [scannedInto, onRecord("outbound")],
    status: "awaiting_collection",
    rule: "mark:handed_over",
    medusa: "fulfilled and shipped",
  },
  {
    row: "sau khi bưu tá đến lấy hàng: Đang chuyển",
    from: "AWAITING_COLLECTION",
    then: [scannedInto, onRecord("outbound"), to("IN_TRANSIT")],
    status: "in_transit",
    rule: "raw:IN_TRANSIT",
    medusa: "fulfilled and shipped",
  },
  {
    row: "đơn chuyển hoàn: đổi trạng thái đơn hàng đó sang trạng thái Đã hoàn",
    from: "IN_TRANSIT",
    then: [cancelledBy("SYSTEM"), staff("mark_returned")],
    status: "returned",
    rule: "received_back",
    medusa: "return received, restocked",
  },
  {
    row: "đơn chuyển hoàn: biên bản bàn giao Nhận HVC hoàn về",
    from: "IN_TRANSIT",
    then: [cancelledBy("SYSTEM"), onRecord("inbound")],
    status: "returned",
    rule: "received_back",
    medusa: "return received, restocked",
  },
  {
    row: "ON_HOLD[105] · Mới",
    from: "UNPAID",
    then: [to("ON_HOLD")],
    status: "new",
    rule: "raw:ON_HOLD",
    medusa: "pending, reserved",
    spelt: "105",
  },
  {
    row: "PARTIALLY_SHIPPING[114] · by the least advanced parcel",
    from: "AWAITING_SHIPMENT",
    then: [split],
    status: "awaiting_confirmation",
    rule: "raw:PARTIALLY_SHIPPING",
    medusa: "pending, reserved",
    spelt: "114",
  },
  {
    row: "CANCELLED after our handover, before collection · Đang hoàn",
    from: "AWAITING_COLLECTION",
    then: [staff("mark_awaiting_collection"), cancelledBy("BUYER")],
    status: "returning",
    rule: "cancelled_after_handover",
    medusa: "shipped, return requested",
  },
  {
    row: "COMPLETED without collection (full refund before shipping) · Hệ thống huỷ",
    from: "AWAITING_COLLECTION",
    then: [refunded],
    status: "cancelled_by_system",
    rule: "completed_unshipped",
    medusa: "canceled, released",
  },
  {
    row: "COMPLETED without collection, handed over by us · Đang hoàn",
    from: "AWAITING_COLLECTION",
    then: [staff("mark_awaiting_collection"), refunded],
    status: "returning",
    rule: "completed_after_handover",
    medusa: "shipped, return requested",
  },
  {
    row: "every live unit in an open return · Đang hoàn",
    from: "DELIVERED",
    then: [sentBack(2)],
    status: "returning",
    rule: "all_units_coming_back",
    medusa: "completed, return requested",
  },
  {
    row: "some units in an open return · Thành công",
    from: "DELIVERED",
    then: [sentBack(1)],
    status: "succeeded",
    rule: "raw:DELIVERED",
    medusa: "completed, return requested",
  },
]

/** Bảng trạng thái đơn hàng TikTok: TikTok Shop sends a webhook, the plugin reads, Medusa follows. */
export function tiktokStatusTable(at: () => DailyShop): void {
  describe("TikTok Shop's table of statuses", () => {
    beforeAll(() => {
      const { options } = at().sandbox.tiktok
      options.webhook_mode = "manual"
      options.webhook_url = `${at().base_url}/hooks/marketplaces/tiktok-shop`
    })
    afterAll(() => {
      at().sandbox.tiktok.options.webhook_url = null
      at().sandbox.tiktok.options.webhook_mode = "auto"
    })

    /** Nobody is told of the order but by TikTok Shop's own messages. */
    const hear = async () => {
      await at().sandbox.tiktok.webhooks.flush()
      await follow(at(), [])
    }

    it.each(TABLE)("$row", async ({ from, then = [], ...row }) => {
      const shop = at()
      const { orders } = shop.sandbox.tiktok
      const before = await orderLevelOf(shop, SKU)
      const [{ id }] = shop.sandbox.tiktok.addOrders([
        { status: from, lines: LINES },
      ])
      await hear()
      for (const step of then) {
        await step(shop, id)
        await hear()
      }
      const state = { status: row.status, import_state: "imported" }
      const order = await findOrder(shop, id)
      expect(order).toMatchObject({ ...state, status_rule: row.rule })
      expect(order.history[0].source).toBe("webhook")
      expect(await readMedusaState(shop, order, SKU, before)).toEqual(
        MEDUSA_STATES[row.medusa]
      )
      if (row.spelt) {
        orders.edit(id, { wire: { status: row.spelt }, off_contract: true })
        await hear()
        expect(await findOrder(shop, id)).toMatchObject({
          ...state,
          raw_status: row.spelt,
        })
      }
    })
  })
}
