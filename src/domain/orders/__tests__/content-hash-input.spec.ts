import * as fc from "fast-check"
import { JsonValue } from "../../shared/json"
import { canonicalJson } from "../content-hash-input"

/** The same value with the keys of every object in another order. */
function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    return value.map(reversed)
  }
  if (value === null || typeof value !== "object") {
    return value
  }
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, reversed(entry)])
  )
}

const anyJson = fc.jsonValue({
  noUnicodeString: false,
}) as fc.Arbitrary<JsonValue>

describe("canonicalJson", () => {
  it("sorts the keys of every object and leaves lists alone", () => {
    const value = { b: [{ d: 1, c: "đ" }, 2], a: null }
    expect(canonicalJson(value)).toBe('{"a":null,"b":[{"c":"đ","d":1},2]}')
  })

  it("is the same for the same value, whatever the order of keys", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      })
    )
  })

  it("loses nothing", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      })
    )
  })
})
