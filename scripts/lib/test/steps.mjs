import { join } from "node:path"
import { root } from "../paths.mjs"
import { findChromium } from "./chromium.mjs"
import { runCommand } from "./command.mjs"
import { runJest } from "./jest.mjs"

const bin = (file) => join(root, "node_modules", file)

/** How many lines of a failed check are shown again at the end of the run. */
const LAST_LINES = 40

/** A check that passes or fails as a whole; only a failure is counted. */
const check = (label, command, args) => ({
  label,
  run: async ({ env, echo }) => {
    const output = []
    const ok = await runCommand({
      command,
      args,
      env,
      echo: (chunk) => {
        output.push(String(chunk))
        echo(chunk)
      },
    })
    return ok
      ? { passed: 0, failed: 0 }
      : { passed: 0, failed: 1, failures: [`${label}\n${lastLines(output)}`] }
  },
})

const lastLines = (chunks) =>
  chunks.join("").trimEnd().split("\n").slice(-LAST_LINES).join("\n")

const node = (label, args) => check(label, process.execPath, args)

const npmScript = (label, script) =>
  check(label, "npm", ["run", "--silent", script])

const jest = (label, project, paths, ignored = []) => ({
  label,
  needsDatabase: project !== "unit",
  run: ({ env, echo, jestArgs }) =>
    runJest({
      project,
      paths,
      args: [
        ...ignored.map((path) => `--testPathIgnorePatterns=${path}`),
        ...jestArgs,
      ],
      env,
      echo,
    }),
})

/** Left out, and said so, on a machine without a browser. `.ci/run` installs one. */
const inBrowser = (step) => ({
  ...step,
  run: (context) => {
    const path = findChromium()
    if (path) {
      const env = { ...context.env, CHROMIUM_PATH: path }
      return step.run({ ...context, env })
    }
    context.echo(
      "LEFT OUT: no Chromium on this machine (apt-get install chromium, or name it with CHROMIUM_PATH).\n"
    )
    return { passed: 0, failed: 0 }
  },
})

const PACKED = "integration-tests/packed-plugin/"
const COMMANDS = "integration-tests/commands/"
const BROWSER = "integration-tests/browser/"
/** What dies, is many or goes wrong at every boundary. */
const FAULTS = [
  "integration-tests/[a-z-]*crashes.spec",
  "integration-tests/scale.spec",
  "integration-tests/simulation.spec",
]

/** How each step of `npm test` is done. */
export const steps = {
  format: node("Formatting (Prettier)", [
    bin("prettier/bin/prettier.cjs"),
    "--check",
    ".",
  ]),
  lint: node("Lint (ESLint)", [bin("eslint/bin/eslint.js"), "."]),
  types: npmScript("Types (TypeScript)", "typecheck"),
  build: npmScript("Build of the package", "build"),
  unit: jest("Unit tests", "unit", []),
  integration: jest(
    "Integration tests",
    "integration",
    [],
    [PACKED, COMMANDS, BROWSER, ...FAULTS]
  ),
  faults: jest("Crashes, machines and faults", "integration", FAULTS),
  packed: jest("Packed plugin in a fresh app", "integration", [PACKED]),
  commands: jest("Commands", "integration", [COMMANDS]),
  browser: inBrowser(jest("Browser tests", "integration", [BROWSER])),
}
