import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { ALARM_CODES, alarmRule } from "../src/domain/health/alarm-code"
import { ALARM_WORDS } from "../src/domain/health/alarm-words"

const FILE = path.join(__dirname, "..", "docs", "operations.md")
const BEGIN = "<!-- alarms: npm run generate:operations -->"
const END = "<!-- /alarms -->"

/** The page with its table of alarms made anew from the words that the admin says. */
export function withAlarms(page: string): string {
  const [before, rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) {
    throw new Error(`${FILE} lacks the lines ${BEGIN} and ${END}`)
  }
  return [before, BEGIN, "\n\n", alarmTable(), "\n\n", END, after].join("")
}

function alarmTable(): string {
  return [
    "| Alarm | What is said | What to do | Told after |",
    "|---|---|---|---|",
    ...ALARM_CODES.map((code) => {
      const { severity, told_after } = alarmRule(code)
      const { message, remedy } = ALARM_WORDS[code]
      const cells = [
        `\`${code}\`${severity === "broken" ? " **!**" : ""}`,
        message.en.replace(/:? ?\{reason\}/, "").replace(/\{\w+\}/g, "…"),
        remedy.en,
        waiting(told_after),
      ]
      return `| ${cells.join(" | ")} |`
    }),
  ].join("\n")
}

function waiting(minutes: number): string {
  if (minutes === 0) {
    return "at once"
  }
  return minutes >= 1440 ? `${minutes / 1440} d` : `${minutes} min`
}

if (require.main === module) {
  writeFileSync(FILE, withAlarms(readFileSync(FILE, "utf8")))
}
