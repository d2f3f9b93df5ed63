import fc from "fast-check"
import { AMarketplace } from "../__fixtures__/a-marketplace"
import { lookAtListings } from "../look-at-listings"
import { afterPush, PushOutcome } from "../push-outcome"
import { claimedUnits, NEW_CELL, StockCell } from "../stock-cell"

const WINDOW_MS = 30 * 60_000

type World = {
  /** Whether the marketplaces tell how many units are committed. */
  tells: boolean
  /** Whether the feed brings every sale within the window. */
  in_time: boolean
  /** What is written: units for sale, or what lies in the warehouse with the committed ones. */
  writes: "for_sale" | "on_hand"
}

/** What happens between reading a marketplace and writing to it. */
type Gap = (channel: AMarketplace, quantity: number) => void

/** A shop that sells one article on two marketplaces and in its own storefront. */
class AShop {
  readonly channels: readonly AMarketplace[]
  readonly cells: StockCell[] = [NEW_CELL, NEW_CELL]
  /** What orders held as committed when each was last looked at. */
  readonly committed = [0, 0]
  /** Units sold by each marketplace when its counters were last read. */
  readonly shown = [0, 0]
  /** Whether a write was made since the last look. */
  readonly unproven = [false, false]
  storefront = 0
  clock = 0

  constructor(
    public stock: number,
    readonly buffer: number,
    readonly share: number,
    readonly world: World
  ) {
    this.channels = [0, 1].map(() => new AMarketplace(world.tells))
    // What was sold before the first look is in the committed units, or nowhere.
    if (world.tells) {
      this.channels.forEach((channel) => (channel.available = stock))
    }
  }

  /** Units in Medusa that nothing is reserved of. */
  free(): number {
    const imported = this.channels.map((channel) => channel.imported())
    return this.stock - this.storefront - imported[0] - imported[1]
  }

  /** What is left when every sale that a counter has shown is taken off. */
  left(): number {
    return this.stock - this.storefront - this.shown[0] - this.shown[1]
  }

  sellInStorefront(units: number): void {
    if (units <= this.free()) {
      this.storefront += units
    }
  }

  /** One round of the worker: database first, then the marketplace, then the write. */
  follow(at: number, outcome: PushOutcome, applied: boolean, gap: Gap) {
    const channel = this.channels[at]
    const counted = channel.counted()
    const free = this.free()
    const reading = channel.read()
    this.shown[at] = channel.shown()
    const [{ cells, decision }] = lookAtListings(
      {
        listings: [
          {
            listing_id: `listing_${at}`,
            rules: {
              buffer: this.buffer,
              share: this.share,
              cap: null,
              minimum: 0,
              paused: false,
            },
            parts: [{ inventory_item_id: "iitem_1", required_quantity: 1 }],
            cells: new Map([["w", this.cells[at]]]),
            counted: new Map([["w", counted]]),
            unproven: new Set(this.unproven[at] ? ["w"] : []),
            obstacle: null,
            resting: false,
          },
        ],
        levels: [
          {
            inventory_item_id: "iitem_1",
            location_id: "sloc_1",
            stocked: free,
            reserved: 0,
          },
        ],
        claims: this.channels.map((channel, index) => ({
          listing_id: `listing_${index}`,
          warehouse_external_id: "w",
          inventory_item_id: "iitem_1",
          location_id: "sloc_1",
          required_quantity: 1,
          unseen: claimedUnits(this.cells[index], {
            net: channel.counted().net,
            committed: Math.max(
              channel.counted().committed,
              this.committed[index]
            ),
          }),
          locked: 0,
        })),
      },
      new Map([
        [`listing_${at}`, [{ warehouse_external_id: "w", ...reading }]],
      ]),
      {
        locations: new Map([["w", "sloc_1"]]),
        now: new Date(this.clock),
        feed_read_at: new Date(this.clock),
        window_ms: WINDOW_MS,
      }
    )
    const { cell } = cells[0].observation ?? { cell: this.cells[at] }
    this.cells[at] = cell
    this.committed[at] = counted.committed
    this.unproven[at] = false
    if (decision.kind !== "push") {
      return null
    }
    gap(channel, decision.targets[0].quantity)
    const on_hand = this.world.writes === "on_hand"
    if (applied) {
      channel.write(
        decision.targets[0].quantity,
        on_hand ? reading.committed : null
      )
    }
    this.unproven[at] = on_hand
    this.cells[at] = afterPush(cell, decision.targets[0].quantity, outcome)
    return decision.targets[0].quantity
  }
}

