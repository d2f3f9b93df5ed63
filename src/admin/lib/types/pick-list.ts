import type { OrderStatus } from "../../../domain/orders/order-status"

export type PickLine = {
  /** Names the line when it is ticked off. */
  key: string
  title: string
  sku_title: string | null
  sku: string | null
  barcode: string | null
  image_url: string | null
  location_name: string | null
  quantity: number
  picked: number
  order_count: number
}

export type PickList = {
  id: string
  /** For people. */
  number: number
  status: "open" | "finished"
  order_count: number
  created_at: string
  created_by_name: string | null
  finished_at: string | null
}

export type PickListDetail = PickList & {
  lines: PickLine[]
  /** Orders that need no goods any more, for example because they were cancelled. */
  dropped: { id: string; external_id: string; status: OrderStatus | null }[]
  /** Orders that are on another open list as well, with that list's number. */
  elsewhere: { id: string; external_id: string; number: number }[]
}
