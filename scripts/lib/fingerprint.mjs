import { createHash } from "node:crypto"
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { root } from "./paths.mjs"

/** One hash over the contents of files and folders of the checkout. */
export function fingerprint(paths) {
  const hash = createHash("sha256")
  for (const path of paths.flatMap((path) => filesBelow(path)).sort()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest("hex")
}

function filesBelow(path) {
  const absolute = join(root, path)
  if (!existsSync(absolute)) {
    return []
  }
  if (statSync(absolute).isFile()) {
    return [path]
  }
  return readdirSync(absolute).flatMap((name) => filesBelow(join(path, name)))
}
