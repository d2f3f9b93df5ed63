import { createMedusaContainer } from "@medusajs/framework/utils"
import { asValue } from "@medusajs/framework/awilix"
import { TakenOverError } from "../../../modules/marketplace-channel/taken-over"
import { RunContext } from "../../runs/run-context"
import { channelFailure } from "../channel-failure"

const logged: string[] = []

function failureOf(error: unknown) {
  const container = createMedusaContainer()
  container.register(
    "logger",
    asValue({ error: (line: string) => logged.push(line) })
  )
  const run = { id: "mprun_1" } as RunContext["run"]
  return channelFailure({ container, run }, { id: "mpchan_1" }, error)
}

const ofDatabase = (code: string) =>
  Object.assign(new Error(`insert into "t" - it says ${code}`), {
    code,
    severity: "ERROR",
    routine: "exec_stmt",
  })

describe("channelFailure", () => {
  it.each([
    ["a key that cannot be opened", new Error("a secret of another key")],
    ["a defect", new TypeError("it is undefined")],
    ["a text that the database cannot keep", ofDatabase("22P05")],
    ["a row that would stand twice", ofDatabase("23505")],
  ])("says %s of the channel's orders", (_, error) => {
    logged.length = 0
    expect(failureOf(error)).toMatchObject({ ok: false, code: "failed" })
    expect(logged).toEqual([expect.stringContaining("mpchan_1")])
  })

  it.each([
    ["a run that was taken over", new TakenOverError()],
    ["a lock that is taken", new Error("Timed-out acquiring lock.")],
    ["a database that is away", ofDatabase("57P01")],
    ["a database that refuses", ofDatabase("P0001")],
    ["a table that is missing", ofDatabase("42P01")],
  ])("leaves %s to the run", (_, error) => {
    expect(() => failureOf(error)).toThrow(error)
  })
})
