import { APP } from "../__fixtures__/scripted-provider"
import { readOptions } from "../options"
import { TikiProvider } from "../provider"

describe("options", () => {
  it("may all be left out", () => {
    expect(readOptions(undefined)).toMatchObject({
      apiUrl: "https://api.tiki.vn",
      clientAuthentication: "basic",
      allowClientKey: true,
      requestsPerSecond: 3,
    })
    expect(() => TikiProvider.validateOptions({ clientId: "" })).not.toThrow()
  })

  it.each([
    [{ clientId: APP.clientId }, 'tiki: option "clientSecret" is missing'],
    [{ clientSecret: APP.clientSecret }, 'tiki: option "clientId" is missing'],
    [{ apiUrl: "http://api.tiki.vn" }, 'tiki: option "apiUrl" is wrong'],
    [{ apiUrl: "api.tiki.vn" }, 'tiki: option "apiUrl" is wrong'],
    [{ requestsPerSecond: 0 }, 'tiki: option "requestsPerSecond" is wrong'],
    [
      { clientAuthentication: "jwt" },
      'tiki: option "clientAuthentication" is wrong',
    ],
  ])("%p: %s", (options, message) => {
    expect(() => TikiProvider.validateOptions(options)).toThrow(message)
  })

  it("decide how a shop may connect", () => {
    const methods = (options: object) => {
      const { description } = new TikiProvider({}, options)
      const { connect_fields, connects_by_consent } = description
      const ids = new Set(connect_fields.map(({ method }) => method.id))
      return { ids: [...ids], connects_by_consent }
    }
    expect(methods({})).toEqual({
      ids: ["client_credentials", "client_key"],
      connects_by_consent: false,
    })
    expect(methods({ ...APP, allowClientKey: false })).toEqual({
      ids: ["client_credentials"],
      connects_by_consent: true,
    })
  })
})
