import { ConfigModule, Logger } from "@medusajs/framework/types"
import { errorMessage } from "../../../domain/shared/error-message"
import { processesWithoutLocks } from "../../../domain/stock/locking-obstacle"
import { lockingInUse } from "../locking-in-use"
import { lockingWarning } from "../locking-warning"
import { TickWatch } from "../tick-watch"
import { ProcessRegisterService, ProcessRow } from "./process-register"

const EVERY_MS = 5_000
/** Workers may start after the servers. */
const WORKERS_START_MS = 60_000

/**
 * Says every few seconds that this process runs, whatever its worker mode: one that serves
 * the storefront only reserves stock as well. Says in the log when processes run beside one
 * another that do not share their locks, or when none of them works, and when that is over. A
 * worker also sees to it that the scheduled jobs run.
 */
export class ProcessHeartbeatService {
  private readonly processes: ProcessRegisterService
  private readonly logger: Logger
  private readonly worker_mode: string
  private readonly ticks: TickWatch
  private timer: NodeJS.Timeout | null = null
  private beating: Promise<void> = Promise.resolve()
  private alone = true
  private begun_at = 0
  private worked_for = true
  private failing = false

  constructor(cradle: {
    processRegisterService: ProcessRegisterService
    logger: Logger
    configModule?: ConfigModule
  }) {
    this.processes = cradle.processRegisterService
    this.logger = cradle.logger
    this.worker_mode =
      cradle.configModule?.projectConfig?.workerMode ?? "shared"
    this.ticks = new TickWatch(cradle.logger)
  }

  /** Does what the plugin's one-second job does in this process. */
  tick(work: () => Promise<void>): Promise<void> {
    return this.ticks.tick(work)
  }

  /** Resolves after the first sign; the process may end while it goes on. */
  async start(): Promise<void> {
    const locking = lockingInUse()
    this.begun_at = Date.now()
    const beat = () => {
      this.beating = this.beat(locking)
      return this.beating
    }
    clearInterval(this.timer ?? undefined)
    this.timer = setInterval(() => void beat(), EVERY_MS).unref()
    await beat()
  }

  async stop(): Promise<void> {
    if (!this.timer) {
      return
    }
    clearInterval(this.timer)
    this.timer = null
    await this.beating
    await this.processes.signOff().catch(() => undefined)
  }

  /** A beat that fails is made up for by the next. */
  private async beat(locking: string): Promise<void> {
    try {
      const self = await this.processes.sign({
        locking,
        worker_mode: this.worker_mode,
        ticked: this.ticks.takeTick(),
      })
      const living = await this.processes.listLiving()
      this.tell(processesWithoutLocks(living))
      this.tellWorkers(living)
      if (this.worker_mode !== "server") {
        this.ticks.look(self, living)
      }
      this.failing = false
    } catch (error) {
      if (!this.failing && this.timer) {
        this.logger.warn(
          `marketplaces: this process cannot say that it runs: ${errorMessage(error)}`
        )
      }
      this.failing = true
    }
  }

  /** Nobody else can say that nobody works: what keeps the record of alarms is work too. */
  private tellWorkers(living: ProcessRow[]): void {
    const working = living.some(({ worker_mode }) => worker_mode !== "server")
    const waiting = Date.now() - this.begun_at < WORKERS_START_MS
    if (!working && !waiting && this.worked_for) {
      this.logger.error(
        "marketplaces: no process does the work: orders are not downloaded and stock is not updated. Start one with worker mode “worker” or “shared”. [no_worker]"
      )
    }
    if (working && !this.worked_for) {
      this.logger.info("marketplaces: a worker runs again.")
    }
    this.worked_for = working || waiting
  }

  private tell(processes: ProcessRow[]): void {
    if (processes.length && this.alone) {
      this.logger.error(`marketplaces: ${lockingWarning(processes)}`)
    }
    if (!processes.length && !this.alone) {
      this.logger.info(
        "marketplaces: locks are no longer kept apart by processes; stock is raised again."
      )
    }
    this.alone = !processes.length
  }
}
