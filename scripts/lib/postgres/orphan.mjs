import { existsSync, readFileSync, readlinkSync, realpathSync } from "node:fs"
import { rm } from "node:fs/promises"
import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

/**
 * Ends a PostgreSQL that was left behind in `dataDir` when its owner was
 * killed, and removes a `postmaster.pid` that names no living server (after a
 * power cut the number may belong to any other process).
 */
export async function clearOrphan(dataDir) {
  const pidFile = join(dataDir, "postmaster.pid")
  const pid = readPid(pidFile)
  if (pid !== null && isPostgresOf(pid, dataDir)) {
    for (const [signal, seconds] of [
      ["SIGINT", 15],
      ["SIGQUIT", 10],
      ["SIGKILL", 5],
    ]) {
      signalSafely(pid, signal)
      if (await gone(pid, seconds)) {
        break
      }
    }
  }
  await rm(pidFile, { force: true })
}

function readPid(pidFile) {
  if (!existsSync(pidFile)) {
    return null
  }
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0])
  return Number.isInteger(pid) && pid > 1 ? pid : null
}

function isPostgresOf(pid, dataDir) {
  try {
    if (process.platform === "linux") {
      const cwd = readlinkSync(`/proc/${pid}/cwd`)
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8")
      return cwd === realpathSync(dataDir) && command.includes("postgres")
    }
    const command = execFileSync("ps", ["-p", String(pid), "-o", "command="])
    return String(command).includes(dataDir)
  } catch {
    return false
  }
}

async function gone(pid, seconds) {
  for (let waited = 0; waited < seconds * 10; waited++) {
    if (!isAlive(pid)) {
      return true
    }
    await sleep(100)
  }
  return false
}

/** Whether a process with this id runs (zombies count as gone). */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === "EPERM"
  }
  try {
    return !/^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, "utf8"))
  } catch {
    return process.platform !== "linux"
  }
}

function signalSafely(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended meanwhile.
  }
}
