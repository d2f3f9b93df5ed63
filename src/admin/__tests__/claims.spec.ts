import { CLAIM_STATES } from "../../domain/statements/claim"
import { claimMoveLabel, isUrgent, letterLocale } from "../lib/claims"

const NOW = new Date("2026-03-10T00:00:00Z")

describe("a claim on the list", () => {
  it("stands out until it is sent, from a week before its deadline", () => {
    const claim = (deadline_at: string | null) => ({
      state: "draft" as const,
      deadline_at,
    })

    expect(isUrgent(claim("2026-03-17T00:00:00Z"), NOW)).toBe(true)
    expect(isUrgent(claim("2026-03-01T00:00:00Z"), NOW)).toBe(true)
    expect(isUrgent(claim("2026-03-17T00:00:01Z"), NOW)).toBe(false)
    expect(isUrgent(claim(null), NOW)).toBe(false)
    for (const state of CLAIM_STATES.filter((one) => one !== "draft")) {
      expect(
        isUrgent({ state, deadline_at: "2026-03-01T00:00:00Z" }, NOW)
      ).toBe(false)
    }
  })

  it("names each step from where it is", () => {
    expect(claimMoveLabel("draft", "sent")).toBe("move.sent")
    expect(claimMoveLabel("refused", "sent")).toBe("appeal")
    expect(claimMoveLabel("accepted", "sent")).toBe("back_to.sent")
    expect(claimMoveLabel("dropped", "draft")).toBe("restore")
  })

  it("is written in the language of the page, Vietnamese where it has no letter", () => {
    expect(letterLocale("en-US")).toBe("en")
    expect(letterLocale("vi")).toBe("vi")
    expect(letterLocale("fr")).toBe("vi")
  })
})
