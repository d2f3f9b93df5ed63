import { ConfigModule, Logger } from "@medusajs/framework/types"
import { errorMessage } from "../../../domain/shared/error-message"
import { processesWithoutLocks } from "../../../domain/stock/locking-obstacle"
import { lockingInUse } from "../locking-in-use"
import { ProcessRegisterService } from "./process-register"

const EVERY_MS = 5_000

/**
 * Says every few seconds that this process runs, whatever its worker mode: one that serves
 * the storefront only reserves stock as well. Says in the log when processes run beside one
 * another that do not share their locks, and when that is over.
 */
export class ProcessHeartbeatService {
  private readonly processes: ProcessRegisterService
  private readonly logger: Logger
  private readonly worker_mode: string
  private timer: NodeJS.Timeout | null = null
  private beating: Promise<void> = Promise.resolve()
  private alone = true
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
  }

  /** Resolves after the first sign; the process may end while it goes on. */
  async start(): Promise<void> {
    const locking = lockingInUse()
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
      await this.processes.sign({ locking, worker_mode: this.worker_mode })
      this.tell(
        processesWithoutLocks(await this.processes.listLiving()).map(
          (process) =>
            `${process.name} (${process.worker_mode}, ${process.locking})`
        )
      )
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

  private tell(names: string[]): void {
    if (names.length && this.alone) {
      this.logger.error(
        `marketplaces: ${names.length} processes run beside one another and do not share their locks: ` +
          `${names.join(", ")}. Reservations may be lost between them, so no stock is raised on any ` +
          "marketplace. Set up locking with Redis (@medusajs/medusa/locking-redis) or PostgreSQL " +
          "(@medusajs/medusa/locking-postgres) in medusa-config, or run one process."
      )
    }
    if (!names.length && !this.alone) {
      this.logger.info(
        "marketplaces: no processes without shared locks run beside one another any more; stock is raised again."
      )
    }
    this.alone = !names.length
  }
}
