import { isReceivedWhole, NamedGoods } from "../received-goods"

const goods = (changes: Partial<NamedGoods>): NamedGoods => ({
  parcel_external_id: null,
  buyer_request_id: null,
  handover_id: null,
  ...changes,
})

describe("goods that have come back as a whole", () => {
  it("are those of a request that is received, whatever else came back", () => {
    const asked = goods({ buyer_request_id: "r", parcel_external_id: "A" })
    const taken = [goods({ parcel_external_id: "A", handover_id: "h" })]
    expect(isReceivedWhole(asked, true, [])).toBe(true)
    expect(isReceivedWhole(asked, false, taken)).toBe(false)
  })

  it("are those of a parcel that a record has taken in", () => {
    const parcel = goods({ parcel_external_id: "A" })
    const taken = { parcel_external_id: "A", handover_id: "h" }
    expect(isReceivedWhole(parcel, false, [goods(taken)])).toBe(true)
    expect(
      isReceivedWhole(parcel, false, [
        goods({ ...taken, handover_id: null }),
        goods({ ...taken, parcel_external_id: "B" }),
        goods({ ...taken, buyer_request_id: "r" }),
      ])
    ).toBe(false)
  })

  it("are never those of a parcel that nobody named", () => {
    const whole = goods({ handover_id: "h" })
    expect(isReceivedWhole(goods({}), false, [whole])).toBe(false)
  })
})
