import { type ChildProcess, spawn } from "node:child_process"
import { resolve } from "node:path"

/** Ends a child together with the test run, however that ends. */
const END_WITH_PARENT = resolve(
  __dirname,
  "../../scripts/host/end-with-parent.cjs"
)

type Place = { cwd: string; env?: NodeJS.ProcessEnv }

/** Starts Node; `output` gathers what it prints. */
export function spawnNode(
  args: string[],
  { cwd, env = process.env }: Place
): { child: ChildProcess; output: () => string } {
  const child = spawn(
    process.execPath,
    ["--require", END_WITH_PARENT, ...args],
    { cwd, env, stdio: ["ignore", "pipe", "pipe", "ipc"] }
  )
  return { child, output: gatherOutput(child) }
}

/** Runs Node to its end; rejects with what it printed when it fails. */
export function runNode(args: string[], place: Place): Promise<void> {
  const { child, output } = spawnNode(args, place)
  return end(child, args, output)
}

/** Runs a program to its end; rejects with what it printed when it fails. */
export function run(
  program: string,
  args: string[],
  { cwd, env = process.env }: Place
): Promise<void> {
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  })
  return end(child, args, gatherOutput(child))
}

function gatherOutput(child: ChildProcess): () => string {
  let output = ""
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()))
  return () => output
}

function end(
  child: ChildProcess,
  args: string[],
  output: () => string
): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${args.join(" ")} failed (${code}):\n${output()}`))
    )
  })
}
