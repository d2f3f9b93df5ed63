import { feedReadAt, isFeedFresh } from "../order-feed"

const began = new Date("2026-01-05T03:00:00Z")
const ended = new Date("2026-01-05T03:04:00Z")

describe("an order feed", () => {
  it("is read up to where its reading began, however long that took", () => {
    expect(feedReadAt({ cursor: began, last_success_at: ended })).toEqual(began)
  })

  it("is not read before a reading came to its end", () => {
    expect(feedReadAt({ cursor: began, last_success_at: null })).toBeNull()
    expect(feedReadAt(undefined)).toBeNull()
  })

  it("is fresh for two polls and a minute", () => {
    const after = (seconds: number) =>
      isFeedFresh(began, 60_000, new Date(began.getTime() + seconds * 1000))
    expect(after(180)).toBe(true)
    expect(after(181)).toBe(false)
    expect(isFeedFresh(null, 60_000, began)).toBe(false)
  })
})
