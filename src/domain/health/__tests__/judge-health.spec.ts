import fc from "fast-check"
import { FLOW_KINDS, FlowKind } from "../../channels/flow-kind"
import {
  ago,
  DAY_MS,
  EXPECTED_FLOWS,
  healthyChannel,
  healthyFlow,
  healthyShop,
  HOUR_MS,
  MINUTE_MS,
  NOW,
} from "../__fixtures__/healthy-shop"
import { alarmRule } from "../alarm-code"
import { alarmKey, Finding } from "../finding"
import { ChannelFacts, HealthFacts } from "../health-facts"
import { findAll, healthState, judgeHealth } from "../judge-health"

const codes = (facts: HealthFacts) => judgeHealth(facts).map(({ code }) => code)

const withChannel = (changes: Partial<ChannelFacts>) =>
  codes(healthyShop({ channels: [healthyChannel(changes)] }))

const withFlow = (kind: FlowKind, changes: Parameters<typeof healthyFlow>[1]) =>
  withChannel({
    flows: healthyChannel().flows.map((flow) =>
      flow.kind === kind ? healthyFlow(kind, changes) : flow
    ),
  })

const failed = (last_error_code: string, failures = 1) => ({
  failures,
  last_error: "what was said",
  last_error_code,
  failing_since: ago(MINUTE_MS),
})

describe("a shop without any trouble", () => {
  it("shows nothing, whether it sells or not", () => {
    expect(judgeHealth(healthyShop())).toEqual([])
    expect(judgeHealth(healthyShop({ channels: [] }))).toEqual([])
    expect(healthState([])).toBe("ok")
  })

  it("shows nothing at any moment between two turns", () => {
    const since_last = fc.integer({ min: 0, max: 59 })
    const flow = fc.record({
      kind: fc.constantFrom(...(Object.keys(EXPECTED_FLOWS) as FlowKind[])),
      part: fc.float({ min: 0, max: 1, noNaN: true }),
      late_s: fc.integer({ min: 0, max: 90 }),
    })
    fc.assert(
      fc.property(fc.array(flow), since_last, (turns, seconds) => {
        const flows = healthyChannel().flows.map((healthy) => {
          const turn = turns.find(({ kind }) => kind === healthy.kind)
          const interval = EXPECTED_FLOWS[healthy.kind]
          if (!turn || !interval) {
            return healthy
          }
          const last = turn.part * interval + turn.late_s * 1000
          return healthyFlow(healthy.kind, {
            last_success_at: ago(last),
            due_at: ago(last - interval),
          })
        })
        const processes = healthyShop().processes.map((one) => ({
          ...one,
          seen_at: ago((seconds % 25) * 1000),
        }))
        const shop = healthyShop({
          processes,
          channels: [healthyChannel({ flows })],
        })
        expect(codes(shop)).toEqual([])
      })
    )
  })

  it("is not disturbed by one failure that may pass", () => {
    expect(withFlow("recent_orders", failed("unavailable"))).toEqual([])
    expect(withFlow("recent_orders", failed("rate_limited"))).toEqual([])
    expect(withFlow("stock_sweep", failed("failed"))).toEqual([])
  })
})

