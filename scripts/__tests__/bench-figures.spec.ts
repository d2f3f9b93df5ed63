import { spawnSync } from "node:child_process"
import path from "node:path"

const figures = path.join(__dirname, "..", "lib", "bench", "figures.mjs")

describe("the README's table of figures", () => {
  it("says what was measured last, of every bench (npm run bench -- --keep)", () => {
    const { stdout, stderr } = spawnSync(process.execPath, [figures], {
      encoding: "utf8",
    })
    expect(stderr).toBe("")
    expect(JSON.parse(stdout)).toEqual({ unmeasured: [], readme_agrees: true })
  })
})
