/** A seller's place: goods leave from a `requisition` one, returns go to a `withdrawal` one. */
export type Warehouse = {
  id: number
  name: string
  type: "requisition" | "withdrawal"
  status: 0 | 1
  is_primary: boolean
  street: string
  ward: string
  region: string
}

export type Seller = {
  id: number
  /** 40 hex digits; the only name of a seller on events. */
  sid: string
  name: string
  /** Inactive sellers are answered 403. */
  active: boolean
  warehouses: Warehouse[]
}

export const FIRST_SELLER_ID = 210042
export const SECOND_SELLER_ID = 210077

/** Tiki's own warehouses; the first holds the goods of FBT. */
export const TIKI_WAREHOUSES = [
  { id: 4, name: "Ho Chi Minh", code: "sgn" },
  { id: 9, name: "Ha Noi", code: "hn4" },
] as const

function warehouses(first_id: number, pickup: 1 | 2): Warehouse[] {
  const region = "Thành phố Hồ Chí Minh"
  const list: Warehouse[] = [
    {
      id: first_id,
      name: "Kho Tân Thuận",
      type: "requisition",
      status: 1,
      is_primary: true,
      street: "Đường Số 0, khu kho mẫu",
      ward: "Phường Tân Thuận",
      region,
    },
    {
      id: first_id + 1,
      name: "Kho nhận hàng hoàn",
      type: "withdrawal",
      status: 1,
      is_primary: false,
      street: "Đường Số 0, khu kho mẫu",
      ward: "Phường Tân Thuận",
      region,
    },
    {
      id: first_id + 2,
      name: "Kho cũ Bình Thạnh",
      type: "requisition",
      status: 0,
      is_primary: false,
      street: "Đường Số 000, khu kho mẫu",
      ward: "Phường Bình Thạnh",
      region,
    },
  ]
  if (pickup === 2) {
    list.push({
      id: first_id + 3,
      name: "Kho Thủ Đức",
      type: "requisition",
      status: 1,
      is_primary: false,
      street: "Đường Số 00, khu kho mẫu",
      ward: "Phường Thủ Đức",
      region,
    })
  }
  return list
}

/** The demo's sellers: the potter and the weaver, as on TikTok Shop. */
export function demoSellers(pickup: 1 | 2): Seller[] {
  return [
    {
      id: FIRST_SELLER_ID,
      sid: "0D3A51E70D3A51E70D3A51E70D3A51E700210042",
      name: "Nhà Gốm Sài Gòn",
      active: true,
      warehouses: warehouses(50123, pickup),
    },
    {
      id: SECOND_SELLER_ID,
      sid: "0D3A51E70D3A51E70D3A51E70D3A51E700210077",
      name: "Vải Lụa Hội An",
      active: true,
      warehouses: warehouses(50223, pickup),
    },
  ]
}

/** Where goods may leave from, the primary one first. */
export function pickupWarehouses(seller: Seller): Warehouse[] {
  return seller.warehouses
    .filter(({ type, status }) => type === "requisition" && status === 1)
    .sort((a, b) => Number(b.is_primary) - Number(a.is_primary))
}
