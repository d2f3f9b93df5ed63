import { readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"

const ROOT = resolve(__dirname, "../..")

/** What a package says about itself; older ones name a list. */
type Described = {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  license?: string
  licenses?: { type: string }[]
}

/** Licences that ask for their text and nothing more. */
const FREE = new Set([
  "MIT",
  "MIT/X11",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "Unlicense",
  "(MIT OR GPL-3.0-or-later)",
  "(MIT AND Zlib)",
])

/** A part of exceljs' reader of archives, which is not used here; says nothing of a licence. */
const SILENT = ["buffers"]

/** Everything that is installed with the plugin, by name. */
function installed(): Map<string, Described> {
  const found = new Map<string, Described>()
  const visit = (folder: string) => {
    const { dependencies, optionalDependencies } = readPackage(folder)
    const names = Object.keys({ ...dependencies, ...optionalDependencies })
    for (const name of names) {
      const place = found.has(name) ? null : locate(folder, name)
      if (place) {
        found.set(name, readPackage(place))
        visit(place)
      }
    }
  }
  visit(ROOT)
  return found
}

function readPackage(folder: string): Described {
  return JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8")
  ) as Described
}

/** Where Node finds a package; null for an optional one of another platform. */
function locate(from: string, name: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name)
    try {
      readPackage(place)
      return place
    } catch {
      if (folder === dirname(folder)) {
        return null
      }
    }
  }
}

it("what comes with the plugin is free to use, package by package", () => {
  const packages = [...installed()]
  expect(packages.length).toBeGreaterThan(50)
  const others = packages
    .map(([name, { license, licenses }]) => ({
      name,
      licence: license ?? licenses?.[0]?.type ?? null,
    }))
    .filter(({ licence }) => !licence || !FREE.has(licence))
    .map(({ name }) => name)
  expect(others).toEqual(SILENT)
})
