import { readFileSync } from "node:fs"
import path from "node:path"
import { orderLifecycle } from "../generate-order-lifecycle"

describe("docs/order-lifecycle.md", () => {
  it("says what the rules say (npm run generate:lifecycle)", () => {
    const page = path.join(__dirname, "..", "..", "docs", "order-lifecycle.md")
    expect(readFileSync(page, "utf8")).toBe(orderLifecycle())
  })
})