describe("a flow that fails", () => {
  it("once is told when the marketplace asks to be left alone for long", () => {
    const paused = (minutes: number) =>
      withFlow("recent_orders", {
        ...failed("rate_limited"),
        failing_since: ago(minutes * MINUTE_MS),
        due_at: ago(-60 * MINUTE_MS),
      })
    expect(paused(4)).toEqual([])
    expect(paused(5)).toEqual(["rate_limited"])
  })

  it.each([
    ["scope_missing", "scope_missing", 1],
    ["shop_inactive", "shop_inactive", 1],
    ["call_retired", "call_retired", 1],
    ["clock_refused", "clock_refused", 1],
    ["server_not_allowed", "server_not_allowed", 1],
    ["rejected", "marketplace_refuses", 1],
    ["invalid_request", "request_wrong", 1],
    ["unavailable", "marketplace_unavailable", 2],
    ["rate_limited", "rate_limited", 2],
    ["invalid_response", "answer_not_understood", 2],
    ["failed", "flow_failing", 2],
    ["a word of a later version", "flow_failing", 2],
    ["disk_full", "disk_full", 1],
    ["database_refuses", "database_refuses", 1],
  ] as const)("with %s is shown as %s", (word, code, failures) => {
    expect(withFlow("recent_orders", failed(word, failures))).toEqual([code])
  })

  it("shares its alarm with all that fail for the same cause", () => {
    const flows = healthyChannel().flows.map(({ kind }) =>
      healthyFlow(kind, failed("unavailable", 3))
    )
    const [finding, ...others] = judgeHealth(
      healthyShop({ channels: [healthyChannel({ flows })] })
    )
    expect(others).toEqual([])
    expect(finding.params.flows).toEqual(flows.map(({ kind }) => kind))
  })
})

describe("absence", () => {
  it("of a turn is seen whatever is said to be due", () => {
    expect(withFlow("wide_orders", { due_at: ago(5 * MINUTE_MS) })).toEqual([
      "flow_late",
    ])
    expect(
      withFlow("open_orders", {
        due_at: ago(-9 * DAY_MS),
        last_success_at: ago(2 * HOUR_MS),
      })
    ).toEqual(["flow_late"])
  })

  it("of progress is seen although the lease is kept", () => {
    const leased_until = ago(-10_000)
    const stuck = { leased_until, progressed_at: ago(31 * MINUTE_MS) }
    expect(withFlow("recent_orders", stuck)).toEqual(["worker_stuck"])
    expect(withFlow("stock_sweep", stuck)).toEqual([])
    expect(
      withFlow("recent_orders", { leased_until, progressed_at: ago(MINUTE_MS) })
    ).toEqual([])
  })

  it("of a worker is seen within half a minute, and explains the rest", () => {
    const gone = (seen_ms: number) => {
      const [one] = healthyShop().processes
      return codes(
        healthyShop({
          processes: [{ ...one, seen_at: ago(seen_ms) }],
          channels: [
            healthyChannel({
              flows: FLOW_KINDS.map((kind) =>
                healthyFlow(kind, { due_at: ago(HOUR_MS) })
              ),
              unread: { count: 3, oldest_at: ago(HOUR_MS), error: null },
            }),
          ],
        })
      )
    }
    expect(gone(31_000)).toEqual(["no_worker"])
    expect(gone(10_000)).not.toContain("no_worker")
  })

  it("of workers is seen beside processes that only serve", () => {
    const [one] = healthyShop().processes
    expect(
      codes(healthyShop({ processes: [{ ...one, worker_mode: "server" }] }))
    ).toEqual(["no_worker"])
  })

  it("of statements is seen after three times the usual pause", () => {
    const daily = (days: number) =>
      [0, 1, 2, 3, 4].map((one) => ago((days + one) * DAY_MS))
    expect(withChannel({ statements: daily(4) })).toEqual([])
    expect(withChannel({ statements: daily(6) })).toEqual([
      "statements_missing",
    ])
    const monthly = [40, 70, 100, 130].map((days) => ago(days * DAY_MS))
    expect(withChannel({ statements: monthly })).toEqual([])
  })

  it("of messages is seen by the orders that came without", () => {
    const untold = (count: number, age_ms: number) =>
      Array.from({ length: count }, () => ago(age_ms))
    const last_message_at = ago(DAY_MS)
    expect(
      withChannel({ last_message_at, untold_orders: untold(5, HOUR_MS) })
    ).toEqual(["messages_silent"])
    expect(
      withChannel({ last_message_at, untold_orders: untold(5, MINUTE_MS) })
    ).toEqual([])
    expect(
      withChannel({ last_message_at, untold_orders: untold(4, HOUR_MS) })
    ).toEqual([])
    expect(
      withChannel({ tells_by: null, untold_orders: untold(20, HOUR_MS) })
    ).toEqual([])
  })
})

