import { CONNECT_ERRORS, connectFailureKey } from "../lib/connect-errors"
import en from "../i18n/en.json"

const textOf = (key: string | null): unknown =>
  (key ?? "")
    .split(".")
    .reduce<unknown>(
      (tree, part) => (tree as Record<string, unknown> | undefined)?.[part],
      en
    )

describe("a refused connect request", () => {
  it.each(CONNECT_ERRORS)("has a sentence without gaps for %s", (code) => {
    const text = textOf(connectFailureKey({ code }))
    expect(text).toEqual(expect.any(String))
    expect(text).not.toContain("{{")
  })

  it.each([
    [{ code: "something_new" }],
    [{ code: null }],
    [new Error("no answer")],
    [null],
  ])("leaves the server's own sentence where there is none: %p", (error) => {
    expect(connectFailureKey(error)).toBeNull()
  })
})
