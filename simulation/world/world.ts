import { setTimeout as sleep } from "node:timers/promises"
import { MedusaContainer } from "@medusajs/framework/types"
import { Sandbox } from "../../sandbox"
import { seedTrading } from "../../scripts/host/seed-trading"
import marketplacesTick from "../../src/jobs/tick"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { executeRun } from "../../src/workflows/runs/execute-run"
import { startRun } from "../../src/workflows/runs/start-run"
import { EndState } from "../histories/end-state"
import { Event, Marketplace, MARKETPLACES } from "../histories/event"
import { Fault, FaultName } from "../histories/fault"
import { Offer, offerArticles, Shelf, stockArticles } from "./articles"
import { ShopDatabase } from "./database"
import { BEHIND_SECONDS, FaultDesk } from "./faults"
import { hurry } from "./hurry"
import { Marketplaces } from "./marketplaces"
import { MortalProcess } from "./mortal-process"
import { failConnectsAtOnce } from "./postgres-clients"
import { readEndState } from "./read-end-state"
import { ShopStaff, STAFF } from "./shop-staff"
import { signIn } from "./sign-in"
import { endLeases, isDue, pass } from "./time"
import { beginToWitness, witnessGivenBack, witnessTick } from "./witness"

/** No pacing, neither the marketplaces' nor the plugin's own, and no checks against descriptions. */
export const UNPACED = {
  sandbox: {
    tiktok_shop: { validate: false, quota: { per_second: 1_000_000 } },
    tiki: { validate: false, quota: { per_second: 1_000_000 } },
  },
  env: {
    TIKTOK_SHOP_REQUESTS_PER_SECOND: "1000000",
    TIKI_REQUESTS_PER_SECOND: "1000000",
  },
} as const

/** What came of a history. */
export type Outcome = {
  state: EndState
  /** How often each fault has struck. */
  hits: ReadonlyMap<FaultName, number>
  kills: number
}

/** Rounds in which a shop quiets down: each makes simply everything due. */
const MOST_ROUNDS = 12

const RESTLESS = `the shop has not come to rest after ${MOST_ROUNDS} rounds`

/** After that a flow that is always due is left to the next time. */
const MOST_TICKS = 4

/** One life of the shop, from its first connection on. */
type Life = {
  offers: Offer[]
  channels: Record<Marketplace, string>
  marketplaces: Marketplaces
  staff: ShopStaff
  faults: FaultDesk
  kills: number
}

/** A booted Medusa with the plugin, a PostgreSQL and both twins, in which histories happen. */
export class World {
  private constructor(
    private readonly container: MedusaContainer,
    private readonly sandbox: Sandbox,
    private readonly base_url: string,
    private readonly database: ShopDatabase,
    private readonly process: MortalProcess,
    private readonly shelves: Shelf[],
    private readonly endHurry: () => void
  ) {}

  /** @param base_url where Medusa listens. */
  static async open(options: {
    container: MedusaContainer
    sandbox: Sandbox
    base_url: string
    database_url: string
  }): Promise<World> {
    const { container, sandbox, base_url, database_url } = options
    const shelves = await stockArticles(container, await seedTrading(container))
    const database = new ShopDatabase(database_url)
    await database.connect()
    await beginToWitness(database)
    await database.keep()
    failConnectsAtOnce(container)
    const process = new MortalProcess(
      () => database.cut(),
      { marketplaces: sandbox.url, own_url: base_url },
      database.sessions
    )
    return new World(
      container,
      sandbox,
      base_url,
      database,
      process,
      shelves,
      hurry()
    )
  }

  async close(): Promise<void> {
    await this.process.settled()
    this.endHurry()
    this.process.close()
    await this.database.close()
  }

  /** Lets a history happen from the shop's first day on, with these faults, until it is quiet. */
  async happen(
    events: readonly Event[],
    faults: readonly Fault[]
  ): Promise<Outcome> {
    const life = await this.begin(faults)
    try {
      await this.liveAll(life, events, faults)
    } finally {
      life.faults.end()
    }
    const state = await this.quiet(life)
    return { state, hits: life.faults.hits, kills: life.kills }
  }

  private async liveAll(
    life: Life,
    events: readonly Event[],
    faults: readonly Fault[]
  ): Promise<void> {
    for (const [place, event] of events.entries()) {
      faults
        .filter(({ before }) => before === place)
        .forEach((fault) => life.faults.setUp(fault))
      await this.live(life, event)
      life.faults.look()
    }
  }

  private async begin(faults: readonly Fault[]): Promise<Life> {
    const { container, sandbox, database } = this
    await this.process.beginAnew()
    await database.restore()
    sandbox.tiktok.reset()
    sandbox.tiki.reset()
    const desk = new FaultDesk(sandbox, this.process)
    if (faults.some(({ name }) => name === "clock_behind")) {
      sandbox.clock.advance(-BEHIND_SECONDS)
      desk.hit("clock_behind")
    }
    const { options } = sandbox.tiktok
    options.webhook_mode = "manual"
    options.stock_messages = true
    const offers = offerArticles(sandbox)
    const channels = {
      "tiktok-shop": await this.connect("tiktok-shop"),
      tiki: await this.connect("tiki"),
    }
    sandbox.tiktok.subscriptions.clear()
    options.webhook_url = `${this.base_url}/hooks/marketplaces/tiktok-shop`
    const run = await startRun(container, {
      kind: "listing_download",
      params: { channel_ids: Object.values(channels) },
      created_by: STAFF,
    })
    await executeRun(container, run.id)
    // Its event may have been quicker.
    await this.process.settled()
    const marketplaces = new Marketplaces(sandbox, offers)
    const staff = new ShopStaff(
      container,
      this.shelves,
      offers,
      channels,
      marketplaces
    )
    await staff.linkAll()
    await this.process.settled()
    await this.tick()
    return { offers, channels, marketplaces, staff, faults: desk, kills: 0 }
  }

