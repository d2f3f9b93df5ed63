import { execFile } from "node:child_process"
import { resolve } from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)
const root = resolve(__dirname, "../../..")

it("the wire types are what the descriptions give", async () => {
  await expect(
    run(process.execPath, ["scripts/generate-wire-types.mjs", "--check"], {
      cwd: root,
    })
  ).resolves.toMatchObject({ stderr: "" })
}, 60_000)
