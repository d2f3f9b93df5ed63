import { spawn } from "node:child_process"
import { createServer, type AddressInfo } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"

/** Starts the built app; resolves once `/health` answers. */
export async function startServer(options: {
  cli: string
  cwd: string
  env: NodeJS.ProcessEnv
}): Promise<{ url: string; stop: () => Promise<void>; output: () => string }> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [options.cli, "start", "--port", String(port), "--host", "127.0.0.1"],
    { cwd: options.cwd, env: options.env, stdio: ["ignore", "pipe", "pipe"] }
  )
  let output = ""
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => resolve())
  )
  const url = `http://127.0.0.1:${port}`
  for (let waited = 0; waited < 600; waited++) {
    const healthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false
    )
    if (healthy) {
      const stop = async () => {
        child.kill("SIGTERM")
        await ended
      }
      return { url, stop, output: () => output }
    }
    if (child.exitCode !== null) {
      break
    }
    await sleep(100)
  }
  child.kill("SIGKILL")
  throw new Error(`The app did not start:\n${output}`)
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