  private connect(marketplace: Marketplace): Promise<string> {
    const { container, sandbox } = this
    sandbox.tiktok.options.app.redirect_url = `${this.base_url}/hooks/marketplaces/tiktok-shop/callback`
    return signIn(container, sandbox, marketplace, this.process.fetch)
  }

  private async live(life: Life, event: Event): Promise<void> {
    const work = life.staff.workFor(event)
    if (work) {
      await this.shopActs(life, work)
    } else if (event.kind === "work") {
      await this.work(life)
    } else if (event.kind === "wait") {
      await pass(this.database, event.until)
      await this.work(life)
    } else {
      await witnessGivenBack(this.database, life.marketplaces.happen(event))
    }
  }

  /** What a person or the storefront does takes effect; what follows from it may not. */
  private async shopActs(
    life: Life,
    work: () => Promise<unknown>
  ): Promise<void> {
    const { process } = this
    await process.safely(async () => {
      await work()
      if (life.faults.dies_after_shop_acts) {
        life.faults.dies_after_shop_acts = false
        life.faults.hit("killed_after_shop_acted")
        process.kill()
      }
    })
    await this.orBeginAnew(life, () => process.settled())
  }

  private work(life: Life): Promise<void> {
    return this.orBeginAnew(life, async () => {
      await this.deliver(life)
      await this.tick().catch((error: unknown) => {
        // A job that fails comes again a second later.
        if (!life.faults.hits.has("database_cut")) {
          throw error
        }
      })
    })
  }

  /** Seconds go by, as long as a second's tick finds something to do. */
  private async tick(): Promise<void> {
    for (let second = 0; second < MOST_TICKS; second++) {
      await witnessTick(this.database)
      await marketplacesTick(this.container)
      await this.process.settled()
      if (this.process.isDead || !(await isDue(this.database))) {
        return
      }
    }
  }

  private async orBeginAnew(
    life: Life,
    work: () => Promise<unknown>
  ): Promise<void> {
    if (!(await this.process.live(work))) {
      life.kills += 1
      await this.process.beginAnew()
      await endLeases(this.database)
    }
  }

  private async deliver({ faults }: Life): Promise<void> {
    const { webhooks } = this.sandbox.tiktok
    const { delivery } = faults
    const waiting = webhooks.log().filter(({ state }) => state === "pending")
    if (delivery.late > 0) {
      delivery.late -= 1
      if (waiting.length) {
        faults.hit("webhooks_delayed")
      }
      return
    }
    if (webhooks.log().some(({ state }) => state === "dropped")) {
      faults.hit("webhooks_dropped")
    }
    const { order, times } = delivery
    faults.delivery = { order: "oldest_first", times: 1, late: 0 }
    const sent = await webhooks.flush({ order, times })
    if (sent.length > 0 && times > 1) {
      faults.hit("webhooks_duplicated")
    }
    if (sent.length > 1 && order === "newest_first") {
      faults.hit("webhooks_reordered")
    }
  }

  /** Works off simply everything, until that leaves nothing undone and changes nothing any more. */
  private async quiet(life: Life): Promise<EndState> {
    const { database, sandbox } = this
    const read = () => readEndState(database, sandbox, life.offers)
    await this.signInAgain()
    await life.staff.linkAll()
    await this.catchUp()
    // Sales are only given up once their orders could have been read.
    await pass(database, "everything")
    await this.work(life)
    let before = ""
    for (let round = 1; ; round++) {
      await pass(database, "believed_no_more")
      await this.work(life)
      await this.signInAgain()
      const state = await read()
      const now = JSON.stringify({ ...state, writes: [] })
      const rests = now === before
      if (rests && !state.undone.length) {
        return state
      }
      if (round === MOST_ROUNDS) {
        return rests ? state : { ...state, undone: [...state.undone, RESTLESS] }
      }
      before = now
    }
  }

  /** What a marketplace dates ahead of this clock is found once this clock is there too. */
  private async catchUp(): Promise<void> {
    const { tiktok, tiki } = this.sandbox
    const changed = [...tiktok.book.all(), ...tiki.book.all()]
    const newest = Math.max(0, ...changed.map(({ update_time }) => update_time))
    while (Date.now() <= (newest + 1) * 1000) {
      await sleep(1000)
    }
  }

  /** A person sees to channels that ask for it. */
  private async signInAgain(): Promise<void> {
    const channels = await marketplacesOf(
      this.container
    ).listMarketplaceChannels({ status: "needs_authorization" })
    for (const marketplace of MARKETPLACES) {
      if (channels.some(({ provider_id }) => provider_id === marketplace)) {
        await this.connect(marketplace)
      }
    }
  }
}
