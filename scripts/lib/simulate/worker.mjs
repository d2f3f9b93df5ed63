import { spawn } from "node:child_process"
import { closeSync, openSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../paths.mjs"

/**
 * Starts a shop in which seeds are run.
 *
 * @returns `{ run }`, which takes `{ seed, events }` and gives what the seed came to
 */
export async function startWorker({ env, logFile, cleanup }) {
  const log = openSync(logFile, "w", 0o600)
  const child = spawn(
    process.execPath,
    [
      "--require",
      join(root, "scripts/host/register.cjs"),
      join(root, "simulation/main.ts"),
    ],
    { cwd: root, env, stdio: ["ignore", log, log, "ipc"] }
  )
  closeSync(log)
  cleanup.add(
    () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          done()
        } else {
          child.once("exit", done)
          child.kill("SIGKILL")
        }
      })
  )
  const ended = new Promise((_, fail) => {
    child.once("error", fail)
    child.once("exit", (code, signal) =>
      fail(
        new Error(`A shop ended (${signal ?? code}).\n${lastLines(logFile)}`)
      )
    )
  })
  ended.catch(() => {})
  const answer = () =>
    Promise.race([
      ended,
      new Promise((done, fail) =>
        child.once("message", (message) =>
          message.type === "failed"
            ? fail(new Error(message.message))
            : done(message)
        )
      ),
    ])
  await answer()
  return {
    run: async (order) => {
      child.send(order)
      return (await answer()).result
    },
  }
}

function lastLines(file, count = 25) {
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .slice(-count)
    .join("\n")
}
