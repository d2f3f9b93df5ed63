import { readdirSync, readFileSync } from "node:fs"
import { isBuiltin } from "node:module"
import { join } from "node:path"

const REQUIRED = /\brequire\("([^".][^"]*)"\)|\bfrom "([^".][^"]*)"/g

/** Names of the packages that the compiled JavaScript below `dir` asks for. */
export function importedPackages(dir: string): Set<string> {
  const names = readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.m?js$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(dir, file), "utf8").matchAll(REQUIRED),
    ])
    .map(([, required, imported]) => required ?? imported)
    .filter((specifier) => !isBuiltin(specifier))
    .map((specifier) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/")
    )
  return new Set(names)
}
