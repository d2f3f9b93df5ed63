import fc from "fast-check"
import { ago, MINUTE_MS, NOW } from "../__fixtures__/healthy-shop"
import { ALARM_CODES, alarmRule } from "../alarm-code"
import { isToTell } from "../is-to-tell"

const untold = { step: 0, told_at: null, told_step: 0 }

describe("an alarm", () => {
  it("is told once it has been seen for as long as its rule says", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALARM_CODES),
        fc.integer({ min: 0, max: 3 * 24 * 60 }),
        (code, minutes) => {
          const alarm = { ...untold, code, raised_at: ago(minutes * MINUTE_MS) }
          expect(isToTell(alarm, NOW)).toBe(
            minutes >= alarmRule(code).told_after
          )
        }
      )
    )
  })

  it("of a permission leaves a new sign-in the time for its first turn", () => {
    const alarm = { ...untold, code: "scope_missing" as const }
    expect(isToTell({ ...alarm, raised_at: NOW }, NOW)).toBe(false)
    expect(isToTell({ ...alarm, raised_at: ago(MINUTE_MS) }, NOW)).toBe(true)
  })

  it("is told again only when it gets more urgent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        (step, told_step) => {
          const alarm = {
            code: "authorization_ending" as const,
            step,
            raised_at: ago(MINUTE_MS),
            told_at: ago(MINUTE_MS),
            told_step,
          }
          expect(isToTell(alarm, NOW)).toBe(step > told_step)
        }
      )
    )
  })
})
