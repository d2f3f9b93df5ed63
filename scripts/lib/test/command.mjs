import { spawn } from "node:child_process"
import { root } from "../paths.mjs"

/**
 * Runs a command in the repository.
 *
 * @param options.echo receives its output, all of it when the command is over
 *   if it shares the screen with another one, else as it comes
 * @returns whether it succeeded
 */
export function runCommand({ command, args, env, echo, ignoreStdout = false }) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", ignoreStdout ? "ignore" : "pipe", "pipe"],
  })
  child.stdout?.on("data", echo)
  child.stderr.on("data", echo)
  return new Promise((done) => {
    child.once("error", (error) => {
      echo(`${error.message}\n`)
      done(false)
    })
    child.once("close", (code) => done(code === 0))
  })
}
