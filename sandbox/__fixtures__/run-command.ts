import { controlCall } from "../commands"
import { Sandbox } from "../index"

/** Does what the command line does, on a sandbox of this process. */
export async function runCommand(
  sandbox: Sandbox,
  command: string,
  options: Parameters<typeof controlCall>[1] = {}
) {
  const call = controlCall(command.split(" "), options)
  if (!call) {
    throw new Error(`no command ${command}`)
  }
  const answer = await fetch(sandbox.urls.control + call.path, {
    method: call.method,
    headers: { "content-type": "application/json" },
    body: call.body ? JSON.stringify(call.body) : undefined,
  })
  return {
    status: answer.status,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    body: (await answer.json()) as any,
  }
}