describe("a channel that may not be worked for", () => {
  it("shows that alone", () => {
    const flows = FLOW_KINDS.map((kind) =>
      healthyFlow(kind, { due_at: ago(DAY_MS) })
    )
    expect(withChannel({ status: "paused", flows })).toEqual(["channel_paused"])
    expect(
      withChannel({
        status: "needs_authorization",
        status_reason: "withdrawn",
        flows,
      })
    ).toEqual(["authorization_refused"])
    expect(withChannel({ provider_known: false, flows })).toEqual([
      "provider_missing",
    ])
  })

  it.each(["disk_full", "database_refuses"])(
    "does not keep the shop's storage in doubt with its last failure, %s",
    (code) => {
      const flows = [healthyFlow("recent_orders", failed(code))]
      expect(withChannel({ status: "paused", flows })).toEqual([
        "channel_paused",
      ])
      expect(withChannel({ status: "needs_authorization", flows })).toEqual([
        "authorization_refused",
      ])
    }
  )

  it("says which work stands still for want of a permission", () => {
    const [{ code, params }] = judgeHealth(
      healthyShop({
        channels: [
          healthyChannel({
            status: "needs_authorization",
            status_reason: "what was said",
            flows: [
              healthyFlow("recent_orders"),
              healthyFlow("statements", failed("scope_missing")),
            ],
          }),
        ],
      })
    )
    expect(code).toBe("scope_missing")
    expect(params.flows).toEqual(["statements"])
  })

  it("is told apart by what the marketplace said", () => {
    const status_reason = "what was said"
    const flows = [healthyFlow("recent_orders", failed("credentials_invalid"))]
    expect(
      withChannel({ status: "needs_authorization", status_reason, flows })
    ).toEqual(["credentials_invalid"])
  })
})

describe("the countdown to the end of a sign-in", () => {
  it.each([
    [15, []],
    [14, [1]],
    [8, [1]],
    [7, [2]],
    [2, [2]],
    [1, [3]],
  ])("with %d days left has reached step %j", (days, steps) => {
    const authorization = {
      ends_at: ago(-days * DAY_MS),
      refused_at: null,
      key_known: true,
      key_id: "a",
    }
    const found = judgeHealth(
      healthyShop({ channels: [healthyChannel({ authorization })] })
    )
    expect(found.map(({ step }) => step)).toEqual(steps)
  })

  it("is over when it has ended", () => {
    const authorization = {
      ends_at: ago(1),
      refused_at: null,
      key_known: true,
      key_id: "a",
    }
    expect(withChannel({ authorization })).toEqual(["authorization_ended"])
  })
})

/** A cause that stops certain work alone explains nothing but where orders are among it. */
function explains({ code, params }: Finding): boolean {
  const { explains: what } = alarmRule(code)
  return what === true || (params.flows as unknown[])?.includes(what)
}

describe("a cause", () => {
  const late = healthyFlow("wide_orders", { due_at: ago(HOUR_MS) })
  const waiting = { count: 3, oldest_at: ago(HOUR_MS), error: null }
  const failingWith = (kind: FlowKind) => [
    ...healthyChannel().flows.filter(
      (flow) => flow.kind !== kind && flow.kind !== late.kind
    ),
    healthyFlow(kind, failed("unavailable", 2)),
    late,
  ]

  it("that keeps orders away explains what else is late", () => {
    const flows = failingWith("recent_orders")
    expect(withChannel({ flows, unread: waiting })).toEqual([
      "marketplace_unavailable",
    ])
  })

  it("that stops other work alone explains nothing", () => {
    const flows = failingWith("statements")
    expect(withChannel({ flows, unread: waiting }).sort()).toEqual([
      "flow_late",
      "marketplace_unavailable",
      "orders_not_read",
    ])
  })

  it("at the marketplace does not explain what Medusa does not do", () => {
    const flows = failingWith("recent_orders")
    expect(
      withChannel({ flows, unplanned: waiting, unsettled: waiting })
    ).toEqual([
      "orders_not_planned",
      "marketplace_unavailable",
      "orders_not_settled",
    ])
  })

  it("hides what it explains, and does not end it", () => {
    const paused = healthyShop({
      channels: [healthyChannel({ status: "paused", flows: [late] })],
    })
    expect(codes(paused)).toEqual(["channel_paused"])
    expect(findAll(paused).map(({ code }) => code)).toContain("flow_late")
  })
})

