import { spawn } from "node:child_process"
import { closeSync, openSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../paths.mjs"

/**
 * Runs benches in one process with a Medusa of its own, from source.
 *
 * @param options.say receives the progress
 * @returns the results, one for each name
 */
export async function runBenches({ names, env, logFile, say }) {
  const log = openSync(logFile, "a", 0o600)
  const child = spawn(
    process.execPath,
    [
      "--expose-gc",
      "--require",
      join(root, "scripts/host/register.cjs"),
      join(root, "bench/main.ts"),
    ],
    {
      cwd: root,
      env: { ...env, BENCH_NAMES: names.join(",") },
      stdio: ["ignore", log, log, "ipc"],
    }
  )
  closeSync(log)
  const results = []
  let failure = null
  child.on("message", (message) => {
    if (message.type === "progress") {
      say(message.text)
    } else if (message.type === "result") {
      results.push(message.result)
    } else {
      failure = message.message
    }
  })
  const how = await new Promise((done) => {
    child.once("error", (error) => done(error.message))
    child.once("exit", (code, signal) => done(signal ?? code))
  })
  if (failure !== null || how !== 0) {
    throw new Error(
      `The benches ended early: ${failure ?? `${how}\n${lastLines(logFile)}`}`
    )
  }
  return results
}

function lastLines(file, count = 25) {
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .slice(-count)
    .join("\n")
}
