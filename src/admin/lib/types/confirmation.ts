import type {
  ConfirmationOffer,
  PickupSlot,
} from "../../../domain/provider/confirms-orders"
import type { ChannelOrderLine } from "./order"

/** What the seller may decide about an order, read afresh. */
export type Confirmation = Pick<
  ConfirmationOffer,
  "state" | "scope" | "may_refuse"
> & {
  lines: ConfirmationLine[]
  confirm_by: string | null
  pickup_slots: PickupSlot[]
  warehouses: { external_id: string; name: string }[]
}

export type ConfirmationLine = Partial<
  Pick<ChannelOrderLine, "sku_title" | "image_url">
> & {
  id: string
  title: string | null
  seller_sku: string | null
  quantity: number | null
}
