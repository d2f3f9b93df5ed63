import { JsonObject } from "../../../domain/shared/json"

/** The shop that the orders belong to. */
export const SHOP = { external_id: "60042" }

/** An item in the form of Tiki's order list; each test states what matters to it. */
export function buildItem(overrides: JsonObject = {}): JsonObject {
  return {
    id: 770001,
    price: 150000,
    qty: 2,
    parent_item_id: 0,
    is_free_gift: false,
    product: buildProduct(),
    seller: { id: 60042, name: "Nhà Gốm" },
    confirmation: buildConfirmation(),
    invoice: {
      price: 150000,
      quantity: 2,
      subtotal: 300000,
      discount_amount: 20000,
      discount_coupon: 20000,
      row_total: 280000,
      seller_fee: 0,
      fees: [],
    },
    inventory_requisition: null,
    inventory_withdrawals: [],
    seller_inventory_id: null,
    ...overrides,
  }
}

export function buildProduct(overrides: JsonObject = {}): JsonObject {
  return {
    id: 70010001,
    master_id: 70010000,
    super_id: 70009990,
    sku: "4400112233445",
    name: "Ly sứ đỏ cỡ vừa",
    inventory_type: "backorder",
    seller_product_code: "MUG-RED-M",
    ...overrides,
  }
}

export function buildConfirmation(overrides: JsonObject = {}): JsonObject {
  return {
    status: "waiting",
    confirmed_at: null,
    available_confirm_sla: "2025-06-11 13:30:12",
    pickup_confirm_sla: null,
    histories: [],
    ...overrides,
  }
}

export function buildInvoice(overrides: JsonObject = {}): JsonObject {
  return {
    items_count: 2,
    items_quantity: 3,
    subtotal: 345000,
    discount_amount: 20000,
    discount_coupon: 20000,
    discount_percent: 88,
    shipping_amount_after_discount: 12000,
    shipping_discount_amount: 8000,
    grand_total: 337000,
    collectible_amount: 0,
    purchased_at: "2025-06-11 08:30:20",
    tax_info: null,
    ...overrides,
  }
}

export function buildShipping(overrides: JsonObject = {}): JsonObject {
  return {
    partner_name: null,
    tracking_code: null,
    status: null,
    return_shipping_code: null,
    plan: { promised_delivery_date: "2025-06-14 23:59:59" },
    address: {
      full_name: "Tr*** An",
      street: "1 Đường Mẫu",
      ward: "Phường 1",
      district: "Quận 3",
      region: "Hồ Chí Minh",
      country: "Việt Nam",
      country_id: "VN",
      email: null,
      phone: "",
    },
    shipping_detail: null,
    ...overrides,
  }
}

/** A dropship order of two items that waits for the seller; all sums agree. */
export function buildOrder(overrides: JsonObject = {}): JsonObject {
  return {
    id: 330001,
    code: "912345678",
    original_code: "955500001",
    parent_code: "955500001",
    siblings: [{ code: "912345679" }],
    fulfillment_type: "dropship",
    status: "queueing",
    is_rma: false,
    created_at: "2025-06-11 08:30:12",
    updated_at: "2025-06-11 08:36:40",
    customer: { id: 8800123, full_name: "Tr*** An" },
    payment: { method: "momo", is_prepaid: true, status: "success" },
    invoice: buildInvoice(),
    items: [
      buildItem(),
      buildItem({
        id: 770002,
        price: 45000,
        qty: 1,
        product: buildProduct({
          id: 70010055,
          super_id: 0,
          name: "Đĩa lót",
          seller_product_code: "",
        }),
        invoice: { subtotal: 45000, discount_amount: 0, row_total: 45000 },
      }),
    ],
    shipping: buildShipping(),
    delivery: null,
    status_histories: [],
    cancel_info: null,
    rma_info: null,
    ...overrides,
  }
}

/** The order's history: statuses an hour apart, the first at 08:00 of 2025-06-11. */
export function histories(...statuses: string[]): JsonObject[] {
  return statuses.map((status, index) => ({
    id: index + 1,
    status,
    created_at: `2025-06-11 ${String(8 + index).padStart(2, "0")}:00:00`,
  }))
}