const units = fc.integer({ min: 1, max: 4 })
const channel = fc.integer({ min: 0, max: 1 })

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("sell"), channel, units }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("tell"), channel, units }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("ship"), channel, units }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("cancel"), channel, units }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("restock"), channel, units }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("storefront"), channel, units }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("wait"), channel, units }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("lower"), channel, units }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("follow"), channel, units }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("follow_with_a_sale"),
      channel,
      units,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("follow_with_a_parcel"),
      channel,
      units,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("follow_unanswered"),
      channel,
      units,
    }),
  }
)

function take(
  shop: AShop,
  {
    do: what,
    channel: at,
    units: n,
  }: { do: string; channel: number; units: number }
) {
  const marketplace = shop.channels[at]
  shop.clock += 1_000
  switch (what) {
    case "sell":
      return void marketplace.sell(n)
    case "tell":
      return void marketplace.tell()
    case "ship":
      // Where the feed is late, only the commitment shows a sale: it has to last.
      return void marketplace.ship(!shop.world.in_time)
    case "cancel":
      // A cancellation beside a sale leaves one counter as it was: only the other tells.
      return void (shop.world.tells && marketplace.cancel())
    case "restock":
      shop.stock += n
      return
    case "storefront":
      return void shop.sellInStorefront(n)
    case "wait":
      if (shop.world.in_time) {
        shop.channels.forEach((each) => each.tellAll())
      }
      shop.clock += 40 * 60_000
      return
    case "lower":
      marketplace.available = Math.max(marketplace.available - n, 0)
      return
    case "follow":
      return shop.follow(at, "accepted", true, nothing)
    case "follow_with_a_sale":
      // A write of what is for sale hides it from that counter; where there is no other, nothing
      // shows it, and no rule can know of it. So does a write of what lies there, of which less
      // than nothing is for sale.
      return shop.follow(at, "accepted", true, (channel, quantity) => {
        const hides = shop.world.writes === "for_sale"
        return shop.world.tells && (hides || n <= quantity)
          ? channel.sell(n, hides)
          : undefined
      })
    case "follow_with_a_parcel":
      // Its read-back comes before the next sale, which it would hide where what lies there is
      // written: more for sale and fewer committed, and the other way round.
      return Math.max(
        shop.follow(at, "accepted", true, (channel) =>
          channel.ship(!shop.world.in_time)
        ) ?? 0,
        shop.follow(at, "accepted", true, nothing) ?? 0
      )
    default:
      return shop.follow(at, "unknown", n % 2 === 0, nothing)
  }
}

const nothing: Gap = () => undefined

/** Plays a history and looks at every write. */
function play(world: World) {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(1, 0.5),
      fc.array(step, { minLength: 1, maxLength: 60 }),
      (stock, buffer, share, steps) => {
        const shop = new AShop(stock, buffer, share, world)
        for (const one of steps) {
          const written = take(shop, one)
          if (typeof written === "number") {
            expect(written).toBeLessThanOrEqual(
              Math.max(shop.left() - buffer, 0)
            )
          }
        }
      }
    ),
    { numRuns: 5_000 }
  )
}

describe("never is more written than is left after every sale that any counter has shown", () => {
  it.each(["for_sale", "on_hand"] as const)(
    "with honest counters, however late the order feed is, writing %s",
    (writes) => {
      play({ tells: true, in_time: false, writes })
    }
  )

  it.each(["for_sale", "on_hand"] as const)(
    "with honest counters and a feed in time, whenever parcels leave, writing %s",
    (writes) => {
      play({ tells: true, in_time: true, writes })
    }
  )

  it("with the number for sale alone and a feed in time", () => {
    play({ tells: false, in_time: true, writes: "for_sale" })
  })
})
