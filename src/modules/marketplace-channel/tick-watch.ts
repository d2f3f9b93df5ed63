import { Logger } from "@medusajs/framework/types"
import {
  TickingProcess,
  ticksSilentSince,
} from "../../domain/health/ticks-silent-since"
import { errorMessage } from "../../domain/shared/error-message"
import { registerJobs } from "./register-jobs"

/** A process that slept may look before its own overdue tick has run. */
const CERTAIN_LOOKS = 2

/**
 * A worker's eye on the plugin's one-second job. Redis that comes back empty has lost it, and
 * Medusa registers jobs at a start only: after half a minute in which it ran nowhere, the
 * plugin's jobs are registered anew, and once more after every further look in vain.
 */
export class TickWatch {
  private ticked = false
  private under_way = 0
  private silent_looks = 0
  private registering = false

  constructor(private readonly logger: Logger) {}

  /** Does what the job does in this process. */
  async tick(work: () => Promise<void>): Promise<void> {
    this.ticked = true
    this.under_way++
    try {
      await work()
    } finally {
      this.under_way--
    }
  }

  /**
   * Whether it has run in this process since this was asked last. One that hangs runs: Medusa's
   * engine in memory would begin a second row of ticks beside it.
   */
  takeTick(): boolean {
    const ticked = this.ticked || this.under_way > 0
    this.ticked = false
    return ticked
  }

  look(
    self: Pick<TickingProcess, "started_at" | "seen_at">,
    living: Pick<TickingProcess, "ticked_at">[]
  ): void {
    const since = ticksSilentSince(self, living)
    if (!since) {
      if (this.silent_looks >= CERTAIN_LOOKS) {
        this.logger.info("marketplaces: scheduled jobs run again.")
      }
      this.silent_looks = 0
      return
    }
    this.silent_looks++
    if (this.silent_looks === CERTAIN_LOOKS) {
      this.logger.error(
        `marketplaces: no scheduled job has run since ${since.toISOString()}: orders are not downloaded and stock is not updated. The plugin's jobs are registered anew. If Redis was emptied, start the workers anew for the jobs of others; if it cannot be reached, its own log says why. [no_tick]`
      )
    }
    if (this.silent_looks >= CERTAIN_LOOKS) {
      void this.register()
    }
  }

  /** Not awaited: it lasts for as long as Redis is away. */
  private async register(): Promise<void> {
    if (this.registering) {
      return
    }
    this.registering = true
    try {
      await registerJobs()
    } catch (error) {
      this.logger.warn(
        `marketplaces: scheduled jobs cannot be registered: ${errorMessage(error)}`
      )
    } finally {
      this.registering = false
    }
  }
}
