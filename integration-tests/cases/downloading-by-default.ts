import { marketplacesOf } from "../../src/workflows/marketplaces"
import { finishRun, ResultLine, resultsOf, Run } from "../support/runs"
import { connectByApp, Shop } from "./fake-shop"

type Channel = {
  id: string
  external_id: string
  last_order_sync_at: string | null
}
type ReadRun = Run & {
  params: { reads: { channel_id: string; statuses: string[] | null }[] }
}

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)

/**
 * What a manual download brings of a marketplace that gives new orders only without a
 * choice, and of the last 30 days.
 * @param other connects a channel of a marketplace without such rules.
 */
export function downloadingByDefault(
  at: () => Shop,
  other: () => Promise<{ id: string }>
): void {
  const download = async (body: Record<string, unknown>) => {
    const run = (await finishRun(
      at().admin,
      "/orders/downloads",
      body
    )) as ReadRun
    expect(run).toMatchObject({ status: "done", error: null })
    return { run, lines: await resultsOf(at().admin, run) }
  }
  const channelOf = async (id: string) =>
    (await at().admin.get<{ channel: Channel }>(`/channels/${id}`)).body.channel
  const namesOf = (lines: ResultLine[]) =>
    lines.map(({ external_id }) => external_id).sort()
  const stored = () =>
    marketplacesOf(at().container).listMarketplaceChannelOrders({})

  const putOrders = (statuses: string[], days = 0) =>
    statuses.map((raw_status, index) => {
      const external_updated_at = new Date(
        daysAgo(days).getTime() - (index + 1) * 60_000
      )
      const { external_id } = at().fake.putOrder({
        external_id: `94${days}00${index}`,
        raw_status,
        placed_at: external_updated_at,
        external_updated_at,
        ...(raw_status === "cancelled" && {
          cancelled_at: external_updated_at,
          cancellation: { initiator: "buyer", reason: "Đổi ý" },
        }),
      })
      return external_id
    })

  it("brings the marketplace's default without a choice, and says so", async () => {
    const { id } = await connectByApp(at())
    const [fresh] = putOrders(["new", "confirmed", "succeeded", "cancelled"])
    const preview = await download({ channel_ids: [id], preview: true })
    expect(namesOf(preview.lines)).toEqual([fresh])
    expect(await stored()).toEqual([])

    const { run, lines } = await download({ channel_ids: [id], statuses: [] })
    expect(namesOf(lines)).toEqual([fresh])
    expect(run.params.reads).toEqual([{ channel_id: id, statuses: ["new"] }])
    expect(await stored()).toHaveLength(1)
  })

  it("brings what was chosen, the group of cancelled ones too", async () => {
    const { id } = await connectByApp(at())
    const [, confirmed, , cancelled] = putOrders([
      "new",
      "confirmed",
      "succeeded",
      "cancelled",
    ])
    const { run, lines } = await download({
      channel_ids: [id],
      statuses: ["confirmed", "cancelled"],
    })
    expect(namesOf(lines)).toEqual([confirmed, cancelled].sort())
    expect(run.params.reads[0].statuses).toEqual([
      "confirmed",
      "cancelled_by_seller",
      "cancelled_by_buyer",
      "cancelled_by_system",
    ])
  })

  it("goes by each channel's marketplace; a part of the orders is no full look", async () => {
    const { id } = await connectByApp(at())
    const { id: other_id } = await other()
    const [fresh] = putOrders(["new", "confirmed"])
    const { run, lines } = await download({ channel_ids: [id, other_id] })
    expect(namesOf(lines)).toContain(fresh)
    expect(run.params.reads).toEqual(
      expect.arrayContaining([
        { channel_id: id, statuses: ["new"] },
        { channel_id: other_id, statuses: null },
      ])
    )
    expect((await channelOf(id)).last_order_sync_at).toBeNull()
    expect((await channelOf(other_id)).last_order_sync_at).not.toBeNull()
  })

  it("cuts a range to 30 days and says so; a raised limit is read in windows", async () => {
    const { id } = await connectByApp(at())
    const [recent] = putOrders(["new"], 20)
    const [old] = putOrders(["new"], 60)
    const asked = { channel_ids: [id], from: daysAgo(80).toISOString() }
    const { external_id } = await channelOf(id)

    const cut = await download(asked)
    expect(namesOf(cut.lines)).toEqual([external_id, recent].sort())
    expect(
      cut.lines.find(({ code }) => code === "out_of_window")
    ).toMatchObject({
      external_id,
      params: { days: 30, scope: "range" },
      message: expect.stringContaining("more than 30 days ago are not read"),
    })

    await at().admin.post(`/channels/${id}`, {
      settings: { order_lookback_days: 90 },
    })
    at().fake.calls = []
    const whole = await download(asked)
    expect(namesOf(whole.lines)).toEqual([recent, old].sort())
    expect(whole.run.counts.out_of_window).toBeUndefined()
    const windows = Math.ceil(80 / 7)
    expect(
      at().fake.calls.filter((call) => call === "readOrders").length
    ).toBeGreaterThanOrEqual(windows)
  })

  it("of a range that lies before the limit altogether reads nothing", async () => {
    const { id } = await connectByApp(at())
    putOrders(["new"], 60)
    at().fake.calls = []
    const { lines } = await download({
      channel_ids: [id],
      from: daysAgo(70).toISOString(),
      to: daysAgo(50).toISOString(),
    })
    expect(lines.map(({ code }) => code)).toEqual(["out_of_window"])
    expect(at().fake.calls).not.toContain("readOrders")
  })
}
