import { orderOutcome, ParcelOutcome } from "../parcel-outcome"
import { isSettled, parcelsInDoubt } from "../said-so-far"

function parcel(
  external_id: string,
  outcome: ParcelOutcome["outcome"],
  order_ids = ["mpord_1"]
): ParcelOutcome {
  return { external_id, tracking_number: null, order_ids, outcome }
}

const ARRANGED = { ok: true, code: "arranged" } as const
const BEFORE = { ok: true, code: "already_arranged" } as const
const UNKNOWN = { ok: false, code: "outcome_unknown" } as const
const HELD = { ok: false, code: "on_hold" } as const

describe("orderOutcome", () => {
  it("is good when every parcel is, and says what was done rather than what was so", () => {
    expect(
      orderOutcome("mpord_1", [parcel("1", BEFORE), parcel("2", ARRANGED)])
    ).toMatchObject({
      ok: true,
      code: "arranged",
      params: {
        parcels: [
          { external_id: "1", ok: true, code: "already_arranged" },
          { external_id: "2", ok: true, code: "arranged" },
        ],
      },
    })
    expect(orderOutcome("mpord_1", [parcel("1", BEFORE)])).toMatchObject(BEFORE)
  })

  it("names the parcels that were left out", () => {
    expect(
      orderOutcome("mpord_1", [
        parcel("1", ARRANGED),
        parcel("2", HELD),
        parcel("3", HELD, ["mpord_2"]),
      ])
    ).toMatchObject({
      ok: false,
      code: "partly_done",
      params: { done: 1, total: 2, which: "2" },
    })
  })

  it("is what hinders every parcel, with its reason", () => {
    const later = {
      ok: false,
      code: "arrange_later",
      params: { reason: "in two hours" },
    } as const
    expect(
      orderOutcome("mpord_1", [parcel("1", later), parcel("2", HELD)])
    ).toMatchObject({
      ok: false,
      code: "arrange_later",
      params: { reason: "in two hours" },
    })
  })

  it("does not invent a parcel", () => {
    expect(orderOutcome("mpord_1", [])).toEqual({
      ok: false,
      code: "not_understood",
    })
  })

  it("keeps in doubt what may have been asked for", () => {
    const { code, params = {} } = orderOutcome("mpord_1", [
      parcel("1", ARRANGED),
      parcel("2", UNKNOWN),
    ])
    expect(parcelsInDoubt({ code, params })).toEqual(["2"])
    expect(isSettled({ code, params })).toBe(false)
    expect(isSettled({ code: "arranged", params: {} })).toBe(true)
    expect(isSettled({ code: "outcome_unknown", params: {} })).toBe(false)
    expect(isSettled(undefined)).toBe(false)
  })
})
