import { PostPackingScan } from "../../api/admin/marketplaces/packing/validators"
import { newRequestName } from "../lib/request-name"

describe("the name of a step", () => {
  const names = Array.from({ length: 100 }, newRequestName)

  it("is one that the server takes", () => {
    for (const request_id of names) {
      expect(PostPackingScan.safeParse({ code: "A", request_id }).success).toBe(
        true
      )
    }
  })

  it("is another one each time", () => {
    expect(new Set(names).size).toBe(names.length)
  })
})
