import { imageType } from "../photo"
import { PostHandover, PostHandoverScan, PostScanChanges } from "../validators"

const line = (units: object) => ({ lines: [{ line_id: "ordli_1", ...units }] })

describe("what a handover record is told", () => {
  it("goes out or comes back, of any channel and carrier unless it says which", () => {
    expect(PostHandover.parse({ direction: "outbound" })).toEqual({
      direction: "outbound",
    })
    expect(
      PostHandover.safeParse({
        direction: "inbound",
        channel_id: null,
        carrier: "J&T Express",
      }).success
    ).toBe(true)
    expect(PostHandover.safeParse({ direction: "up" }).success).toBe(false)
    expect(
      PostHandover.safeParse({ direction: "inbound", carrier: " " }).success
    ).toBe(false)
  })

  it("takes a scan with the condition of what came back", () => {
    const scan = { code: "SPXVN01", condition: "damaged", note: " Vỡ " }
    expect(PostHandoverScan.parse(scan)).toEqual({ ...scan, note: "Vỡ" })
    expect(
      PostHandoverScan.safeParse({ ...scan, condition: "lost" }).success
    ).toBe(false)
  })

  it("takes units line by line, at least one", () => {
    expect(PostScanChanges.parse(line({ good: 1 }))).toEqual({
      lines: [{ line_id: "ordli_1", good: 1, damaged: 0, lost: 0 }],
    })
    expect(PostScanChanges.safeParse({ lines: null }).success).toBe(true)
    for (const changes of [
      line({}),
      line({ good: -1, damaged: 2 }),
      line({ good: 0.5 }),
      line({ good: 1, broken: 1 }),
      { lines: [] },
    ]) {
      expect(PostScanChanges.safeParse(changes).success).toBe(false)
    }
  })
})

describe("a picture", () => {
  it("is known by its first bytes, whatever it is called", () => {
    const png = Buffer.from("89504e470d0a1a0a0000", "hex")
    const jpeg = Buffer.from("ffd8ffe000104a464946", "hex")
    const webp = Buffer.from("RIFF\0\0\0\0WEBPVP8 ", "latin1")
    expect([png, jpeg, webp].map(imageType)).toEqual([
      "image/png",
      "image/jpeg",
      "image/webp",
    ])
  })

  it("is nothing else", () => {
    for (const text of [
      "",
      "<svg onload=alert(1)>",
      "RIFF\0\0\0\0WAVE",
      "%PDF",
    ]) {
      expect(imageType(Buffer.from(text, "latin1"))).toBeNull()
    }
  })
})
