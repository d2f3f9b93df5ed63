import { setTimeout as sleep } from "node:timers/promises"
import { backgroundCount } from "../../src/workflows/background"
import { PatchableClient, postgresClients } from "./postgres-clients"

/** Where the process is to die, or to lose its database: so many more of these pass before. */
export type Trap = {
  at: "commit" | "call" | "query"
  /** Whether what it stands at still takes effect. */
  side: "before" | "after"
  left: number
  /** Told when it shuts. */
  shut: () => void
  /** A trap that only cuts the connections of a process that lives on. */
  cut: boolean
}

type Callback = (error: Error | null, result?: unknown) => void

const DEAD = "The process was killed"

/**
 * The process that the plugin runs in, as its database and its marketplaces see it. Once it is
 * dead, each query and each call that its code still tries fails and takes no effect, and what
 * it left open in the database is rolled back: all that `kill -9` leaves behind. Its code runs
 * to its end meanwhile, into nothing.
 */
export class MortalProcess {
  private traps: Trap[] = []
  private dead = false
  private told_dead: () => void = () => undefined
  private death: Promise<void>
  private safe = 0
  /** What it was last given to do. */
  private under_way: Promise<unknown> = Promise.resolve()
  private readonly unanswered = new Set<(error: Error) => void>()
  private in_flight = 0
  private last_activity = 0
  private readonly restore: (() => void)[] = []
  /** Its database clients whose sessions have not ended, as far as they know. */
  private readonly clients = new Set<PatchableClient>()
  private readonly watched = new WeakSet<PatchableClient>()
  /** As it was before it was watched. */
  readonly fetch = globalThis.fetch

  /**
   * @param cut ends every database session of the process, and names them.
   * @param sides.marketplaces where its calls go; `sides.own_url` is where it listens itself.
   */
  constructor(
    private readonly cut: () => Promise<string[]>,
    private readonly sides: { marketplaces: string; own_url: string },
    private readonly exempt: { has(client: object): boolean }
  ) {
    this.death = this.newLife()
    this.watchQueries()
    this.watchCalls()
  }

  get isDead(): boolean {
    return this.dead
  }

  set(trap: Trap): void {
    this.traps.push(trap)
  }

  clearTraps(): void {
    this.traps = []
  }

  /** From now on nothing that it does takes effect. */
  kill(): void {
    this.dead = true
    this.told_dead()
  }

  /** Work of this process, to its end or to the process's. @returns whether it lived. */
  async live(work: () => Promise<unknown>): Promise<boolean> {
    if (!this.dead) {
      const done = work().catch((error: unknown) => {
        if (!this.dead) {
          throw error
        }
      })
      this.under_way = done.catch(() => undefined)
      await Promise.race([done, this.death])
      if (!this.dead) {
        await this.settled()
      }
    }
    return !this.dead
  }

  /** Work during which no trap shuts. */
  async safely<T>(work: () => Promise<T>): Promise<T> {
    this.safe += 1
    try {
      return await work()
    } finally {
      this.safe -= 1
    }
  }

  /** Its successor: all that the dead one had under way has ended, without effect. */
  async beginAnew(): Promise<void> {
    // Its sessions may wait for one another's locks, which nothing but their end gives back.
    await this.settled(SETTLED_WITHIN_MS)
    await this.cutSessions()
    await this.under_way
    await this.settled()
    this.dead = false
    this.death = this.newLife()
  }

  /**
   * Nothing is under way: no work, no query, no call, and no event that is still to be heard.
   * @param within_ms for how long that is waited for.
   */
  async settled(within_ms = Infinity): Promise<void> {
    const end = Date.now() + within_ms
    while (Date.now() < end) {
      if (
        backgroundCount("") === 0 &&
        this.in_flight === 0 &&
        Date.now() - this.last_activity > QUIET_MS
      ) {
        return
      }
      await sleep(1)
    }
  }

  /** Its patience with every call under way is at an end. */
  giveUpCalls(): void {
    const error = Object.assign(new Error("no answer in time"), {
      name: "TimeoutError",
    })
    this.unanswered.forEach((giveUp) => giveUp(error))
  }

  close(): void {
    this.restore.forEach((back) => back())
  }

  private newLife(): Promise<void> {
    return new Promise((done) => {
      this.told_dead = done
    })
  }

  /** The trap that is due at what happens now, of those on this side of it. */
  private step(at: Trap["at"]): Trap | undefined {
    if (this.safe > 0) {
      return undefined
    }
    const due = this.traps.find((trap) => trap.at === at && trap.left === 0)
    this.traps = this.traps.filter((trap) => trap !== due)
    this.traps
      .filter((trap) => trap.at === at && trap.left > 0)
      .forEach((trap) => (trap.left -= 1))
    return due
  }

  private shut(trap: Trap): void {
    trap.shut()
    if (trap.cut) {
      void this.cutSessions().finally(this.begin())
    } else {
      this.kill()
    }
  }

  /** Whoever takes a client that has not heard yet works with a session that is gone. */
  private async cutSessions(): Promise<void> {
    const ended = new Set(await this.cut())
    const unheard = ({ processID }: PatchableClient) =>
      ended.has(String(processID))
    const end = Date.now() + HEARD_WITHIN_MS
    while ([...this.clients].some(unheard) && Date.now() < end) {
      await sleep(1)
    }
  }

