import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { defaultLocation } from "../../domain/channels/default-location"
import {
  ListingFacts,
  PlanningFacts,
  VariantFacts,
} from "../../domain/orders/planning-facts"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "./channel"
import { onlyLocation } from "./only-location"

/** The facts that all orders of a channel share; the generation is each order's own. */
export type ChannelFacts = Omit<PlanningFacts, "reservation_generation">

type InventoryLink = { inventory_item_id: string; required_quantity: number }

/** Reads what planning needs to know for orders with these SKUs, in a handful of queries. */
export async function loadPlanningFacts(
  container: MedusaContainer,
  channel: Channel,
  external_sku_ids: string[]
): Promise<ChannelFacts> {
  const marketplaces = marketplacesOf(container)
  const [listings, sales_channel, store, region_id, default_location_id] =
    await Promise.all([
      loadListings(container, channel.id, external_sku_ids),
      loadSalesChannel(container, channel.sales_channel_id),
      loadStoreCurrencies(container),
      findRegion(container, channel),
      findDefaultLocation(container, channel),
    ])
  return {
    settings: channel.settings,
    display_prefix: marketplaces.providers.retrieve(channel.provider_id)
      .description.display_prefix,
    sales_channel,
    store_currencies: store,
    region_id,
    listings,
    default_location_id,
  }
}

async function loadListings(
  container: MedusaContainer,
  channel_id: string,
  external_sku_ids: string[]
): Promise<Map<string, ListingFacts>> {
  if (!external_sku_ids.length) {
    return new Map()
  }
  const listings = await marketplacesOf(container).listMarketplaceListings(
    { channel_id, external_sku_id: external_sku_ids },
    { select: ["external_sku_id", "title", "variant_id", "gone_at"] }
  )
  const variants = await loadVariants(
    container,
    listings.flatMap(({ variant_id }) => variant_id ?? [])
  )
  return new Map(
    listings.map((listing) => [
      listing.external_sku_id,
      {
        title: listing.title,
        gone: listing.gone_at !== null,
        variant: listing.variant_id
          ? (variants.get(listing.variant_id) ??
            deletedVariant(listing.variant_id, listing.title))
          : null,
      },
    ])
  )
}

async function loadVariants(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, VariantFacts>> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: [
      "id",
      "title",
      "sku",
      "manage_inventory",
      "product.id",
      "product.title",
      "product.thumbnail",
      "inventory_items.inventory_item_id",
      "inventory_items.required_quantity",
    ],
    filters: { id: [...new Set(ids)] },
  })
  return new Map(
    data.map((variant) => [
      variant.id,
      {
        id: variant.id,
        product_id: variant.product?.id ?? "",
        product_title: variant.product?.title ?? variant.title,
        variant_title: variant.title,
        sku: variant.sku ?? null,
        thumbnail: variant.product?.thumbnail ?? null,
        manage_inventory: variant.manage_inventory,
        inventory: (variant.inventory_items ?? []).flatMap(
          (item: InventoryLink | null) =>
            item
              ? {
                  inventory_item_id: item.inventory_item_id,
                  required_quantity: item.required_quantity,
                }
              : []
        ),
        deleted: false,
      },
    ])
  )
}

function deletedVariant(id: string, title: string): VariantFacts {
  return {
    id,
    product_id: "",
    product_title: title,
    variant_title: title,
    sku: null,
    thumbnail: null,
    manage_inventory: false,
    inventory: [],
    deleted: true,
  }
}

async function loadSalesChannel(
  container: MedusaContainer,
  id: string
): Promise<PlanningFacts["sales_channel"]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "sales_channel",
    fields: ["id", "is_disabled"],
    filters: { id },
  })
  return { id, disabled: data[0]?.is_disabled ?? true }
}

async function loadStoreCurrencies(
  container: MedusaContainer
): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "store",
    fields: ["supported_currencies.currency_code"],
  })
  return data.flatMap((store) =>
    (store.supported_currencies ?? []).flatMap(
      (currency: { currency_code: string } | null) =>
        currency?.currency_code.toLowerCase() ?? []
    )
  )
}

/** The region of the channel's country and currency, else one of its currency, else none. */
async function findRegion(
  container: MedusaContainer,
  channel: Channel
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "region",
    fields: ["id", "countries.iso_2"],
    filters: { currency_code: channel.currency_code },
  })
  const country = channel.region.toLowerCase()
  const ofCountry = data.find((region) =>
    region.countries?.some(
      (entry: { iso_2: string } | null) => entry?.iso_2 === country
    )
  )
  return ofCountry?.id ?? data[0]?.id ?? null
}

/** Of the mapped ones, else the only location there is; several would be a guess. */
async function findDefaultLocation(
  container: MedusaContainer,
  { settings, warehouses }: Channel
): Promise<string | null> {
  if (settings.warehouses.length) {
    return defaultLocation(settings.warehouses, warehouses)
  }
  return onlyLocation(container)
}
