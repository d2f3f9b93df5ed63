import { randomUUID } from "node:crypto"
import { scanId } from "../scan-id"

describe("the id of a step at the packing table", () => {
  const request_id = randomUUID()

  it("is the same whenever the step is sent", () => {
    const id = scanId("scan", { actor: "user_1", request_id })
    expect(id).toMatch(/^mpscan_\w{26}$/)
    expect(scanId("scan", { actor: "user_1", request_id })).toBe(id)
    const other_case = request_id.toUpperCase()
    expect(scanId("scan", { actor: "user_1", request_id: other_case })).toBe(id)
  })

  it("is another one for another person, another name and another kind", () => {
    const ids = [
      scanId("scan", { actor: "user_1", request_id }),
      scanId("scan", { actor: "user_2", request_id }),
      scanId("scan", { actor: "user_1", request_id: randomUUID() }),
      scanId("undo", { actor: "user_1", request_id }),
    ]
    expect(new Set(ids).size).toBe(4)
  })

  it("is a new one without a name", () => {
    const actor = "user_1"
    expect(scanId("scan", { actor })).not.toBe(scanId("scan", { actor }))
  })
})
