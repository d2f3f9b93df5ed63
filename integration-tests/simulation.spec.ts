import { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Sandbox, startSandbox } from "../sandbox"
import { KEPT_SEEDS } from "../simulation/kept-seeds"
import { runSeed } from "../simulation/run-seed"
import { UNPACED, World } from "../simulation/world/world"
import { useSandbox } from "./support/sandbox-env"

/** A glance at what `npm run simulate` does at length. */
const EVENTS = 40
const SEEDS = [1]

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox(UNPACED.sandbox)
  useSandbox(sandbox)
  Object.assign(process.env, UNPACED.env)
})
afterAll(() => sandbox.close())

medusaIntegrationTestRunner({
  moduleName: "simulation",
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ getContainer, api, dbConfig }) => {
    let world: World

    /** The runner empties the database between tests: all seeds are one. */
    it("comes to the same with faults as without them", async () => {
      const container: MedusaContainer = getContainer()
      world = await World.open({
        container,
        sandbox,
        base_url: String(api.defaults.baseURL),
        database_url: dbConfig.clientUrl,
      })
      const kept = KEPT_SEEDS.map(({ seed, events }) => ({ seed, events }))
      const glances = SEEDS.map((seed) => ({ seed, events: EVENTS }))
      try {
        for (const { seed, events } of [...kept, ...glances]) {
          const { broken } = await runSeed(world, seed, events)
          expect({ seed, broken }).toEqual({ seed, broken: [] })
        }
      } finally {
        await world.close()
      }
    }, 1_200_000)
  },
})
