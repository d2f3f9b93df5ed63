import { JsonObject } from "../../../domain/shared/json"

/** A unit of an order in the form of TikTok's order search; each test states what matters to it. */
export function buildUnit(overrides: JsonObject = {}): JsonObject {
  return {
    id: "578000000000010001",
    product_id: "1731000000000000001",
    sku_id: "1731000000000000011",
    seller_sku: "LY-LAM-S",
    product_name: "Ly gốm men lam",
    sku_name: "Nhỏ",
    sku_image: "",
    currency: "VND",
    is_gift: false,
    original_price: "199000",
    seller_discount: "20000",
    platform_discount: "9000",
    sale_price: "170000",
    display_status: "AWAITING_SHIPMENT",
    package_id: "1153000000000000777",
    package_status: "TO_FULFILL",
    tracking_number: "",
    ...overrides,
  }
}

/** Two equal units and a third of another SKU; all sums agree. */
export function buildOrder(overrides: JsonObject = {}): JsonObject {
  return {
    id: "578000000000000001",
    status: "AWAITING_SHIPMENT",
    create_time: 1760000000,
    paid_time: 1760000095,
    update_time: 1760003700,
    user_id: "7490000000000000555",
    buyer_email: "relay@scs.example",
    buyer_message: "Gói kỹ giúp mình",
    fulfillment_type: "FULFILLMENT_BY_SELLER",
    shipping_type: "TIKTOK",
    shipping_provider: "Demo Express VN",
    tracking_number: "",
    warehouse_id: "7400000000000000021",
    packages: [{ id: "1153000000000000777" }],
    split_or_combine_tag: "",
    is_cod: false,
    is_on_hold_order: true,
    is_sample_order: false,
    is_replacement_order: false,
    is_buyer_request_cancel: false,
    has_updated_recipient_address: false,
    rts_sla_time: 1760086495,
    tts_sla_time: 1760172895,
    delivery_due_time: 1760950495,
    cancel_order_sla_time: 1760345695,
    cancellation_initiator: "",
    cancel_reason: "",
    payment: buildPayment(),
    recipient_address: buildAddress(),
    line_items: [
      buildUnit(),
      buildUnit({ id: "578000000000010002" }),
      buildUnit({
        id: "578000000000010003",
        product_id: "1731000000000000002",
        sku_id: "1731000000000000021",
        seller_sku: "DIA-NAU-15",
        product_name: "Đĩa gốm nâu 15 cm",
        original_price: "89000",
        seller_discount: "0",
        platform_discount: "4000",
        sale_price: "85000",
      }),
    ],
    ...overrides,
  }
}

export function buildPayment(overrides: JsonObject = {}): JsonObject {
  return {
    currency: "VND",
    original_total_product_price: "487000",
    seller_discount: "40000",
    platform_discount: "22000",
    sub_total: "425000",
    original_shipping_fee: "32000",
    shipping_fee_seller_discount: "0",
    shipping_fee_platform_discount: "20000",
    shipping_fee_cofunded_discount: "0",
    shipping_fee: "12000",
    tax: "0",
    total_amount: "437000",
    ...overrides,
  }
}

export function buildAddress(overrides: JsonObject = {}): JsonObject {
  return {
    name: "N*** A***",
    first_name: "N*** A***",
    last_name: "",
    phone_number: "(+84)09******12",
    region_code: "VN",
    postal_code: "",
    full_address: "Việt Nam, Hồ Chí Minh, *** đường ***",
    address_detail: "*** đường ***",
    address_line1: "*** đường ***",
    address_line2: "",
    district_info: [
      { address_level: "L0", address_name: "Việt Nam" },
      { address_level: "L1", address_name: "Hồ Chí Minh" },
    ],
    ...overrides,
  }
}
