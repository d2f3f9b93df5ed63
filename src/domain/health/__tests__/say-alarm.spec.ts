import { ALARM_CODES } from "../alarm-code"
import { ALARM_WORDS } from "../alarm-words"
import { sayAlarm } from "../say-alarm"

const names = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe("words of alarms", () => {
  it.each(ALARM_CODES)(
    "%s says in both languages what is wrong and what helps",
    (code) => {
      const { message, remedy } = ALARM_WORDS[code]
      for (const { en, vi } of [message, remedy]) {
        expect(en.trim()).toBeTruthy()
        expect(vi.trim()).toBeTruthy()
        expect(vi).not.toBe(en)
        expect(names(vi)).toEqual(names(en))
      }
      expect(names(remedy.en)).toEqual([])
    }
  )

  it("names work as staff do, and leaves no gap", () => {
    const { message } = sayAlarm({
      code: "scope_missing",
      params: { channel: "stock", flows: ["statements", "stock"], reason: "" },
    })
    expect(message.en).toBe(
      "stock lacks a permission, so this stands still: statements, stock updates."
    )
    expect(message.vi).toBe(
      "stock thiếu quyền nên dừng: bảng đối soát, cập nhật tồn kho."
    )
  })
})
