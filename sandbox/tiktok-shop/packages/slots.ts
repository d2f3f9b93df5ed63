/** How parcels may reach the carrier. */
export type HandoverOptions = { can_pickup: boolean; can_drop_off: boolean }

const HOUR = 3600
const DAY = 24 * HOUR
/** Vietnam is seven hours ahead of UTC. */
const AHEAD = 7 * HOUR

/**
 * What the slots call answers: mornings and afternoons of the next two days, the last
 * one booked out. `avaliable` is TikTok's spelling.
 * @param now seconds, UTC.
 */
export function handoverSlots(options: HandoverOptions, now: number) {
  const today = Math.floor((now + AHEAD) / DAY) * DAY - AHEAD
  const slots = [1, 2].flatMap((day) =>
    [8, 13].map((hour) => ({
      start_time: today + day * DAY + hour * HOUR,
      end_time: today + day * DAY + (hour + 4) * HOUR,
      avaliable: !(day === 2 && hour === 13),
    }))
  )
  return {
    can_pickup: options.can_pickup,
    can_drop_off: options.can_drop_off,
    can_van_collection: false,
    drop_off_point_url: options.can_drop_off
      ? "https://drop-off.tiktokdemo.example/points"
      : "",
    pickup_slots: options.can_pickup ? slots : [],
  }
}
