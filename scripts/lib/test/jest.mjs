import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "../paths.mjs"
import { runCommand } from "./command.mjs"

/**
 * Runs jest and counts what it reports. A spec file that cannot be loaded
 * counts as one failure, and so does a run without any test.
 *
 * @returns `{ passed, failed, failures }`, the failures as texts of name and message
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
        // Hosts log every event; what a failed test says is enough.
        ...(project === "unit"
          ? []
          : ["--runInBand", "--forceExit", "--silent"]),
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

/** Passed and failed tests of jest's `--json` report, and what the failed ones say. */
export function countResults(report, ok) {
  if (report === null) {
    return { passed: 0, failed: 1, failures: ["jest wrote no report"] }
  }
  const {
    numPassedTests,
    numFailedTests,
    numRuntimeErrorTestSuites,
    testResults,
  } = JSON.parse(report)
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return {
    passed: numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    failures: (testResults ?? []).flatMap(describeFailures),
  }
}

function describeFailures({ name, message, assertionResults }) {
  const tests = assertionResults.filter(({ status }) => status === "failed")
  const described = tests.map(
    ({ fullName, failureMessages }) =>
      `${fullName}\n${failureMessages.join("\n")}`
  )
  return assertionResults.length > 0 ? described : [`${name}\n${message}`]
}
