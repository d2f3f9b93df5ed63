import { container } from "@medusajs/framework"
import start from "@medusajs/medusa/commands/start"
import { useSandbox } from "../integration-tests/support/sandbox-env"
import { startSandbox } from "../sandbox"
import { messageOf, required } from "../scripts/host/messages"
import { SeedResult } from "./histories/report"
import { runSeed } from "./run-seed"
import { UNPACED, World } from "./world/world"

/** What this process tells the command that started it. */
type Message =
  | { type: "ready" }
  | { type: "result"; result: SeedResult }
  | { type: "failed"; message: string }

const tell = (message: Message) => process.send?.(message)

/**
 * A worker of the fault simulator: boots the shop of `medusa-config.ts` and both twins, and
 * runs the seeds that its parent names, one after the other.
 */
async function main(): Promise<void> {
  const port = Number(required("PORT"))
  const base_url = `http://localhost:${port}`
  const sandbox = await startSandbox(UNPACED.sandbox)
  useSandbox(sandbox)
  Object.assign(process.env, UNPACED.env, { MARKETPLACES_PUBLIC_URL: base_url })
  await start({
    directory: process.cwd(),
    host: "127.0.0.1",
    port,
    types: false,
  })
  const database_url = required("DATABASE_URL")
  const world = await World.open({ container, sandbox, base_url, database_url })
  process.on(
    "message",
    ({ seed, events }: { seed: number; events: number }) => {
      runSeed(world, seed, events).then(
        (result) => tell({ type: "result", result }),
        fail
      )
    }
  )
  tell({ type: "ready" })
}

function fail(error: unknown): void {
  tell({ type: "failed", message: messageOf(error) })
  process.exit(1)
}

main().catch(fail)
