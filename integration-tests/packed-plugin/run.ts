import { spawn } from "node:child_process"

type Command = { args: string[]; cwd: string; env?: NodeJS.ProcessEnv }

/** Runs Node to its end; rejects with what it printed when it fails. */
export function runNode({ args, cwd, env }: Command): Promise<string> {
  return run(process.execPath, args, { cwd, env })
}

/** Runs a program to its end; rejects with what it printed when it fails. */
export function run(
  program: string,
  args: string[],
  { cwd, env }: Omit<Command, "args">
): Promise<string> {
  const child = spawn(program, args, {
    cwd,
    env: env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${args.join(" ")} failed (${code}):\n${output}`))
    )
  })
}
