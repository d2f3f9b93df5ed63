import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "../paths.mjs"
import { runCommand } from "./command.mjs"

/**
 * Runs jest and counts what it reports. A spec file that cannot be loaded
 * counts as one failure, and so does a run without any test.
 *
 * @returns `{ passed, failed }`
 */
export async function runJest({ project, paths = [], args, env, echo }) {
  const dir = mkdtempSync(join(tmpdir(), "marketplaces-jest-"))
  const report = join(dir, "report.json")
  try {
    const ok = await runCommand({
      command: process.execPath,
      args: [
        "--experimental-vm-modules",
        "--no-warnings",
        join(root, "node_modules/jest/bin/jest.js"),
        "--selectProjects",
        project,
        ...(project === "unit" ? [] : ["--runInBand", "--forceExit"]),
        "--json",
        `--outputFile=${report}`,
        ...paths,
        ...args,
      ],
      env,
      echo,
      // jest prints its JSON there too.
      ignoreStdout: true,
    })
    return countResults(existsSync(report) ? readFileSync(report) : null, ok)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Passed and failed tests of jest's `--json` report. */
export function countResults(report, ok) {
  if (report === null) {
    return { passed: 0, failed: 1 }
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } =
    JSON.parse(report)
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return { passed: numPassedTests, failed: ok ? failed : Math.max(failed, 1) }
}
