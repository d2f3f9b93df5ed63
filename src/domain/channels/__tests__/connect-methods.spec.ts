import * as fc from "fast-check"
import { ConnectField } from "../../provider/authorization"
import { connectMethods, readFilledIn } from "../connect-methods"

const field = (
  method: string,
  name: string,
  required = true
): ConnectField => ({
  name,
  method: { id: method, label: { en: method, vi: method } },
  label: { en: name, vi: name },
  secret: false,
  required,
})

const FIELDS = [
  field("app", "client_id"),
  field("app", "client_secret"),
  field("app", "note", false),
  field("key", "client_key"),
]

it("groups fields by method, in the provider's order", () => {
  expect(
    connectMethods([...FIELDS, field("app", "late", false)]).map(
      ({ id, label, fields }) => [id, label.vi, fields.map(({ name }) => name)]
    )
  ).toEqual([
    ["app", "app", ["client_id", "client_secret", "note", "late"]],
    ["key", "key", ["client_key"]],
  ])
  expect(connectMethods([])).toEqual([])
})

describe("what a person has filled in", () => {
  it.each([
    ["all of one method", { client_id: "1", client_secret: "2" }],
    [
      "with an optional field",
      { client_id: "1", client_secret: "2", note: "3" },
    ],
    ["with blanks of another", { client_key: "k", client_id: "  " }],
  ])("is complete: %s", (_, given) => {
    const filled = Object.entries(given).filter(([, value]) => value.trim())
    expect(readFilledIn(FIELDS, given)).toMatchObject({
      kind: "complete",
      values: Object.fromEntries(filled),
    })
  })

  it("is trimmed", () => {
    expect(readFilledIn(FIELDS, { client_key: " k\n" })).toMatchObject({
      kind: "complete",
      values: { client_key: "k" },
    })
  })

  it.each([[{}], [{ client_id: "", client_key: " " }]])(
    "is nothing: %j",
    (given) => expect(readFilledIn(FIELDS, given)).toEqual({ kind: "nothing" })
  )

  it("names the fields that are missing", () => {
    expect(readFilledIn(FIELDS, { client_id: "1" })).toMatchObject({
      kind: "incomplete",
      method: { id: "app" },
      missing: [{ name: "client_secret" }],
    })
    expect(readFilledIn(FIELDS, { note: "1" })).toMatchObject({
      kind: "incomplete",
      missing: [{ name: "client_id" }, { name: "client_secret" }],
    })
  })

  it("is refused when it belongs to several methods", () => {
    const choices: Record<string, string>[] = [
      { client_id: "1", client_key: "k" },
      { client_id: "1", client_secret: "2", client_key: "k" },
    ]
    for (const given of choices) {
      expect(readFilledIn(FIELDS, given)).toMatchObject({
        kind: "several_methods",
        methods: [{ id: "app" }, { id: "key" }],
      })
    }
  })

  it("is refused by name when the marketplace does not ask for it", () => {
    expect(readFilledIn(FIELDS, { client_key: "k", colour: "red" })).toEqual({
      kind: "unknown_field",
      names: ["colour"],
    })
    expect(readFilledIn([], { client_key: "" })).toEqual({
      kind: "unknown_field",
      names: ["client_key"],
    })
  })

  it("tells methods apart that share a field", () => {
    const shared = [...FIELDS, field("short", "client_id")]
    expect(readFilledIn(shared, { client_id: "1" })).toMatchObject({
      kind: "complete",
      method: { id: "short" },
    })
    expect(
      readFilledIn(shared, { client_id: "1", client_secret: "2" })
    ).toMatchObject({ kind: "complete", method: { id: "app" } })
  })

  it("is complete only with every required field of its one method", () => {
    const names = FIELDS.map(({ name }) => name)
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.string()),
        (given) => {
          const read = readFilledIn(FIELDS, given)
          if (read.kind === "complete") {
            const known = read.method.fields.map(({ name }) => name)
            expect(known).toEqual(
              expect.arrayContaining(Object.keys(read.values))
            )
            for (const { name, required } of read.method.fields) {
              expect(!required || Boolean(read.values[name])).toBe(true)
            }
          }
        }
      )
    )
  })
})
