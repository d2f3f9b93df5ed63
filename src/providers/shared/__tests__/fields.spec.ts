import { fieldReader } from "../fields"

type Wire = { inner?: { text?: string } }

const fieldsOf = fieldReader({ moment: () => null, flag: () => undefined })
const inner = (value: string | number[] | object | null) =>
  fieldsOf<Wire>(JSON.parse(JSON.stringify({ inner: value }))).object("inner")

describe("an object inside", () => {
  it("is missing when it is null or an empty list", () => {
    expect(inner(null)).toBeNull()
    expect(inner([])).toBeNull()
    expect(inner({ text: "a" })?.json).toEqual({ text: "a" })
    expect(inner({})?.json).toEqual({})
  })

  it("is wrong when it is anything else", () => {
    for (const wrong of [[1], "text"]) {
      expect(() => inner(wrong)).toThrow("inner: is no object")
    }
  })
})
