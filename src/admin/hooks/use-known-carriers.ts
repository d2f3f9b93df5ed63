import { useOrders } from "./api/orders"

/** Names of the carriers that parcels of current orders go with. */
export function useKnownCarriers(): string[] {
  const orders = useOrders({
    status: ["confirmed", "packing", "packed", "in_transit", "returning"],
    limit: 200,
  }).data?.orders
  const names = (orders ?? []).flatMap(({ parcels }) =>
    (parcels ?? []).flatMap(({ carrier }) => carrier ?? [])
  )
  return [...new Set(names)].sort()
}
