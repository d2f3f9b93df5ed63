import { JsonObject } from "../../../src/domain/shared/json"
import { badRequest } from "../api-error"
import { cutPage } from "../paging"
import { pickupWarehouses, TIKI_WAREHOUSES, Warehouse } from "../sellers"
import { commaList, Endpoint, SellerContext } from "./endpoint"

function me({ seller, twin }: SellerContext): object {
  return {
    id: seller.id,
    sid: seller.sid,
    name: seller.name,
    logo: `${twin.base_url}/pictures/ly-gom-men-lam.svg`,
    operation_models: ["dropship", "instock", "seller_backorder"],
    active: Number(seller.active),
    can_update_product: 1,
    registration_status: "completed",
    live_at: "2021-03-01 08:00:00",
  }
}

function address({ street, ward, region }: Warehouse): JsonObject {
  return { street, ward, district: "", region, country: "Việt Nam" }
}

function warehouses({ seller, query, twin }: SellerContext): object {
  for (const name of ["status", "type"]) {
    if (!["0", "1", undefined].includes(query[name])) {
      throw badRequest(`The selected ${name} is invalid.`)
    }
  }
  const type = { "1": "requisition", "0": "withdrawal" }[query.type ?? ""]
  const rows = seller.warehouses.filter(
    (warehouse) =>
      (query.status === undefined ||
        warehouse.status === Number(query.status)) &&
      (type === undefined || warehouse.type === type)
  )
  return cutPage(
    rows.map((warehouse) => ({
      id: warehouse.id,
      seller_id: seller.id,
      is_primary: warehouse.is_primary,
      name: warehouse.name,
      status: warehouse.status,
      type: warehouse.type,
      address: address(warehouse),
    })),
    query,
    twin.options.paging
  )
}

function inventories({ seller, query }: SellerContext): object {
  const active = pickupWarehouses(seller)
  const codes =
    commaList(query.tiki_warehouse_codes) ??
    TIKI_WAREHOUSES.map(({ code }) => code)
  return {
    seller_inventories: active.map((warehouse) => ({
      id: warehouse.id,
      name: warehouse.name,
      address: address(warehouse),
      type: warehouse.type,
    })),
    mappings: codes.map((tiki_warehouse_code) => ({
      tiki_warehouse_code,
      seller_inventory_ids: active.map(({ id }) => id),
    })),
  }
}

const seller = { method: "GET", level: "seller" } as const

export const sellerEndpoints: Endpoint[] = [
  {
    ...seller,
    template: "/integration/v2/sellers/me",
    scope: null,
    answer: me,
  },
  {
    ...seller,
    template: "/integration/v2/sellers/me/warehouses",
    scope: null,
    answer: warehouses,
  },
  {
    ...seller,
    template: "/integration/v2/seller-inventories",
    scope: "inventory",
    answer: inventories,
  },
  {
    ...seller,
    template: "/integration/v2/warehouses/tiki",
    scope: null,
    answer: ({ query, twin }: SellerContext) =>
      cutPage([...TIKI_WAREHOUSES], query, twin.options.paging),
  },
]