  /** Code goes on for a while with a client that has heard that its session is over. */
  private watchEnd(client: PatchableClient): void {
    if (!this.watched.has(client)) {
      this.watched.add(client)
      this.clients.add(client)
      client.once("end", () => this.clients.delete(client))
    }
  }

  private begin(): () => void {
    this.in_flight += 1
    return () => {
      this.in_flight -= 1
      this.last_activity = Date.now()
    }
  }

  private watchQueries(): void {
    for (const Client of postgresClients()) {
      const { query, connect } = Client.prototype
      const watch = (client: PatchableClient, args: unknown[]) =>
        this.query(client, args, (given) => query.apply(client, given))
      const isExempt = (client: object) => this.exempt.has(client)
      const isDead = () => this.dead
      Client.prototype.query = function (...args) {
        return isExempt(this) ? query.apply(this, args) : watch(this, args)
      }
      Client.prototype.connect = function (...args) {
        return isDead() && !isExempt(this)
          ? fail(args)
          : connect.apply(this, args)
      }
      this.restore.push(() =>
        Object.assign(Client.prototype, { query, connect })
      )
    }
  }

  private query(
    client: PatchableClient,
    args: unknown[],
    run: (args: unknown[]) => unknown
  ): unknown {
    if (this.dead) {
      return fail(args)
    }
    this.watchEnd(client)
    const text = textOf(args[0])
    const is_commit = isCommit(client, text)
    const trap = (is_commit && this.step("commit")) || this.step("query")
    if (trap?.side === "before") {
      this.shut(trap)
      if (this.dead) {
        return fail(args)
      }
    }
    const end = this.begin()
    const done = (): Error | null => {
      end()
      if (trap?.side === "after") {
        this.shut(trap)
      }
      return this.dead ? new Error(DEAD) : null
    }
    const callback = args.at(-1)
    if (typeof callback === "function") {
      const heard: Callback = (error, result) =>
        (callback as Callback)(done() ?? error, result)
      return run([...args.slice(0, -1), heard])
    }
    const answer = run(args)
    if (!(answer instanceof Promise)) {
      end()
      return answer
    }
    return answer.then(
      (result: unknown) => {
        const error = done()
        if (error) {
          throw error
        }
        return result
      },
      (error: unknown) => {
        throw done() ?? error
      }
    )
  }

  private watchCalls(): void {
    const { fetch } = this
    globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input)
      if (url.startsWith(this.sides.marketplaces)) {
        return this.call(() => fetch(input, init))
      }
      if (this.dead && url.startsWith(this.sides.own_url)) {
        throw new TypeError("fetch failed")
      }
      return fetch(input, init)
    }
    this.restore.push(() => {
      globalThis.fetch = fetch
    })
  }

  private async call(make: () => Promise<Response>): Promise<Response> {
    const trap = this.dead ? undefined : this.step("call")
    if (trap?.side === "before") {
      this.shut(trap)
    }
    this.refuseWhenDead()
    const end = this.begin()
    let giveUp: (error: Error) => void = () => undefined
    const given_up = new Promise<never>((_, fail) => {
      giveUp = fail
    })
    this.unanswered.add(giveUp)
    try {
      return await Promise.race([make(), given_up])
    } finally {
      this.unanswered.delete(giveUp)
      end()
      if (trap?.side === "after") {
        this.shut(trap)
      }
      this.refuseWhenDead()
    }
  }

  private refuseWhenDead(): void {
    if (this.dead) {
      // A dead process asks nobody again.
      throw Object.assign(new TypeError("fetch failed"), {
        cause: { code: DEAD },
      })
    }
  }
}

/** Until what a dead process had under way has ended by itself, if it does (milliseconds). */
const SETTLED_WITHIN_MS = 2000

/** A client that was used first when its session was over never tells (milliseconds). */
const HEARD_WITHIN_MS = 1000

/** Events are heard a moment after what they tell of (milliseconds). */
const QUIET_MS = 4

/** Everything outside a transaction commits by itself. */
function isCommit(client: PatchableClient, text: string): boolean {
  const word = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? ""
  if (word === "begin" || word === "start") {
    client.in_transaction = true
    return false
  }
  if (word === "commit" || word === "rollback") {
    const ends = client.in_transaction === true && !/\bto\b/i.test(text)
    client.in_transaction = client.in_transaction && !ends
    return ends && word === "commit"
  }
  return (
    !client.in_transaction &&
    ["insert", "update", "delete", "with"].includes(word)
  )
}

function textOf(query: unknown): string {
  return typeof query === "string"
    ? query
    : String((query as { text?: string } | null)?.text ?? "")
}

/** Fails as `pg` does, by callback or by promise. */
function fail(args: unknown[]): unknown {
  const callback = args.at(-1)
  const error = new Error(DEAD)
  if (typeof callback === "function") {
    process.nextTick(callback, error)
    return undefined
  }
  const [query] = args
  const handle = (query as { handleError?: (error: Error) => void } | undefined)
    ?.handleError
  if (handle) {
    process.nextTick(() => handle.call(query, error))
    return query
  }
  return Promise.reject(error)
}
