import { createServer, type AddressInfo } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { spawnNode } from "./run"

/** Starts the built app; resolves once `/health` answers. */
export async function startServer(options: {
  cli: string
  cwd: string
  env: NodeJS.ProcessEnv
}): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const { child, output } = spawnNode(
    [options.cli, "start", "--port", String(port), "--host", "127.0.0.1"],
    options
  )
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => resolve())
  )
  const url = `http://127.0.0.1:${port}`
  for (let waited = 0; waited < 1200; waited++) {
    const healthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false
    )
    if (healthy) {
      const stop = async () => {
        child.kill("SIGTERM")
        await ended
      }
      return { url, stop }
    }
    if (child.exitCode !== null) {
      break
    }
    await sleep(100)
  }
  child.kill("SIGKILL")
  throw new Error(`The app did not start:\n${output()}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
