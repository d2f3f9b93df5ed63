import type { ConnectField } from "../../domain/provider/authorization"
import { valuesFor, waysHint, waysOf } from "../lib/connect-ways"

const field = (
  method: string,
  name: string,
  required = true
): ConnectField => ({
  name,
  method: { id: method, label: { en: method, vi: method } },
  label: { en: name, vi: name },
  secret: true,
  required,
})

const FIELDS = [
  field("app", "client_id"),
  field("app", "client_secret"),
  field("key", "client_key"),
  field("key", "note", false),
]

describe("ways of connecting", () => {
  it.each([
    [[], true, ["consent"], "sign_in"],
    [FIELDS, false, ["fields:app", "fields:key"], "keys"],
    [FIELDS, true, ["consent", "fields:app", "fields:key"], "both"],
  ])("are those that the marketplace offers", (fields, consent, ids, hint) => {
    const provider = { connect_fields: fields, connects_by_consent: consent }
    expect(waysOf(provider).map(({ id }) => id)).toEqual(ids)
    expect(waysHint(provider)).toBe(hint)
  })
})

describe("the values of a way", () => {
  const [consent, app, key] = waysOf({
    connect_fields: FIELDS,
    connects_by_consent: true,
  })

  it("are none for signing in", () => {
    expect(valuesFor(consent, { client_key: "k" })).toEqual({})
  })

  it("wait for every required field", () => {
    expect(valuesFor(app, { client_id: "1", client_secret: " " })).toBeNull()
    expect(valuesFor(key, { note: "n" })).toBeNull()
  })

  it("are its own, trimmed, without those of another way", () => {
    const typed = { client_id: " 1 ", client_secret: "2", client_key: "k" }
    expect(valuesFor(app, typed)).toEqual({
      client_id: "1",
      client_secret: "2",
    })
    expect(valuesFor(key, { ...typed, note: "" })).toEqual({ client_key: "k" })
  })
})
