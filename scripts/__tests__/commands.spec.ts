import { spawnSync } from "node:child_process"
import { resolve } from "node:path"

function runScript(name: string, ...args: string[]) {
  const script = resolve(__dirname, "..", name)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, ...args],
    { encoding: "utf8", env: { ...process.env, PORT: "" } }
  )
  return { status, stdout, stderr }
}

describe("npm start", () => {
  it("explains itself when an option is unknown", () => {
    const { status, stdout, stderr } = runScript("start.mjs", "--onec")
    expect(status).toBe(1)
    expect(stdout).toBe("")
    expect(stderr).toContain("--onec")
    expect(stderr).toContain("npm start -- --once --json")
  })

  it("refuses two modes at once", () => {
    const { status, stderr } = runScript("start.mjs", "--once", "--bare")
    expect(status).toBe(1)
    expect(stderr).toContain("exclude each other")
  })
})

describe("npm test", () => {
  it("names its steps when one is unknown, and counts it as a failure", () => {
    const { status, stdout } = runScript("test.mjs", "--only", "units")
    expect(status).toBe(1)
    expect(stdout).toContain("unit, integration")
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("0 passed, 1 failed")
  })
})

describe("npm run bench", () => {
  it("names its benches when one is unknown, before anything is started", () => {
    const { status, stdout, stderr } = runScript(
      "bench.mjs",
      "--json",
      "--only",
      "order_import"
    )
    expect(status).toBe(1)
    expect(stdout).toBe("")
    expect(stderr).toContain("order_import_vs_plain")
    expect(stderr).not.toContain("PostgreSQL")
  })
})

describe("npm run soak", () => {
  it("wants a worker that is left when one is killed, before anything is started", () => {
    const { status, stdout, stderr } = runScript(
      "soak.mjs",
      "--json",
      "--workers",
      "1"
    )
    expect(status).toBe(1)
    expect(stdout).toBe("")
    expect(stderr).toContain("npm run soak -- --workers N")
    expect(stderr).not.toContain("PostgreSQL")
  })
})

describe("npm run simulate", () => {
  it("wants a seed that is a number, before anything is started", () => {
    const { status, stdout, stderr } = runScript(
      "simulate.mjs",
      "--json",
      "--seed",
      "seventeen"
    )
    expect(status).toBe(1)
    expect(stdout).toBe("")
    expect(stderr).toContain("--seed takes a whole number")
    expect(stderr).not.toContain("PostgreSQL")
  })

  it("compares ways to follow stock when asked for that", () => {
    const { status, stdout } = runScript("simulate.mjs", "--stock", "--help")
    expect(status).toBe(0)
    expect(stdout).toContain("an absolute push and a fixed buffer")
  })
})
