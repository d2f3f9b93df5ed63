import { ConnectField } from "../../../domain/provider/authorization"
import { Connectable, readCredentials } from "../read-credentials"

const field = (method: string, name: string): ConnectField => ({
  name,
  method: { id: method, label: { en: `By ${method}`, vi: method } },
  label: { en: name, vi: name },
  secret: true,
  required: true,
})

const shop = (overrides: Partial<Connectable> = {}): Connectable => ({
  label: { en: "Market", vi: "Sàn" },
  connect_fields: [
    field("app", "client_id"),
    field("app", "client_secret"),
    field("key", "client_key"),
  ],
  connects_by_consent: false,
  ...overrides,
})

const WAYS = 'client_id and client_secret ("By app"), or client_key ("By key")'

describe("credentials of a connect form", () => {
  it("are those of one method", () => {
    expect(readCredentials(shop(), { client_key: " k " })).toEqual({
      client_key: "k",
    })
  })

  it("may be left out where a person can sign in", () => {
    const consent = shop({ connects_by_consent: true })
    expect(readCredentials(consent)).toBeNull()
    expect(readCredentials(consent, { client_key: " " })).toBeNull()
  })

  it.each([
    [
      "none",
      undefined,
      `credentials: Market cannot be signed in to from here. Give ${WAYS}.`,
    ],
    [
      "a part of a method",
      { client_id: "secret-1" },
      'credentials.client_secret: is missing. Give client_id and client_secret ("By app").',
    ],
    [
      "two methods at once",
      { client_id: "secret-1", client_key: "secret-2" },
      `credentials: these fields belong to several ways of connecting. Give one of them only: ${WAYS}.`,
    ],
    [
      "another field",
      { colour: "secret-1" },
      `credentials.colour: the marketplace asks for no such field. It takes ${WAYS}.`,
    ],
  ])("are refused with the remedy: %s", (_, given, message) => {
    expect(() => readCredentials(shop(), given)).toThrow(message)
  })

  it("are not asked for where there is no way to connect at all", () => {
    expect(() => readCredentials(shop({ connect_fields: [] }))).toThrow(
      "the app of the provider's options is missing"
    )
  })

  it("show in no refusal", () => {
    for (const name of ["client_id", "colour"]) {
      try {
        readCredentials(shop(), { [name]: "s3cret" })
        throw new Error("was not refused")
      } catch (error) {
        expect(String(error)).not.toContain("s3cret")
        expect(String(error)).not.toContain("was not refused")
      }
    }
  })
})
