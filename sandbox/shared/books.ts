/** Sums over orders; amounts in đồng, by the marketplace's own status. */
export type OrderSums = {
  orders: number
  orders_by_status: Record<string, { count: number; total_amount: number }>
  total_amount: number
}

/** Totals over the shops that the app is authorized for, and every shop by itself. */
export type Books<Shop> = OrderSums & {
  /** Sellable SKUs. */
  listings: number
  shops: Shop[]
}
