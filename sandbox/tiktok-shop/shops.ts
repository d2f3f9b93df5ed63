/** Rights that a seller can grant; the keys come in token answers. */
export const SCOPES = [
  "seller.authorization.info",
  "seller.product.basic",
  "seller.product.write",
  "seller.order.info",
  "seller.fulfillment.basic",
  "seller.fulfillment.package.write",
  "seller.logistics",
  "seller.return_refund.basic",
  "seller.finance.info",
] as const
export type Scope = (typeof SCOPES)[number]

export type Warehouse = {
  id: string
  /** One place that ships and takes returns is two warehouses of one entity. */
  entity_id: string
  name: string
  type: "SALES_WAREHOUSE" | "RETURN_WAREHOUSE"
  is_default: boolean
  ward: string
  street: string
}

export type Shop = {
  id: string
  cipher: string
  code: string
  name: string
  region: string
  /** Closed shops answer 36009043. */
  active: boolean
  warehouses: Warehouse[]
}

/** An account; its consent opens all its shops. */
export type Seller = {
  open_id: string
  name: string
  region: string
  shops: Shop[]
}

function warehouses(place: number, sales: 1 | 2): Warehouse[] {
  const id = (n: number) => `740000000000000${place}0${n}1`
  const list: Warehouse[] = [
    {
      id: id(0),
      entity_id: id(8),
      name: "Kho Tân Thuận",
      type: "SALES_WAREHOUSE",
      is_default: true,
      ward: "Phường Tân Thuận",
      street: "Đường Số 0, khu kho mẫu",
    },
    {
      id: id(1),
      entity_id: id(8),
      name: "Kho Tân Thuận (hàng hoàn)",
      type: "RETURN_WAREHOUSE",
      is_default: true,
      ward: "Phường Tân Thuận",
      street: "Đường Số 0, khu kho mẫu",
    },
  ]
  if (sales === 2) {
    list.push({
      id: id(2),
      entity_id: id(9),
      name: "Kho Thủ Đức",
      type: "SALES_WAREHOUSE",
      is_default: false,
      ward: "Phường Thủ Đức",
      street: "Đường Số 00, khu kho mẫu",
    })
  }
  return list
}

/** The demo's sellers: a potter with one shop or two, and a weaver. */
export function demoSellers(shops: 1 | 2, sales_warehouses: 1 | 2): Seller[] {
  const shop = (place: number, name: string): Shop => ({
    id: `749500000000000${place}123`,
    cipher: `ROW_demoCipherVN0${place}`,
    code: `VNLCDEMO0${place}`,
    name,
    region: "VN",
    active: true,
    warehouses: warehouses(place, sales_warehouses),
  })
  const first = [shop(1, "Nhà Gốm Sài Gòn"), shop(2, "Nhà Gốm Hà Nội")]
  return [
    {
      open_id: "demoOpenIdVN01",
      name: "Nhà Gốm Sài Gòn",
      region: "VN",
      shops: first.slice(0, shops),
    },
    {
      open_id: "demoOpenIdVN02",
      name: "Vải Lụa Hội An",
      region: "VN",
      shops: [shop(3, "Vải Lụa Hội An")],
    },
  ]
}
