import { spawn } from "node:child_process"
import { openSync, closeSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./paths.mjs"

const REGISTER = join(root, "scripts/host/register.cjs")

/**
 * Runs a TypeScript file of `scripts/host` as a process of its own, from source.
 * It ends together with this process, however this one ends. Ctrl-C reaches it
 * only through `stop`, so that things end in the right order.
 *
 * @param options.name what the person reads when it fails
 * @param options.logFile receives its output
 * @returns `{ ready, exited, stop }`: `ready` resolves with what the process
 *   says once it serves, `exited` with the reason when it ends unasked
 */
export function startChild({ name, script, env, logFile }) {
  const log = openSync(logFile, "w", 0o600)
  const child = spawn(
    process.execPath,
    ["--require", REGISTER, join(root, "scripts/host", script)],
    {
      cwd: root,
      env,
      detached: true,
      stdio: ["ignore", log, log, "ipc"],
    }
  )
  closeSync(log)
  let stopping = false
  const ended = new Promise((done) => {
    child.once("error", (error) => done(error.message))
    child.once("exit", (code, signal) => done(signal ?? `exit code ${code}`))
  })
  const failure = (how) =>
    new Error(
      `${name} ended (${how}).\n${lastLines(logFile)}\nAll of it: ${logFile}`
    )
  return {
    ready: new Promise((done, fail) => {
      child.on("message", (message) => {
        if (message.type === "ready") {
          done(message.detail)
        } else if (message.type === "failed") {
          fail(new Error(`${name} could not start: ${message.message}`))
        }
      })
      void ended.then((how) => fail(failure(how)))
    }),
    exited: ended.then((how) =>
      stopping ? new Promise(() => {}) : failure(how)
    ),
    stop: async ({ patienceMs = 8000 } = {}) => {
      stopping = true
      child.kill("SIGTERM")
      const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs)
      await ended
      clearTimeout(timer)
    },
  }
}

/** Runs a child to its end; throws with its last words when it fails. */
export async function runChild({ name, args, env, logFile }) {
  const log = openSync(logFile, "w", 0o600)
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ["ignore", log, log, "ipc"],
  })
  closeSync(log)
  const how = await new Promise((done) => {
    child.once("error", (error) => done(error.message))
    child.once("exit", (code, signal) => done(signal ?? code))
  })
  if (how !== 0) {
    throw new Error(
      `${name} failed (${how}).\n${lastLines(logFile)}\nAll of it: ${logFile}`
    )
  }
}

function lastLines(file, count = 25) {
  try {
    return readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .slice(-count)
      .join("\n")
  } catch {
    return ""
  }
}
