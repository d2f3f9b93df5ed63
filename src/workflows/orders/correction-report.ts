import { randomUUID } from "node:crypto"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import {
  LEASE_SECONDS,
  RunLease,
  RunResultLine,
} from "../../modules/marketplace-channel/services/run-log"
import { keepRun } from "../runs/keep-run"
import { Channel } from "./channel"

/** What a check of orders corrected, as a run; there is none while nothing was wrong. */
export class CorrectionReport {
  private run: RunLease | null = null
  private letGo: () => void = () => undefined

  constructor(
    private readonly marketplaces: MarketplaceChannelModuleService,
    private readonly channel: Channel,
    /** Orders that are checked. */
    private readonly total: number
  ) {}

  /** @param done orders checked so far. */
  async add(lines: RunResultLine[], done: number): Promise<void> {
    if (!lines.length && !this.run) {
      return
    }
    if (!this.run) {
      this.run = await this.open()
      this.letGo = keepRun(this.marketplaces, this.run)
    }
    await this.marketplaces.runs.addResults(this.run, lines)
    await this.marketplaces.runs.report(this.run, {
      phase: "checking",
      done,
      total: this.total,
    })
  }

  /** Ends the run, if there is one; a failure beyond it is the flow's to tell. */
  async close(done: number): Promise<void> {
    this.letGo()
    if (this.run) {
      await this.marketplaces.runs.report(this.run, {
        phase: "done",
        done,
        total: this.total,
      })
      await this.marketplaces.runs.finish(this.run, { status: "done" })
    }
  }

  private async open(): Promise<RunLease> {
    const lease_id = randomUUID()
    const { id } = await this.marketplaces.createMarketplaceRuns({
      kind: "order_check",
      status: "running",
      preview: false,
      params: { channel_ids: [this.channel.id] },
      progress: { phase: "checking", done: 0, total: this.total },
      counts: {},
      created_by: "system",
      // The flow works on it: until it stops, nobody else ends the run.
      leased_until: new Date(Date.now() + LEASE_SECONDS * 1000),
      lease_id,
    })
    return { id, lease_id }
  }
}
