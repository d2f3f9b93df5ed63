import fc from "fast-check"
import { parseLossless } from "../json"

describe("parseLossless", () => {
  it.each([
    ['{"id":1731000000000000011}', { id: "1731000000000000011" }],
    ["[9007199254740993,1]", ["9007199254740993", 1]],
    ['{"a": -9007199254740993}', { a: "-9007199254740993" }],
    ['{"a":0.12345678901234567890}', { a: "0.12345678901234567890" }],
    ['{"a":1e400}', { a: "1e400" }],
    ['{"id":576461413038785752,"n":1.5}', { id: "576461413038785752", n: 1.5 }],
    ['{"text":"1731000000000000011"}', { text: "1731000000000000011" }],
    ["1760000000", 1760000000],
  ])("reads %s", (text, value) => {
    expect(parseLossless(text)).toEqual(value)
  })

  it("keeps every integer, whatever stands beside it", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }),
        fc.string(),
        fc.constantFrom("", " ", "\n"),
        (integer, text, space) => {
          const json = `{"text":${JSON.stringify(text)},"list":[${space}${integer}],"id":${space}${integer}}`
          const value = parseLossless(json) as {
            text: string
            list: unknown[]
            id: unknown
          }
          expect(String(value.id)).toBe(String(integer))
          expect(String(value.list[0])).toBe(String(integer))
          expect(value.text).toBe(text)
        }
      )
    )
  })

  it.each(['{"a":', "<html>", "", '{"id":1731000000000000011'])(
    "refuses %p",
    (text) => {
      expect(() => parseLossless(text)).toThrow(SyntaxError)
    }
  )
})

it.each([
  [
    "an emoji cut in half",
    String.raw`{"note":"Gói kỹ \ud83d"}`,
    "Gói kỹ \ufffd",
  ],
  ["its other half", String.raw`{"note":"\ude00!"}`, "\ufffd!"],
  ["a NUL", String.raw`{"note":"a\u0000b"}`, "a\ufffdb"],
  ["a whole emoji", String.raw`{"note":"\ud83d\ude00"}`, "\u{1f600}"],
  ["a backslash before", String.raw`{"note":"\\u0000"}`, String.raw`\u0000`],
])("reads %s as a text that a database stores", (_, json, note) => {
  expect(parseLossless(json)).toEqual({ note })
  const beside = json.replace("{", '{"id":12345678901234567890,')
  expect(parseLossless(beside)).toEqual({ note, id: "12345678901234567890" })
})
