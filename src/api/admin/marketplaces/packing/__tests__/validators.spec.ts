import { GetBarcode } from "../../barcodes/validators"
import { PostPickedUnits, PostPickList } from "../../pick-lists/validators"
import { DeleteLastScan, PostPackingScan } from "../validators"

describe("what the packing table sends", () => {
  it("is a code, and one unit unless it says otherwise", () => {
    expect(PostPackingScan.parse({ code: " SPXVN01\n" })).toEqual({
      code: " SPXVN01\n",
      quantity: 1,
    })
  })

  it("may be named, to be sent again", () => {
    const request_id = "0b8f6a52-3c1e-4d7a-9b64-2f51c7e80d19"
    expect(PostPackingScan.parse({ code: "A", request_id })).toMatchObject({
      request_id,
    })
    const undo = { parcel_id: "mpparc_1", request_id }
    expect(DeleteLastScan.parse(undo)).toEqual(undo)
    const unnamed = { ...undo, request_id: "1" }
    expect(DeleteLastScan.safeParse(unnamed).success).toBe(false)
  })

  it.each([
    [{ code: " \r\n" }],
    [{ code: "x".repeat(501) }],
    [{ code: "A", quantity: 0 }],
    [{ code: "A", quantity: 1.5 }],
    [{ code: "A", parcel_id: "" }],
    [{ code: "A", request_id: "" }],
    [{ code: "A", request_id: "scan 1" }],
    [{ code: "A", order_id: "mpord_1" }],
    [{}],
  ])("is refused: %j", (body) => {
    expect(PostPackingScan.safeParse(body).success).toBe(false)
  })
})

describe("a barcode's text", () => {
  it("is 1 to 64 printable characters", () => {
    for (const text of ["SPXVN01", " ", "~".repeat(64)]) {
      expect(GetBarcode.safeParse({ text }).success).toBe(true)
    }
    for (const text of ["", "~".repeat(65), "Lý", "A\n"]) {
      expect(GetBarcode.safeParse({ text }).success).toBe(false)
    }
  })
})

describe("a pick list", () => {
  it("has orders, each named by its id", () => {
    expect(PostPickList.safeParse({ order_ids: ["mpord_1"] }).success).toBe(
      true
    )
    expect(PostPickList.safeParse({ order_ids: [] }).success).toBe(false)
  })

  it("is ticked off in whole units, never below none", () => {
    const picked = (units: number) =>
      PostPickedUnits.safeParse({ picked: { variant_1: units } }).success
    expect([picked(0), picked(3), picked(-1), picked(0.5)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
