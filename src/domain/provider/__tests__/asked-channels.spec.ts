import { AskedChannels } from "../asked-channels"
import { MarketplaceError, MarketplaceErrorKind } from "../marketplace-error"

const failure = (kind: MarketplaceErrorKind, message: string = kind) =>
  new MarketplaceError({ kind, message })

function after(...told: (MarketplaceErrorKind | null)[]): AskedChannels {
  const channels = new AskedChannels()
  for (const kind of told) {
    channels.note("mpchan_1", kind ? failure(kind) : null)
  }
  return channels
}

describe("AskedChannels", () => {
  it.each([
    [["unavailable", "unavailable"]],
    [["rate_limited", "unavailable"]],
    [["rejected", "unavailable", "rate_limited"]],
    [["unavailable", "unavailable", null]],
    [["authorization_refused"]],
    [["authorization_expired"]],
  ] as const)("gives a channel up after %j", (told) => {
    expect(after(...told).whyGivenUp("mpchan_1")).not.toBeNull()
  })

  it.each([
    [[]],
    [["unavailable"]],
    [["unavailable", null, "unavailable"]],
    [["unavailable", "not_ready", "unavailable"]],
    [["unavailable", "rejected", "rate_limited", null]],
    [["invalid_response", "invalid_response", "invalid_response"]],
  ] as const)("goes on asking after %j", (told) => {
    expect(after(...told).whyGivenUp("mpchan_1")).toBeNull()
  })

  it("counts each channel by itself", () => {
    const channels = after("unavailable")
    channels.note("mpchan_2", failure("unavailable"))
    expect(channels.whyGivenUp("mpchan_1")).toBeNull()
    expect(channels.whyGivenUp("mpchan_2")).toBeNull()
    channels.note("mpchan_2", failure("unavailable"))
    expect(channels.whyGivenUp("mpchan_1")).toBeNull()
    expect(channels.whyGivenUp("mpchan_2")).not.toBeNull()
  })

  it("keeps the failure that ended it", () => {
    const channels = after("unavailable")
    channels.note("mpchan_1", failure("unavailable", "no answer"))
    channels.note("mpchan_1", failure("unavailable", "a late one"))
    expect(channels.whyGivenUp("mpchan_1")?.message).toBe("no answer")
  })
})
