import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { MedusaError } from "@medusajs/framework/utils"
import { run } from "./run"

const REPOSITORY = resolve(__dirname, "../..")
export const PLUGIN = "medusa-plugin-marketplaces"

/**
 * A Medusa app in a directory of its own, with the plugin unpacked from its
 * tarball. Everything else in its `node_modules` is lent by this repository, so
 * that no network is needed.
 */
export async function createFreshApp(): Promise<{
  dir: string
  pluginDir: string
  remove: () => void
}> {
  const dir = mkdtempSync(join(tmpdir(), "fresh-medusa-app-"))
  const modules = join(dir, "node_modules")
  lendModules(join(REPOSITORY, "node_modules"), modules)
  const pluginDir = join(modules, PLUGIN)
  mkdirSync(pluginDir)
  const tarball = await packPlugin(dir)
  await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", pluginDir], {
    cwd: dir,
  })
  cpSync(join(__dirname, "app"), dir, { recursive: true })
  writeFileSync(
    join(dir, "package.json"),
    JSON.stringify({
      name: "fresh-medusa-app",
      version: "1.0.0",
      dependencies: { "@medusajs/medusa": "*", [PLUGIN]: "*" },
    })
  )
  return {
    dir,
    pluginDir,
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

async function packPlugin(dir: string): Promise<string> {
  // The build is a step of its own; packing must not start it again.
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", dir], {
    cwd: REPOSITORY,
  })
  const tarball = readdirSync(dir).find((name) => name.endsWith(".tgz"))
  if (!tarball) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "npm pack wrote no tarball"
    )
  }
  return join(dir, tarball)
}

function lendModules(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    if (name.startsWith("@")) {
      lendModules(join(from, name), join(to, name))
    } else if (!name.startsWith(".") && name !== PLUGIN) {
      symlinkSync(join(from, name), join(to, name))
    }
  }
}
