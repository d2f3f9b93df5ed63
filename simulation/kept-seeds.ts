/** Histories that once showed a fault; each runs again with every `npm test`. */
export const KEPT_SEEDS: readonly {
  seed: number
  events: number
  showed: string
}[] = []
