import { Shop } from "../shops"
import { EVENT_TYPES, EventType } from "./messages"

export type Subscription = {
  event_type: string
  address: string
  create_time: number
  update_time: number
}

/** Where a shop's messages go, as set over the API. */
export class Subscriptions {
  private readonly by_shop = new Map<string, Map<string, Subscription>>()

  put(shop: Shop, event_type: string, address: string, now: number): void {
    const list = this.by_shop.get(shop.id) ?? new Map<string, Subscription>()
    const create_time = list.get(event_type)?.create_time ?? now
    list.set(event_type, {
      event_type,
      address,
      create_time,
      update_time: now,
    })
    this.by_shop.set(shop.id, list)
  }

  delete(shop: Shop, event_type: string): void {
    this.by_shop.get(shop.id)?.delete(event_type)
  }

  list(shop_id: string): Subscription[] {
    return [...(this.by_shop.get(shop_id)?.values() ?? [])]
  }

  /** The address for a message; null when only the app's own URL is left. */
  address(shop_id: string | undefined, type: number): string | null {
    const name = (Object.keys(EVENT_TYPES) as EventType[]).find(
      (key) => EVENT_TYPES[key] === type
    )
    return name && shop_id
      ? (this.by_shop.get(shop_id)?.get(name)?.address ?? null)
      : null
  }

  clear(): void {
    this.by_shop.clear()
  }
}
