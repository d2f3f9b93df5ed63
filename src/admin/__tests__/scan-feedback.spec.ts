import { failedScan, unansweredScan, unknownScan } from "../lib/scan-feedback"

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

describe("a scan without an answer", () => {
  it("sounds wrong at once, and so does what is scanned meanwhile", () => {
    expect(unansweredScan("no_answer", "LY-LAM-S\n")).toMatchObject({
      sound: "error",
      code: "no_answer",
      scanned: "LY-LAM-S",
    })
    expect(unansweredScan("not_taken", "line:ordli_1")).toMatchObject({
      sound: "error",
      code: "not_taken",
      scanned: "+1",
    })
  })

  it("may have been counted when it was given up, or refused later", () => {
    const given_up = unknownScan(null, ["LY-LAM-S", "line:ordli_1"])
    expect(given_up).toMatchObject({
      code: "not_known",
      scanned: "LY-LAM-S  +1",
    })
    expect(given_up.detail).toBeUndefined()
    expect(unknownScan(answered(401, "Unauthorized"), ["A"]).detail).toBe(
      "marketplaces.errors.signed_out.title"
    )
  })
})
