import { MarketplaceErrorKind } from "../../../domain/provider/marketplace-error"
import { CallEffect, mayRepeat } from "../../shared/errors"
import { errorOfAnswer } from "../errors"

function kindOf(
  code: string | null,
  { message = "", http_status = 200, effect = "read" as CallEffect } = {}
): MarketplaceErrorKind | undefined {
  return errorOfAnswer({ code, message, http_status, effect })?.kind
}

const TABLE: [MarketplaceErrorKind, number[]][] = [
  ["rate_limited", [36009002, 36009037]],
  [
    "unavailable",
    [
      36009003, 36009007, 11001027, 11001031, 21001003, 21001008, 21001011,
      21022029, 21042001, 21042076,
    ],
  ],
  ["not_ready", [11034037, 11034023]],
  ["authorization_expired", [105002]],
  ["authorization_refused", [105001, 105005, 101000]],
  ["credentials_invalid", [106001]],
  ["code_invalid", [36004004]],
  [
    "invalid_request",
    [
      106013, 36009004, 36009009, 36009010, 36009014, 36009021, 36009022,
      36009023,
    ],
  ],
  [
    "rejected",
    [
      36009033, 36009043, 36009044, 12052700, 21011044, 21008044, 21011007,
      11006021, 21008099, 21011020, 21011040, 21011041, 21011042, 21008025,
      21008106, 21008111, 12052180, 12019028, 12052037, 12052533, 12052393,
      12052901, 25001001, 25020005, 21023035, 21042104, 21042102, 99999999,
    ],
  ],
]

describe("errorOfAnswer", () => {
  it("sees success in the code alone", () => {
    expect(kindOf("0")).toBeUndefined()
    expect(kindOf("0", { http_status: 400 })).toBeUndefined()
  })

  it.each(
    TABLE.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const))
  )("%i is %s", (code, kind) => {
    for (const http_status of [200, 400, 401]) {
      const found = kindOf(String(code), { http_status })
      const unlisted = code === 99999999 && http_status === 401
      expect(found).toBe(unlisted ? "authorization_refused" : kind)
    }
  })

  it.each<[string, MarketplaceErrorKind]>([
    ["Invalid timestamp, out of the window", "invalid_request"],
    ["The app_key is invalid", "credentials_invalid"],
    ["app key not found", "credentials_invalid"],
    ["Invalid app secret", "credentials_invalid"],
    ["invalid auth_code", "code_invalid"],
    ["Invalid sign", "credentials_invalid"],
    [
      "Invalid x-tts-access-token: access token is wrong",
      "authorization_expired",
    ],
    ["refresh_token is invalid", "authorization_refused"],
    ["Unexpected identifier: shop_cipher", "invalid_request"],
    ["page_size is required", "invalid_request"],
  ])("branches 36009004 on %p", (message, kind) => {
    expect(kindOf("36009004", { message })).toBe(kind)
  })

  it.each<[number, MarketplaceErrorKind]>([
    [429, "rate_limited"],
    [500, "unavailable"],
    [502, "unavailable"],
    [503, "unavailable"],
    [200, "invalid_response"],
    [403, "invalid_response"],
  ])("judges a foreign body by HTTP %i", (http_status, kind) => {
    expect(kindOf(null, { http_status })).toBe(kind)
  })

  it("never calls a write that may have happened repeatable", () => {
    const write = { effect: "write" as const }
    expect(kindOf("36009003", write)).toBe("outcome_unknown")
    expect(kindOf("36009007", write)).toBe("outcome_unknown")
    expect(kindOf(null, { ...write, http_status: 502 })).toBe("outcome_unknown")
    expect(kindOf(null, write)).toBe("outcome_unknown")
    expect(kindOf("36009002", write)).toBe("rate_limited")
    expect(kindOf("12052393", write)).toBe("rejected")
  })

  it("says what went wrong, what to do, and what support asks for", () => {
    const error = errorOfAnswer({
      effect: "read",
      code: "36004004",
      message: "auth code is invalid",
      http_status: 200,
      request_id: "20251009AB",
    })
    expect(error).toMatchObject({
      code: "36004004",
      http_status: 200,
      request_id: "20251009AB",
    })
    expect(error?.message).toBe(
      'TikTok Shop: the authorization code is wrong, used or older than 30 minutes; start connecting again (code 36004004: "auth code is invalid", request 20251009AB)'
    )
  })

  it("waits an hour for the hourly quota", () => {
    const error = errorOfAnswer({
      effect: "read",
      code: "36009037",
      message: null,
      http_status: 429,
    })
    expect(error?.retry_after_ms).toBe(3_600_000)
  })
})

describe("mayRepeat", () => {
  it.each<[string, boolean]>([
    ["36009002", true],
    ["36009003", true],
    ["105002", false],
    ["105001", false],
    ["106001", false],
    ["12052180", false],
  ])("%s: %s", (code, expected) => {
    const error = errorOfAnswer({
      code,
      message: null,
      http_status: 200,
      effect: "read",
    })
    expect(mayRepeat(error)).toBe(expected)
  })
})
