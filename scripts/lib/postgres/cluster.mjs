import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { chown, mkdir, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { spawnAs } from "./account.mjs"

/** The name by which PostgreSQL knows its data directory. */
export function dataDirArgument(dataDir) {
  // The working directory is entered before rights are given up, so an account
  // that may not walk to the directory (below /root, or a private temporary
  // directory) still works in it through this name.
  return process.platform === "linux" ? "/proc/self/cwd" : dataDir
}

/** Makes an empty cluster in `dataDir` unless a finished one is there. */
export async function ensureCluster({ dataDir, binaries, account, password }) {
  if (existsSync(join(dataDir, "ready"))) {
    return
  }
  if (existsSync(dataDir)) {
    await refuseForeignFiles(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await giveTo(account, dataDir)
  const passwordFile = join(
    tmpdir(),
    `postgres-password-${randomBytes(8).toString("hex")}`
  )
  try {
    await writeFile(passwordFile, password, { mode: 0o600 })
    await giveTo(account, passwordFile)
    await runInitdb({ dataDir, binaries, account, passwordFile })
  } finally {
    await rm(passwordFile, { force: true })
  }
  await writeFile(join(dataDir, "ready"), "")
}

async function refuseForeignFiles(dataDir) {
  const files = await readdir(dataDir)
  const unfinished = ["PG_VERSION", "base", "global"].some((name) =>
    files.includes(name)
  )
  if (files.length > 0 && !unfinished) {
    throw new Error(
      `${dataDir} holds files that are not a PostgreSQL cluster. Choose another directory.`
    )
  }
}

async function giveTo(account, path) {
  if (account.isOther) {
    await chown(path, account.uid, account.gid)
  }
}

function runInitdb({ dataDir, binaries, account, passwordFile }) {
  const child = spawn(
    binaries.initdb,
    [
      `--pgdata=${dataDirArgument(dataDir)}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ],
    {
      ...spawnAs(account),
      cwd: dataDir,
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "pipe"],
    }
  )
  let output = ""
  child.stdout.on("data", (chunk) => (output += chunk))
  child.stderr.on("data", (chunk) => (output += chunk))
  return new Promise((done, fail) => {
    child.on("error", fail)
    child.on("close", (code) =>
      code === 0
        ? done()
        : fail(new Error(`initdb failed (exit code ${code}):\n${output}`))
    )
  })
}
