/** Units of one order line that came back, as they were found. */
export type ReceivedLine = {
  /** The channel order line. */
  line_id: string
  good: number
  damaged: number
  /** Expected, and not in the parcel. */
  lost: number
}

/** All units that a line accounts for. */
export function unitsOf({ good, damaged, lost }: ReceivedLine): number {
  return good + damaged + lost
}
