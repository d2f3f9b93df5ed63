import { groupBy } from "../shared/group-by"

/** For whom a place works. */
export type Occupant = { channel_id: string; provider_id: string }

/** How places are shared. */
export type Shares = {
  /** How many there are. */
  places: number
  /** How many of them one channel may have at a time. */
  of_channel: number
}

/** Who gets no further place for now. */
export type Served = { channel_ids: string[]; provider_ids: string[] }

export const NOBODY: Served = { channel_ids: [], provider_ids: [] }

/**
 * Who has what is due to him. Whoever waits for a marketplace that does not answer keeps his
 * place for minutes: a channel gets no more than its share, and all channels of a marketplace
 * together leave one place to the others.
 */
export function servedInFull(
  occupants: readonly Occupant[],
  { places, of_channel }: Shares
): Served {
  const withAtLeast = (key: keyof Occupant, most: number) =>
    [...groupBy([...occupants], (one) => one[key])]
      .filter(([, taken]) => taken.length >= most)
      .map(([id]) => id)
  return {
    channel_ids: withAtLeast("channel_id", of_channel),
    provider_ids: withAtLeast("provider_id", Math.max(places - 1, 1)),
  }
}
