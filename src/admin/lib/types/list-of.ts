/** Medusa's list envelope. */
export type ListOf<TName extends string, TItem> = Record<TName, TItem[]> & {
  count: number
  offset: number
  limit: number
}
