import { setTimeout as sleep } from "node:timers/promises"
import { AskedChannels } from "../../../domain/provider/asked-channels"
import {
  MarketplaceError,
  MarketplaceErrorKind,
} from "../../../domain/provider/marketplace-error"
import { Waybill } from "../../../domain/provider/gives-waybills"
import { failureOutcome } from "../../order-actions/action-result"
import { ChosenWaybill } from "../choose-waybills"
import { fetchWaybills, FetchTimes } from "../fetch-waybills"

const WISH = { size: "A6", with_packing_slip: false } as const
const TIMES: FetchTimes = { pause_ms: 5, patience_ms: 60 }

const waybill = (id: string): Waybill => ({
  kind: "html",
  content: id,
  tracking_number: null,
})

function refuse(kind: MarketplaceErrorKind): never {
  throw new MarketplaceError({ kind, message: `it is ${kind}` })
}

/** A defect fails the parcel; what is out of range is nobody's. */
function onUnexpected(_: ChosenWaybill, error: unknown) {
  if (error instanceof RangeError) {
    throw error
  }
  return failureOutcome(error)
}

/** A parcel whose waybill is had from `read`; what does not matter here is left out. */
function chosen(
  external_id: string,
  read: () => Promise<Waybill>,
  channel_id = "mpchan_1"
): ChosenWaybill {
  return {
    parcel: { channel: { id: channel_id }, external_id, shares: [] },
    provider: { readWaybill: read },
    access: {},
  } as unknown as ChosenWaybill
}

async function fetched(
  parcels: ChosenWaybill[],
  times = TIMES,
  channels = new AskedChannels()
) {
  let looks = 0
  const found = await fetchWaybills(parcels, WISH, {
    channels,
    onLook: async () => {
      looks += 1
    },
    onUnexpected,
    times,
  })
  return {
    looks,
    of: parcels.map((one) => {
      const got = found.get(one)
      return got && "failure" in got ? got.failure.code : got?.waybill.content
    }),
  }
}

describe("fetchWaybills", () => {
  it("tells how many are there as each of them comes", async () => {
    const told: number[] = []
    const parcels = Array.from({ length: 9 }, (_, index) =>
      chosen(`${index}`, async () => waybill(`${index}`))
    )
    await fetchWaybills(parcels, WISH, {
      channels: new AskedChannels(),
      onLook: async (done) => {
        told.push(done)
      },
      onUnexpected,
      times: TIMES,
    })
    expect(new Set(told)).toContain(9)
    expect(told).toHaveLength(9)
    expect(Math.min(...told)).toBeLessThan(9)
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })

  it("asks for a few at a time", async () => {
    let now = 0
    let most = 0
    const parcels = Array.from({ length: 20 }, (_, number) =>
      chosen(String(number), async () => {
        most = Math.max(most, ++now)
        await sleep(2)
        now -= 1
        return waybill(String(number))
      })
    )
    const { of, looks } = await fetched(parcels)
    expect(of).toEqual(parcels.map(({ parcel }) => parcel.external_id))
    expect(most).toBe(4)
    expect(looks).toBe(20)
  })

  it("asks again for what is still being made, and gives up in the end", async () => {
    let asked = 0
    const slow = chosen("slow", async () =>
      ++asked < 4 ? refuse("not_ready") : waybill("slow")
    )
    const never = chosen("never", async () => refuse("not_ready"))
    const fine = chosen("fine", async () => waybill("fine"))
    expect((await fetched([slow, never, fine])).of).toEqual([
      "slow",
      "waybill_not_ready",
      "fine",
    ])
    expect(asked).toBe(4)
  })

  it.each([
    ["rejected", "rejected"],
    ["not_found", "rejected"],
    ["invalid_response", "waybill_unreadable"],
    ["unavailable", "unavailable"],
    ["rate_limited", "unavailable"],
    ["invalid_request", "failed"],
  ] as const)("says of one that is %s: %s", async (kind, code) => {
    const bad = chosen("bad", async () => refuse(kind))
    const fine = chosen("fine", async () => waybill("fine"))
    expect((await fetched([bad, fine])).of).toEqual([code, "fine"])
  })

  it("stops asking for a channel that has to be signed in again, and for no other", async () => {
    let asked = 0
    const shut = Array.from({ length: 30 }, (_, number) =>
      chosen(String(number), async () => {
        asked += 1
        await sleep(1)
        return refuse("authorization_refused")
      })
    )
    const other = chosen("other", async () => waybill("other"), "mpchan_2")
    const { of } = await fetched([...shut, other])
    expect(of.slice(0, -1)).toEqual(shut.map(() => "needs_authorization"))
    expect(of.at(-1)).toBe("other")
    expect(asked).toBeLessThanOrEqual(4)
  })

  it("gives a channel up that does not answer, and no other", async () => {
    let asked = 0
    const channels = new AskedChannels()
    const silent = (count: number) =>
      Array.from({ length: count }, (_, number) =>
        chosen(String(number), async () => {
          asked += 1
          await sleep(1)
          return refuse("unavailable")
        })
      )
    const others = Array.from({ length: 8 }, (_, number) =>
      chosen(`other ${number}`, async () => waybill("other"), "mpchan_2")
    )
    const { of } = await fetched([...silent(30), ...others], TIMES, channels)
    expect(of).toEqual([
      ...Array.from({ length: 30 }, () => "unavailable"),
      ...others.map(() => "other"),
    ])
    expect(asked).toBeLessThanOrEqual(5)
    const before = asked
    const later = await fetched(silent(3), TIMES, channels)
    expect(later.of).toEqual(Array.from({ length: 3 }, () => "unavailable"))
    expect(asked).toBe(before)
  })

  it("asks one channel while another takes its time", async () => {
    let answer: (() => void) | undefined
    const answered = new Promise<void>((resolve) => (answer = resolve))
    const slow = Array.from({ length: 6 }, (_, number) =>
      chosen(`slow ${number}`, async () => {
        await answered
        return waybill("slow")
      })
    )
    let left = 6
    const fast = Array.from({ length: 6 }, (_, number) =>
      chosen(
        `fast ${number}`,
        async () => {
          // The slow ones are let go by the last of these.
          if (--left === 0) {
            answer?.()
          }
          return waybill("fast")
        },
        "mpchan_2"
      )
    )
    const { of } = await fetched([...slow, ...fast])
    expect(of).toEqual([...slow.map(() => "slow"), ...fast.map(() => "fast")])
  })

  it("lets whoever asks say what becomes of a defect, which stops no other", async () => {
    const broken = chosen("broken", async () => {
      throw new TypeError("a defect")
    })
    const fine = chosen("fine", async () => waybill("fine"))
    expect((await fetched([broken, fine])).of).toEqual(["failed", "fine"])
  })

  it("ends with what is to end it", async () => {
    const gone = chosen("gone", async () => {
      throw new RangeError("the database is gone")
    })
    await expect(fetched([gone])).rejects.toThrow("the database is gone")
  })
})
