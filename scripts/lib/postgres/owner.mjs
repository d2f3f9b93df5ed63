import { readFileSync } from "node:fs"
import { open, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { isAlive } from "./orphan.mjs"

/**
 * Marks `dir` as used by this process. Throws while another living process uses
 * it; the mark of a dead one is taken over.
 *
 * @returns gives the directory back
 */
export async function takeOwnership(dir) {
  const file = join(dir, "owner.json")
  const mine = JSON.stringify({
    pid: process.pid,
    started: startOf(process.pid),
  })
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = await open(file, "wx", 0o600)
      await handle.writeFile(mine)
      await handle.close()
      return () => rm(file, { force: true })
    } catch (error) {
      if (error.code !== "EEXIST") {
        throw error
      }
    }
    const owner = readOwner(file)
    if (owner && isAlive(owner.pid) && startOf(owner.pid) === owner.started) {
      throw Object.assign(
        new Error(
          `${dir} is in use by process ${owner.pid}. ` +
            "Stop it first, or choose another directory with EMBEDDED_POSTGRES_DIR."
        ),
        { code: "IN_USE" }
      )
    }
    await rm(file, { force: true })
  }
  await writeFile(file, mine, { mode: 0o600 })
  return () => rm(file, { force: true })
}

function readOwner(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return null
  }
}

/** When a process began, as Linux counts it; tells a reused process id apart. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]
  } catch {
    return null
  }
}
