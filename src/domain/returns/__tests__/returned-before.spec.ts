import { isReturnedBefore } from "../returned-before"

describe("isReturnedBefore", () => {
  const delivered = {
    status: "succeeded" as const,
    is_requested: false,
    parcel_external_id: "A",
  }
  const receipt = (
    parcel_external_id: string | null,
    buyer_request_id: string | null = null
  ) => ({ parcel_external_id, buyer_request_id })

  it("leaves a buyer what no request brings back any more", () => {
    expect(isReturnedBefore(delivered, [receipt(null, "r")])).toBe(true)
    expect(isReturnedBefore(delivered, [receipt("B", "r")])).toBe(true)
    expect(isReturnedBefore(delivered, [receipt("A")])).toBe(true)
    expect(isReturnedBefore(delivered, [receipt(null)])).toBe(true)
  })

  it("takes a delivered parcel in that nothing was received of", () => {
    expect(isReturnedBefore(delivered, [])).toBe(false)
    expect(isReturnedBefore(delivered, [receipt("B")])).toBe(false)
  })

  it("takes in what an open request brings, and what never reached the buyer", () => {
    const earlier = [receipt("A", "r")]
    expect(
      isReturnedBefore({ ...delivered, is_requested: true }, earlier)
    ).toBe(false)
    expect(
      isReturnedBefore({ ...delivered, status: "returning" }, earlier)
    ).toBe(false)
  })
})
