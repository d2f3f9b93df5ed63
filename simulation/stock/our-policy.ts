import {
  lookAtListings,
  StockFacts,
} from "../../src/domain/stock/look-at-listings"
import { nextLook, UNRESOLVED_MS } from "../../src/domain/stock/next-look"
import { afterPush, PushOutcome } from "../../src/domain/stock/push-outcome"
import {
  claimedUnits,
  CountedUnits,
  NEW_CELL,
  StockCell,
  unseenUnits,
} from "../../src/domain/stock/stock-cell"
import { StockState } from "../../src/domain/stock/stock-state"
import {
  DEBOUNCE_MS,
  READ_BACK_MS,
  READ_MS,
  RETRY_MS,
  SWEEP_MS,
  WRITE_MS,
  WRITE_QUEUE_MS,
} from "./latencies"
import { Policy } from "./policies"
import { Referee } from "./referee"
import { Channel, Shop } from "./shop"

const WINDOW_MS = 30 * 60_000
/** Simulated time begins here. */
const EPOCH = Date.UTC(2026, 0, 5)

type Followed = {
  channel: Channel
  listing_id: string
  warehouse: string
  cell: StockCell
  /** When the last write was that nobody knows the end of. */
  unknown_at: number | null
  /** Whether it was written since the last look. */
  is_written: boolean
  looking: boolean
  again: boolean
}

/** What the plugin does: its own rules, in the order that its worker keeps. */
export class OurPolicy implements Policy {
  writes = 0
  private readonly followed: Followed[]

  constructor(
    private readonly shop: Shop,
    private readonly referee: Referee
  ) {
    this.followed = shop.channels.map((channel) => ({
      channel,
      listing_id: channel.marketplace.name,
      warehouse: `warehouse of ${channel.marketplace.name}`,
      cell: NEW_CELL,
      unknown_at: null,
      is_written: false,
      looking: false,
      again: false,
    }))
    shop.onChange = () => this.followed.forEach((one) => this.nudge(one))
    shop.onMessage = (channel) =>
      this.followed
        .filter((one) => one.channel === channel)
        .forEach((one) => this.nudge(one))
    this.sweep()
  }

  private sweep(): void {
    this.followed.forEach((one) => this.nudge(one))
    this.shop.timeline.after(SWEEP_MS, () => this.sweep())
  }

  private nudge(one: Followed, delay = DEBOUNCE_MS): void {
    if (one.looking) {
      one.again = true
      return
    }
    one.looking = true
    this.shop.timeline.after(delay, () => this.look(one))
  }

  /** Database first, then the marketplace, then the write. */
  private look(one: Followed): void {
    const { timeline } = this.shop
    const counted = { ...one.channel.counted }
    const facts = this.facts(one, counted)
    const counted_before = this.followed.map((each) => ({
      ...each.channel.counted,
    }))
    const stock = this.shop.stocked - this.shop.storefront
    timeline.after(READ_MS, () => {
      if (one.channel.refused_until > timeline.now) {
        this.rest(one, RETRY_MS)
        return
      }
      const reading = one.channel.marketplace.read()
      this.referee.reads(one.channel)
      const now = new Date(EPOCH + timeline.now)
      const before = unseenUnits(one.cell, counted)
      const [look] = lookAtListings(
        this.withNewerClaims(facts, counted_before),
        new Map([
          [
            one.listing_id,
            [{ warehouse_external_id: one.warehouse, ...reading }],
          ],
        ]),
        {
          locations: new Map([[one.warehouse, "sloc"]]),
          now,
          feed_read_at: now,
          window_ms: WINDOW_MS,
        }
      )
      one.cell = look.cells[0].observation?.cell ?? one.cell
      one.is_written = false
      one.channel.held = unseenUnits(one.cell, one.channel.counted)
      if (unseenUnits(one.cell, counted) !== before) {
        this.followed
          .filter((other) => other !== one)
          .forEach((other) => this.nudge(other))
      }
      if (look.decision.kind !== "push") {
        this.finish(
          one,
          look.decision.kind === "hold" ? "unresolved" : "even",
          now
        )
        return
      }
      const { quantity } = look.decision.targets[0]
      this.referee.judge(quantity, stock)
      const wait = WRITE_MS + this.shop.random.next() * WRITE_QUEUE_MS
      timeline.after(wait, () => this.write(one, quantity, reading.committed))
    })
  }

  private write(one: Followed, quantity: number, committed: number): void {
    const { random, scenario, timeline } = this.shop
    this.writes += 1
    const is_refused = one.channel.refused_until > timeline.now
    const is_lost = !is_refused && random.chance(scenario.lost_answers)
    const outcome: PushOutcome = is_refused
      ? "postponed"
      : is_lost
        ? "unknown"
        : "accepted"
    if (outcome === "accepted" || (is_lost && random.chance(0.5))) {
      one.channel.marketplace.write(quantity, committed)
      this.referee.writes(one.channel, quantity)
    }
    one.cell = afterPush(one.cell, quantity, outcome)
    one.is_written = !is_refused
    one.unknown_at = is_lost ? timeline.now : one.unknown_at
    this.finish(
      one,
      is_refused ? "held" : is_lost ? "unresolved" : "pushed",
      new Date(EPOCH + timeline.now)
    )
  }

  private finish(one: Followed, state: StockState, now: Date): void {
    const next = nextLook(
      { state, failures: 0, unseen: one.cell.unseen },
      { now, window_ms: WINDOW_MS, read_back_ms: READ_BACK_MS }
    )
    const wait = next ? next.at.getTime() - now.getTime() : null
    this.rest(one, wait)
  }

  private rest(one: Followed, wait: number | null): void {
    one.looking = false
    if (one.again) {
      one.again = false
      this.nudge(one)
    } else if (wait !== null) {
      this.shop.timeline.after(wait, () => this.nudge(one, 0))
    }
  }

  /**
   * What other channels' counters have shown since Medusa was read counts too; what their
   * orders have explained since does not: its units are not taken from the free ones yet.
   */
  private withNewerClaims(
    facts: StockFacts,
    counted: CountedUnits[]
  ): StockFacts {
    return {
      ...facts,
      claims: facts.claims.map((claim, at) => ({
        ...claim,
        unseen: Math.max(
          claim.unseen,
          claimedUnits(this.followed[at].cell, counted[at])
        ),
      })),
    }
  }

  private facts(one: Followed, counted: Channel["counted"]): StockFacts {
    const { buffer, share } = this.shop.scenario
    const part = { inventory_item_id: "iitem", required_quantity: 1 }
    const is_unresolved =
      one.unknown_at !== null &&
      this.shop.timeline.now - one.unknown_at < UNRESOLVED_MS
    return {
      listings: [
        {
          listing_id: one.listing_id,
          rules: { buffer, share, cap: null, minimum: 0, paused: false },
          parts: [part],
          cells: new Map([[one.warehouse, one.cell]]),
          counted: new Map([[one.warehouse, counted]]),
          unproven: new Set(
            one.is_written && one.channel.marketplace.takes === "on_hand"
              ? [one.warehouse]
              : []
          ),
          obstacle: is_unresolved ? "unresolved_push" : null,
          resting: false,
        },
      ],
      levels: [
        {
          inventory_item_id: "iitem",
          location_id: "sloc",
          stocked: this.shop.free(),
          reserved: 0,
        },
      ],
      claims: this.followed.map((other) => ({
        ...part,
        listing_id: other.listing_id,
        warehouse_external_id: other.warehouse,
        location_id: "sloc",
        unseen: claimedUnits(other.cell, other.channel.counted),
        locked: 0,
      })),
    }
  }
}
