import type { HandoverMethod } from "../../../domain/provider/arranges-shipments"
import type { LocalizedText } from "../../../domain/shared/localized-text"

/** What a channel leaves to choose when its shipments are arranged. */
export type ShipmentChoice = {
  channel_id: string
  channel_name: string
  order_count: number
  methods: HandoverMethod[]
  /** Why the marketplace did not tell what there is. */
  error?: string | null
  pickup_slots: { value: string; label: LocalizedText }[]
}
