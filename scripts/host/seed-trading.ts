import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"

const NAMES = {
  store: "Nhà Gốm Sài Gòn",
  region: "Việt Nam",
  sales_channel: "Cửa hàng trực tuyến",
  stock_location: "Kho Quận 3",
  fulfillment_set: "Giao hàng từ Kho Quận 3",
  service_zone: "Toàn quốc",
  shipping_option: "Giao hàng tiêu chuẩn",
  shipping_profile: "Hàng thường",
}

export type Trading = {
  sales_channel_id: string
  stock_location_id: string
  shipping_profile_id: string
}

/** Store, region, sales channel, stock location and shipping of the demo shop. */
export async function seedTrading(
  container: MedusaContainer
): Promise<Trading> {
  const sales_channel_id = await salesChannel(container)
  const region_id = await region(container)
  await taxRegion(container)
  const stock_location_id = await stockLocation(container, sales_channel_id)
  const shipping_profile_id = await shippingProfile(container)
  await shippingOption(container, stock_location_id, shipping_profile_id)
  await store(container, { sales_channel_id, region_id, stock_location_id })
  return { sales_channel_id, stock_location_id, shipping_profile_id }
}

async function salesChannel(container: MedusaContainer): Promise<string> {
  const name = NAMES.sales_channel
  const channels = container.resolve(Modules.SALES_CHANNEL)
  const [known] = await channels.listSalesChannels({ name })
  if (known) {
    return known.id
  }
  const { result } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name }] },
  })
  return result[0].id
}

async function region(container: MedusaContainer): Promise<string> {
  const regions = container.resolve(Modules.REGION)
  const [known] = await regions.listRegions({ name: NAMES.region })
  if (known) {
    return known.id
  }
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: NAMES.region,
          currency_code: "vnd",
          countries: ["vn"],
          is_tax_inclusive: true,
          payment_providers: ["pp_system_default"],
        },
      ],
    },
  })
  return result[0].id
}

async function taxRegion(container: MedusaContainer): Promise<void> {
  const taxes = container.resolve(Modules.TAX)
  const [known] = await taxes.listTaxRegions({ country_code: "vn" })
  if (!known) {
    await createTaxRegionsWorkflow(container).run({
      input: [{ country_code: "vn", provider_id: "tp_system" }],
    })
  }
}

async function stockLocation(
  container: MedusaContainer,
  sales_channel_id: string
): Promise<string> {
  const name = NAMES.stock_location
  const locations = container.resolve(Modules.STOCK_LOCATION)
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const [known] = await locations.listStockLocations({ name })
  const id =
    known?.id ??
    (
      await createStockLocationsWorkflow(container).run({
        input: {
          locations: [
            {
              name,
              address: {
                address_1: "12 Đường Thử Nghiệm",
                city: "Thành phố Hồ Chí Minh",
                country_code: "vn",
              },
            },
          ],
        },
      })
    ).result[0].id
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id, add: [sales_channel_id] },
  })
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })
  return id
}

async function shippingProfile(container: MedusaContainer): Promise<string> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [known] = await fulfillment.listShippingProfiles({ type: "default" })
  if (known) {
    return known.id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: NAMES.shipping_profile, type: "default" }] },
  })
  return result[0].id
}

async function shippingOption(
  container: MedusaContainer,
  stock_location_id: string,
  shipping_profile_id: string
): Promise<void> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const name = NAMES.fulfillment_set
  const [known] = await fulfillment.listFulfillmentSets(
    { name },
    { relations: ["service_zones", "service_zones.shipping_options"] }
  )
  const set =
    known ??
    (await fulfillment.createFulfillmentSets({
      name,
      type: "shipping",
      service_zones: [
        {
          name: NAMES.service_zone,
          geo_zones: [{ country_code: "vn", type: "country" }],
        },
      ],
    }))
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  const [zone] = set.service_zones
  if ((zone.shipping_options ?? []).length > 0) {
    return
  }
  await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: NAMES.shipping_option,
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: zone.id,
        shipping_profile_id,
        type: {
          label: "Tiêu chuẩn",
          description: "Giao trong 2–3 ngày.",
          code: "standard",
        },
        prices: [{ currency_code: "vnd", amount: 30_000 }],
      },
    ],
  })
}

async function store(
  container: MedusaContainer,
  defaults: {
    sales_channel_id: string
    region_id: string
    stock_location_id: string
  }
): Promise<void> {
  const [first] = await container.resolve(Modules.STORE).listStores()
  if (first.name === NAMES.store) {
    return
  }
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: first.id },
      update: {
        name: NAMES.store,
        supported_currencies: [{ currency_code: "vnd", is_default: true }],
        default_sales_channel_id: defaults.sales_channel_id,
        default_region_id: defaults.region_id,
        default_location_id: defaults.stock_location_id,
      },
    },
  })
}
