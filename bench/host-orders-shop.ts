import {
  createInventoryItemsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { DraftReservation, OrderDraft } from "../src/domain/orders/order-draft"

type Variant = {
  id: string
  product_id: string
  title: string
  sku: string
  /** Units of each inventory item in one unit of the variant. */
  parts: { inventory_item_id: string; required_quantity: number }[]
}

export type HostOrdersShop = {
  region_id: string
  sales_channel_id: string
  location_id: string
  other_location_id: string
  shipping_option_id: string
  shirt: Variant
  mug: Variant
  /** One shirt and three mugs. */
  combo: Variant
}

/** A Vietnamese shop with two counted articles, a combo of both and two stock locations. */
export async function createHostOrdersShop(
  container: MedusaContainer
): Promise<HostOrdersShop> {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const {
    result: [region],
  } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Việt Nam",
          currency_code: "vnd",
          countries: ["vn"],
          payment_providers: ["pp_system_default"],
        },
      ],
    },
  })
  const {
    result: [channel],
  } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "TikTok Shop" }] },
  })
  const {
    result: [location, other],
  } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: "Kho Hà Nội" }, { name: "Kho Sài Gòn" }] },
  })
  for (const { id } of [location, other]) {
    await linkSalesChannelsToStockLocationWorkflow(container).run({
      input: { id, add: [channel.id] },
    })
  }
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })
  const set = await fulfillment.createFulfillmentSets({
    name: "Giao hàng",
    type: "shipping",
    service_zones: [
      {
        name: "Việt Nam",
        geo_zones: [{ type: "country", country_code: "vn" }],
      },
    ],
  })
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  const {
    result: [profile],
  } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default", type: "default" }] },
  })
  const {
    result: [option],
  } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Giao hàng tiêu chuẩn",
        service_zone_id: set.service_zones[0].id,
        shipping_profile_id: profile.id,
        provider_id: "manual_manual",
        price_type: "flat",
        type: { label: "Standard", description: "", code: "standard" },
        prices: [{ currency_code: "vnd", amount: 20000 }],
      },
    ],
  })

  const { result: items } = await createInventoryItemsWorkflow(container).run({
    input: {
      items: ["SHIRT", "MUG"].map((sku) => ({
        sku,
        title: sku,
        location_levels: [
          { location_id: location.id, stocked_quantity: 10_000 },
        ],
      })),
    },
  })
  const [shirtItem, mugItem] = items
  const article = (
    sku: string,
    parts: { inventory_item_id: string; required_quantity: number }[]
  ) => ({
    title: sku,
    sku,
    options: { Loại: sku },
    prices: [{ currency_code: "vnd", amount: 100_000 }],
    manage_inventory: true,
    inventory_items: parts,
  })
  const part = (item: { id: string }, required_quantity: number) => ({
    inventory_item_id: item.id,
    required_quantity,
  })
  const parts = {
    SHIRT: [part(shirtItem, 1)],
    MUG: [part(mugItem, 1)],
    COMBO: [part(shirtItem, 1), part(mugItem, 3)],
  }
  const {
    result: [product],
  } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: "Quà tặng",
          status: "published",
          shipping_profile_id: profile.id,
          sales_channels: [{ id: channel.id }],
          options: [{ title: "Loại", values: Object.keys(parts) }],
          variants: Object.entries(parts).map(([sku, of]) => article(sku, of)),
        },
      ],
    },
  })
  const variant = (sku: keyof typeof parts): Variant => {
    const found = product.variants.find((one) => one.sku === sku)
    if (!found) {
      throw new Error(`No variant ${sku}`)
    }
    return {
      id: found.id,
      product_id: product.id,
      title: sku,
      sku,
      parts: parts[sku],
    }
  }
  return {
    region_id: region.id,
    sales_channel_id: channel.id,
    location_id: location.id,
    other_location_id: other.id,
    shipping_option_id: option.id,
    shirt: variant("SHIRT"),
    mug: variant("MUG"),
    combo: variant("COMBO"),
  }
}

export type DraftOptions = {
  lines?: {
    variant: Variant | null
    quantity: number
    location_id?: string
    adjustments?: number[]
  }[]
  payment?: OrderDraft["payment"]["kind"]
  shipping_fee?: number
  generation?: number
}

const PRICE = 100_000

/** A complete draft; the same key gives the same ids. */
export function hostOrderDraft(
  shop: HostOrdersShop,
  key: string,
  options: DraftOptions = {}
): OrderDraft {
  const lines = options.lines ?? [
    { variant: shop.shirt, quantity: 1 },
    { variant: shop.mug, quantity: 2 },
  ]
  const fee = options.shipping_fee ?? 20_000
  const items = lines.map(({ variant, quantity, adjustments = [] }, index) => ({
    id: `ordli_${key}_${index}`,
    variant_id: variant?.id ?? null,
    product_id: variant?.product_id ?? null,
    title: "Quà tặng",
    subtitle: variant?.title ?? null,
    product_title: variant ? "Quà tặng" : null,
    variant_title: variant?.title ?? null,
    variant_sku: variant?.sku ?? null,
    thumbnail: null,
    quantity,
    unit_price: PRICE,
    adjustments: adjustments.map((amount) => ({
      amount,
      description: "seller_discount" as const,
    })),
    metadata: {},
  }))
  const reservations = lines.flatMap(
    ({ variant, quantity, location_id }, index): DraftReservation[] =>
      (variant?.parts ?? []).map((part) => ({
        id: `resitem_${key}_${index}_${part.inventory_item_id}_${options.generation ?? 1}`,
        line_item_id: items[index].id,
        inventory_item_id: part.inventory_item_id,
        location_id: location_id ?? shop.location_id,
        quantity: quantity * part.required_quantity,
        external_id: key,
      }))
  )
  const total =
    fee +
    lines.reduce(
      (sum, { quantity, adjustments = [] }) =>
        sum + quantity * PRICE - adjustments.reduce((a, b) => a + b, 0),
      0
    )
  const collection_id = `pay_col_${key}`
  const payments: Record<OrderDraft["payment"]["kind"], OrderDraft["payment"]> =
    {
      captured: {
        kind: "captured",
        amount: total,
        collection_id,
        session_id: `payses_${key}`,
        payment_id: `pay_${key}`,
        capture_id: `capt_${key}`,
        captured_at: new Date("2026-03-01T02:00:00Z"),
      },
      awaiting_payment: {
        kind: "awaiting_payment",
        amount: total,
        collection_id,
      },
      cash_on_delivery: {
        kind: "cash_on_delivery",
        amount: total,
        collection_id,
      },
      nothing_owed: { kind: "nothing_owed", collection_id },
      none: { kind: "none" },
    }
  return {
    channel_order_id: `mpord_${key}`,
    order_id: `order_${key}`,
    display_id: `TTS-${key}`,
    status: "pending",
    sales_channel_id: shop.sales_channel_id,
    region_id: shop.region_id,
    currency_code: "vnd",
    total,
    shipping_address: {
      first_name: "N***",
      last_name: null,
      phone: "(+84)91*****01",
      address_1: "1 Phố Huế",
      address_2: null,
      city: "Hà Nội",
      province: null,
      postal_code: null,
      country_code: "vn",
    },
    items,
    shipping_methods: [
      {
        id: `ordsm_${key}`,
        name: "Giao hàng",
        amount: fee,
        shipping_option_id: shop.shipping_option_id,
        adjustments: [],
      },
    ],
    reservations,
    payment: payments[options.payment ?? "captured"],
    metadata: { external_id: key },
  }
}
