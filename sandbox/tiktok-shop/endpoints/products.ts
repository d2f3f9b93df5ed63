import { Product, Sku } from "../products/product"
import { ApiError, invalidParameter } from "../envelope"
import { readPageToken, writePageToken } from "../page-token"
import { Endpoint, numberOf, pageSize, ShopContext, textList } from "./endpoint"

/** A search that hits more is refused with 12052180. */
const MOST_HITS = 10_000

const STATUSES = [
  "ALL",
  "DRAFT",
  "PENDING",
  "FAILED",
  "ACTIVATE",
  "SELLER_DEACTIVATED",
  "PLATFORM_DEACTIVATED",
  "FREEZE",
  "DELETED",
]

function matches(context: ShopContext): (product: Product) => boolean {
  const status = context.body.status ?? "ALL"
  if (!STATUSES.includes(String(status))) {
    throw invalidParameter(`status must be one of ${STATUSES.join(", ")}`)
  }
  const skus = textList(context, "sku_ids", 10)
  const seller_skus = textList(context, "seller_skus", 10)
  const [create_ge, create_le, update_ge, update_le] = [
    "create_time_ge",
    "create_time_le",
    "update_time_ge",
    "update_time_le",
  ].map((name) => numberOf(context, name))
  const audits = textList(context, "audit_status", 10)
  return (product) =>
    (status === "ALL"
      ? product.status !== "DELETED"
      : product.status === status) &&
    (!audits || audits.includes("APPROVED")) &&
    (!skus || product.skus.some(({ id }) => skus.includes(id))) &&
    (!seller_skus ||
      product.skus.some((sku) => seller_skus.includes(sku.seller_sku))) &&
    product.create_time >= (create_ge ?? -Infinity) &&
    product.create_time <= (create_le ?? Infinity) &&
    product.update_time >= (update_ge ?? -Infinity) &&
    product.update_time <= (update_le ?? Infinity)
}

function inventory({ twin }: ShopContext, sku: Sku) {
  return twin.stock.warehouses(sku).map((id) => ({
    warehouse_id: id,
    quantity: twin.stock.level(sku, id).available,
  }))
}

const statusInfo = (sku: Sku) =>
  sku.active
    ? { status: "NORMAL" }
    : { status: "DEACTIVATED", deactivation_source: "SELLER" }

const commonFields = (product: Product) => ({
  id: product.id,
  title: product.title,
  status: product.status,
  audit: { status: "APPROVED", pre_approved_reasons: [] },
  create_time: product.create_time,
  update_time: product.update_time,
  is_not_for_sale: false,
  has_draft: false,
})

function search(context: ShopContext): object {
  const size = pageSize(context, 100)
  const { shop, twin, query } = context
  const scope = `${shop.id} ${JSON.stringify(context.body)} ${size}`
  const hits = twin.catalogue
    .ofShop(shop.id)
    .filter(matches(context))
    .sort((a, b) => b.create_time - a.create_time || (a.id < b.id ? 1 : -1))
  if (hits.length > MOST_HITS) {
    throw new ApiError(12052180, "Too many products; narrow the time window")
  }
  const after = query.page_token ? readPageToken(scope, query.page_token) : null
  const rest = after
    ? hits.filter(
        ({ create_time, id }) =>
          create_time < after.value ||
          (create_time === after.value && id < after.id)
      )
    : hits
  const page = rest.slice(0, size)
  const last = page[page.length - 1]
  return {
    total_count: hits.length,
    next_page_token:
      rest.length > size
        ? writePageToken(scope, { value: last.create_time, id: last.id })
        : "",
    products: page.map((product) => ({
      ...commonFields(product),
      sales_regions: [shop.region],
      product_sync_fail_reasons: [],
      skus: product.skus.map((sku) => ({
        id: sku.id,
        seller_sku: sku.seller_sku,
        status_info: statusInfo(sku),
        // A local seller's shown price stands in both.
        price: {
          currency: "VND",
          tax_exclusive_price: String(sku.price),
          sale_price: String(sku.price),
        },
        inventory: inventory(context, sku),
      })),
    })),
  }
}

function detail(context: ShopContext): object {
  const { twin, shop, path } = context
  const product = twin.catalogue.find(path.product_id)
  if (!product || product.shop_id !== shop.id) {
    throw invalidParameter("product_id does not exist in this shop")
  }
  if (product.status === "FREEZE" || product.status === "DELETED") {
    throw new ApiError(12052901, "The product status does not allow it")
  }
  const picture = {
    uri: product.picture.slice(1),
    urls: [twin.base_url + product.picture],
    thumb_urls: [twin.base_url + product.picture],
    width: 800,
    height: 800,
  }
  const is_set = product.skus.some(({ parts }) => parts.length)
  return {
    ...commonFields(product),
    product_status: product.status,
    description: product.description,
    category_chains: [
      {
        id: "600001",
        parent_id: "0",
        local_name: product.category,
        is_leaf: true,
      },
    ],
    main_images: [picture],
    package_weight: { value: "0.8", unit: "KILOGRAM" },
    package_dimensions: {
      length: "20",
      width: "20",
      height: "15",
      unit: "CENTIMETER",
    },
    is_cod_allowed: true,
    product_types: is_set ? ["COMBINED_PRODUCT"] : [],
    skus: product.skus.map((sku) => ({
      id: sku.id,
      seller_sku: sku.seller_sku,
      status_info: statusInfo(sku),
      price: { currency: "VND", sale_price: String(sku.price) },
      inventory: inventory(context, sku),
      ...(sku.barcode
        ? { identifier_code: { code: sku.barcode, type: "EAN" } }
        : {}),
      sales_attributes: product.options.map((name, place) => ({
        id: String(100_000 + place),
        name,
        value_id: `${sku.id.slice(-9)}${place}`,
        value_name: sku.values[place],
        ...(place === 0 ? { sku_img: picture } : {}),
      })),
      ...(sku.parts.length
        ? {
            combined_skus: sku.parts.map(({ sku_id, quantity }) => {
              const part = twin.catalogue.getSku(sku_id)
              return {
                sku_id,
                sku_count: quantity,
                product_id: part.product_id,
                seller_sku: part.seller_sku,
                title: twin.catalogue.get(part.product_id).title,
              }
            }),
          }
        : {}),
    })),
  }
}

export const productEndpoints: Endpoint[] = [
  {
    method: "POST",
    template: "/product/202502/products/search",
    scope: "seller.product.basic",
    level: "shop",
    answer: search,
  },
  {
    method: "GET",
    template: "/product/202309/products/{product_id}",
    scope: "seller.product.basic",
    level: "shop",
    answer: detail,
  },
]
