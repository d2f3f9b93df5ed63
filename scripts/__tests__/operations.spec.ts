import { readFileSync } from "node:fs"
import path from "node:path"
import { ALARM_CODES } from "../../src/domain/health/alarm-code"
import { withAlarms } from "../generate-operations"

describe("docs/operations.md", () => {
  const file = path.join(__dirname, "..", "..", "docs", "operations.md")
  const page = readFileSync(file, "utf8")

  it("says of every alarm what the admin says (npm run generate:operations)", () => {
    expect(page).toBe(withAlarms(page))
    const missing = ALARM_CODES.filter((code) => !page.includes(`\`${code}\``))
    expect(missing).toEqual([])
  })
})
