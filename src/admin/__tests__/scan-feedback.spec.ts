import { failedScan } from "../lib/scan-feedback"

const answered = (status: number, message: string) =>
  Object.assign(new Error(message), { status })

describe("a scan that failed", () => {
  it("is to be repeated where nobody answered", () => {
    for (const error of [new TypeError("fetch failed"), answered(502, "")]) {
      const told = failedScan("not_recorded", error, ["VN1", "VN2"])
      expect(told).toMatchObject({ sound: "error", scanned: "VN1  VN2" })
      expect(told.refusal).toBeUndefined()
    }
  })

  it.each([
    [401, "signed_out"],
    [409, "conflict"],
    [400, "refused"],
  ])("says why the server answered %i", (status, refusal) => {
    const error = answered(status, "The record is closed.")
    expect(failedScan("not_recorded", error, ["VN1"])).toMatchObject({
      refusal,
      message: "The record is closed.",
    })
  })
})
