import { Sandbox } from "../../sandbox"
import { CALL_FAULTS, CallFault, Fault, FaultName } from "../histories/fault"
import { MortalProcess, Trap } from "./mortal-process"

/** How messages are on their way, until they are delivered the next time. */
export type Delivery = {
  order: "oldest_first" | "newest_first"
  times: number
  /** Deliveries that are left out. */
  late: number
}

/** Requests that are left without an answer, and how often that is looked for (milliseconds). */
const SILENT: readonly FaultName[] = ["never_answered", "request_lost"]
const LOOK_MS = 5
const STOCK_WRITES = "*updateSku"
const TOKENS: Record<Fault["marketplace"], string> = {
  "tiktok-shop": "*/token/refresh",
  tiki: "*/oauth2/token",
}
/** What the marketplaces' clocks go wrong by. TikTok Shop refuses what is half a minute early by its. */
const AHEAD_SECONDS = 5
export const BEHIND_SECONDS = 20

/** Sets faults up, and knows which of them have struck. */
export class FaultDesk {
  readonly hits = new Map<FaultName, number>()
  delivery: Delivery = { order: "oldest_first", times: 1, late: 0 }
  /** The process dies as soon as somebody in the shop has done something. */
  dies_after_shop_acts = false
  private looking: NodeJS.Timeout[] = []
  private waiting: { name: FaultName; hasStruck: () => boolean }[] = []

  constructor(
    private readonly sandbox: Sandbox,
    private readonly process: MortalProcess
  ) {}

  hit(name: FaultName): void {
    this.hits.set(name, (this.hits.get(name) ?? 0) + 1)
  }

  setUp(fault: Fault): void {
    const { name, count } = fault
    if (name in CALL_FAULTS) {
      this.disturbCalls(name as CallFault, fault)
      return
    }
    switch (name) {
      case "webhooks_duplicated":
        this.delivery.times = 2
        return
      case "webhooks_reordered":
        this.delivery.order = "newest_first"
        return
      case "webhooks_delayed":
        this.delivery.late = 1 + count
        return
      case "webhooks_dropped":
        return this.sandbox.tiktok.webhooks.drop(1 + count)
      case "events_repeated":
      case "events_shuffled":
      case "events_dropped":
        return this.disturbEvents(name, count)
      case "access_token_expired":
        return this.expire(fault)
      case "token_answer_lost":
        this.add(name, fault, {
          kind: "lost_answer",
          path: TOKENS[fault.marketplace],
        })
        this.twin(fault).authorizations.expireAccess()
        return
      case "access_revoked":
        this.hit(name)
        return this.revoke(fault)
      case "clock_ahead":
        if (!this.hits.has(name)) {
          this.sandbox.clock.advance(AHEAD_SECONDS)
        }
        return this.hit(name)
      case "clock_behind":
        // From the beginning on: a marketplace's own clock never goes back.
        return
      case "killed_after_shop_acted":
        this.dies_after_shop_acts = true
        return
      default:
        return this.setTrap(fault)
    }
  }

  /** Counts what has struck since. */
  look(): void {
    const struck = this.waiting.filter(({ hasStruck }) => hasStruck())
    struck.forEach(({ name }) => this.hit(name))
    this.waiting = this.waiting.filter((one) => !struck.includes(one))
  }

  /** Nothing goes wrong any more. */
  end(): void {
    this.look()
    this.waiting = []
    this.looking.forEach((one) => clearInterval(one))
    this.sandbox.tiktok.faults.clear()
    this.sandbox.tiki.faults.clear()
    this.sandbox.tiktok.webhooks.drop(0)
    this.process.clearTraps()
    this.delivery = { order: "oldest_first", times: 1, late: 0 }
    this.dies_after_shop_acts = false
  }

  private disturbCalls(name: CallFault, fault: Fault): void {
    this.add(name, fault, {
      ...CALL_FAULTS[name],
      ...(name === "write_without_effect" ? { path: STOCK_WRITES } : {}),
      skip: fault.count,
    })
  }

  private add(
    name: FaultName,
    fault: Fault,
    input: Parameters<Sandbox["tiki"]["faults"]["add"]>[0]
  ): void {
    const { faults } = this.twin(fault)
    const { id } = faults.add(input)
    const hasStruck = () => faults.pending().every((one) => one.id !== id)
    this.waiting.push({ name, hasStruck })
    if (SILENT.includes(name)) {
      this.giveUpAfter(hasStruck)
    }
  }

  /** Nobody waits for what never comes. */
  private giveUpAfter(hasStruck: () => boolean): void {
    const looking = setInterval(() => {
      if (hasStruck()) {
        clearInterval(looking)
        this.process.giveUpCalls()
      }
    }, LOOK_MS)
    this.looking.push(looking)
  }

  private disturbEvents(
    name: "events_repeated" | "events_shuffled" | "events_dropped",
    count: number
  ): void {
    const { queues } = this.sandbox.tiki
    if (queues.all().some(({ waiting }) => waiting.length > 0)) {
      this.hit(name)
    }
    if (name === "events_dropped") {
      queues.drop(1 + count)
    } else {
      queues.disturb(name === "events_repeated" ? "repeat" : "shuffle", count)
    }
  }

  private expire(fault: Fault): void {
    this.hit(fault.name)
    this.twin(fault).authorizations.expireAccess()
  }

  private revoke({ marketplace }: Fault): void {
    const { tiktok, tiki } = this.sandbox
    if (marketplace === "tiki") {
      tiki.authorizations.revoke(tiki.seller().id)
    } else {
      tiktok.revoke()
    }
  }

  private setTrap({ name, count }: Fault): void {
    const traps: Partial<Record<FaultName, Pick<Trap, "at" | "side">>> = {
      killed_before_commit: { at: "commit", side: "before" },
      killed_after_commit: { at: "commit", side: "after" },
      killed_before_call: { at: "call", side: "before" },
      killed_after_call: { at: "call", side: "after" },
      database_cut: { at: "query", side: "before" },
    }
    const trap = traps[name]
    if (trap) {
      this.process.set({
        ...trap,
        left: count,
        cut: name === "database_cut",
        shut: () => this.hit(name),
      })
    }
  }

  private twin({ marketplace }: Fault) {
    return marketplace === "tiki" ? this.sandbox.tiki : this.sandbox.tiktok
  }
}
