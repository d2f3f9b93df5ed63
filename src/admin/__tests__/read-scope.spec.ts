import {
  CANCELLED_STATUSES,
  ORDER_STATUSES,
} from "../../domain/orders/order-status"
import { defaultsOf, grouped, readsOf } from "../lib/read-scope"
import type { Provider } from "../lib/types"

const provider = (
  id: string,
  default_download_statuses: Provider["default_download_statuses"]
): Provider => ({
  id,
  label: { en: id, vi: id },
  capabilities: [],
  connect_fields: [],
  connects_by_consent: true,
  default_download_statuses,
})

describe("statuses in words", () => {
  it("stand in the order of an order's life", () => {
    expect(grouped(["succeeded", "new", "confirmed"])).toEqual([
      "new",
      "confirmed",
      "succeeded",
    ])
  })

  it("call the three kinds of cancelled by their group, and one by its name", () => {
    expect(grouped([...CANCELLED_STATUSES, "new"])).toEqual([
      "new",
      "cancelled",
    ])
    expect(grouped(["cancelled_by_buyer"])).toEqual(["cancelled_by_buyer"])
    expect(grouped(ORDER_STATUSES)).toHaveLength(ORDER_STATUSES.length - 2)
  })
})

it("says what each marketplace of the chosen channels brings without a status", () => {
  const providers = [
    provider("a", ["new"]),
    provider("b", null),
    provider("c", []),
    provider("d", ["new"]),
  ]
  const channels = ["b", "a", "a", "c"].map((provider_id) => ({ provider_id }))
  expect(
    defaultsOf(channels, providers).map(({ provider: { id }, statuses }) => [
      id,
      statuses,
    ])
  ).toEqual([
    ["a", ["new"]],
    ["b", null],
    ["c", null],
  ])
})

describe("what a run reads", () => {
  it("is kept with it, channel by channel", () => {
    const reads = [
      { channel_id: "one", statuses: ["new"] },
      { channel_id: "two", statuses: null },
    ]
    expect(readsOf({ params: { reads } })).toEqual(reads)
  })

  it("is nothing for a run of another kind", () => {
    expect(readsOf({ params: null })).toEqual([])
    expect(readsOf({ params: { channel_ids: ["one"] } })).toEqual([])
    expect(readsOf({ params: { reads: ["odd", { channel_id: 1 }] } })).toEqual(
      []
    )
  })
})
