import { options } from "../__fixtures__/options"
import { TikTokShopProvider } from "../provider"
import { readOptions } from "../options"

describe("options", () => {
  it.each(["appKey", "appSecret", "serviceId"])("asks for %s", (name) => {
    for (const given of [undefined, "", "  "]) {
      expect(() =>
        TikTokShopProvider.validateOptions({ ...options, [name]: given })
      ).toThrow(new RegExp(`tiktok-shop: option "${name}" is`))
    }
  })

  it("names the first missing option when nothing is given", () => {
    expect(() => TikTokShopProvider.validateOptions(undefined)).toThrow(
      'tiktok-shop: option "appKey" is missing'
    )
  })

  it("fills in the production hosts, also for empty variables", () => {
    expect(readOptions({ ...options, apiUrl: "" })).toMatchObject({
      apiUrl: "https://open-api.tiktokglobalshop.com",
      authUrl: "https://auth.tiktok-shops.com",
      consentUrl: "https://services.tiktokshop.com/open/authorize",
      requestsPerSecond: 3,
      shipBatchSize: 20,
      handoverChoice: false,
    })
  })

  it.each([
    "http://open-api.tiktokglobalshop.com",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "ftp://localhost",
    "open-api.tiktokglobalshop.com",
  ])("refuses %s as apiUrl", (apiUrl) => {
    expect(() => readOptions({ ...options, apiUrl })).toThrow(
      'tiktok-shop: option "apiUrl" is wrong: must be an https URL'
    )
  })

  it.each(["http://localhost:4010", "http://127.0.0.1:1", "http://[::1]:80"])(
    "accepts %s as apiUrl",
    (apiUrl) => {
      expect(readOptions({ ...options, apiUrl }).apiUrl).toBe(apiUrl)
    }
  )

  it.each([
    ["shipBatchSize", 0],
    ["shipBatchSize", 2.5],
    ["handoverChoice", "yes"],
  ])("refuses %s %p", (name, value) => {
    expect(() => readOptions({ ...options, [name]: value })).toThrow(
      `tiktok-shop: option "${name}" is wrong`
    )
  })

  it("never repeats a value", () => {
    expect(() =>
      readOptions({ ...options, appSecret: { not: "a text" } })
    ).toThrow(/^((?!a text).)*$/)
  })
})