describe("a quiet time", () => {
  const sold = {
    newest_orders: [{ placed_at: ago(HOUR_MS), seen_at: ago(HOUR_MS) }],
    same_hours_before: [8, 8, 8, 8],
  }

  it("is one only while orders are asked for", () => {
    expect(withChannel(sold)).toEqual(["orders_silent"])
    const flows = healthyChannel().flows.map((flow) =>
      flow.kind === "recent_orders"
        ? healthyFlow(flow.kind, { last_success_at: ago(HOUR_MS) })
        : flow
    )
    expect(withChannel({ ...sold, flows })).toEqual(["flow_late"])
  })
})

describe("whatever is wrong", () => {
  const when = fc
    .integer({ min: -DAY_MS, max: 30 * DAY_MS })
    .map((milliseconds) => ago(milliseconds))
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value)
  const flow = fc.record({
    kind: fc.constantFrom(...FLOW_KINDS),
    due_at: when,
    leased_until: maybe(when),
    progressed_at: maybe(when),
    last_success_at: maybe(when),
    last_error: maybe(fc.constantFrom("one", "two")),
    last_error_code: maybe(
      fc.constantFrom("unavailable", "disk_full", "scope_missing", "failed")
    ),
    failing_since: maybe(when),
    failures: fc.integer({ min: 0, max: 4 }),
    empty_since: maybe(when),
  })
  const backlog = maybe(
    fc.record({
      count: fc.integer({ min: 1, max: 100 }),
      oldest_at: when,
      error: maybe(fc.constant("why")),
    })
  )
  const channel: fc.Arbitrary<ChannelFacts> = fc
    .record({
      status: fc.constantFrom(
        "connected" as const,
        "expiring" as const,
        "needs_authorization" as const,
        "paused" as const
      ),
      provider_known: fc.boolean(),
      flows: fc.uniqueArray(flow, { selector: ({ kind }) => kind }),
      unread: backlog,
      unplanned: backlog,
      unsettled: backlog,
      unanswered_stock: backlog,
      refused_stock: backlog,
      untold_orders: fc.array(when, { maxLength: 20 }),
      same_hours_before: fc.array(fc.integer({ min: 0, max: 8 })),
      statements: fc.array(when, { maxLength: 6 }),
    })
    .map((changes) => healthyChannel(changes))

  it("names each thing once, says since when in the past, and leaves out what follows from a cause", () => {
    fc.assert(
      fc.property(channel, fc.boolean(), (facts, worked) => {
        const shop = healthyShop({
          channels: [facts],
          ...(worked ? {} : { processes: [] }),
        })
        const found = judgeHealth(shop)
        const keys = found.map(alarmKey)
        expect(new Set(keys).size).toBe(keys.length)
        const symptoms = (findings: Finding[]) =>
          findings.map(({ code }) => alarmRule(code).symptom)
        const causes = found.filter(explains)
        expect(causes.length > 0 && symptoms(found).includes("channel")).toBe(
          false
        )
        const of_shop = causes.some(({ channel_id }) => channel_id === null)
        expect(of_shop && symptoms(found).some(Boolean)).toBe(false)
        const all = new Set(findAll(shop).map(alarmKey))
        expect(keys.filter((key) => !all.has(key))).toEqual([])
        expect(healthState(found) === "ok").toBe(found.length === 0)
        expect(judgeHealth(shop)).toEqual(found)
        expect(NOW).toEqual(shop.now)
      })
    )
  })
})
