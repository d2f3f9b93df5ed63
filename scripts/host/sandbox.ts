import { startSandbox } from "../../sandbox"
import { messageOf, required, tellParent } from "./messages"

/** Runs the marketplace twins until the parent ends. */
async function main(): Promise<void> {
  const sandbox = await startSandbox(JSON.parse(required("SANDBOX_OPTIONS")))
  process.once("SIGTERM", () => {
    void sandbox.close().then(() => process.exit(0))
  })
  tellParent({
    type: "ready",
    detail: { url: sandbox.url },
  })
}

main().catch((error: unknown) => {
  tellParent({ type: "failed", message: messageOf(error) })
  process.exit(1)
})
