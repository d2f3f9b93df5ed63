import { Context, MedusaContainer } from "@medusajs/framework/types"
import {
  OrderService,
  orderService,
} from "../../host-orders/utils/module-services"

type Row = Record<string, unknown>

export type ReturnRow = {
  id: string
  order_id: string
  status: string
  location_id: string | null
  metadata: Row | null
  /** Of an exchange or a claim of staff's; none of our business. */
  exchange_id: string | null
  claim_id: string | null
  created_at: Date | string
  items?: {
    id: string
    item_id: string
    quantity: unknown
    received_quantity: unknown
    damaged_quantity: unknown
  }[]
}

/** Methods that Medusa generates for returns, and that its public type leaves out or narrows. */
export type ReturnService = Omit<
  OrderService,
  "createReturns" | "updateReturns" | "listReturns" | "createOrderChange"
> & {
  listReturns(
    filters: Row,
    config: Row,
    context?: Context
  ): Promise<ReturnRow[]>
  createReturns(rows: Row[], context: Context): Promise<unknown>
  updateReturns(rows: Row[], context: Context): Promise<unknown>
  createReturnItems(rows: Row[], context: Context): Promise<unknown>
  updateReturnItems(rows: Row[], context: Context): Promise<unknown>
  deleteReturnItems(ids: string[], context: Context): Promise<unknown>
  createOrderChange(
    rows: Row[],
    context?: Context
  ): Promise<{ id: string; order_id: string }[]>
}

export function returnService(container: MedusaContainer): ReturnService {
  return orderService(container) as unknown as ReturnService
}
