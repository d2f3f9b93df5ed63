/**
 * Handles what a scanner sends one after the other, in the order it came, however fast that
 * is. After a failure nobody knows where things stand, so what waits is handed back as well.
 */
export class ScanQueue<TScan> {
  private waiting: TScan[] = []
  private busy = false

  constructor(
    private readonly handle: (scan: TScan) => Promise<void>,
    private readonly on: {
      /** How many are not handled yet. */
      length: (length: number) => void
      /** The one that failed, then those that waited behind it. */
      failure: (error: unknown, lost: [TScan, ...TScan[]]) => void
    }
  ) {}

  add(scan: TScan): void {
    this.waiting.push(scan)
    this.report()
    if (!this.busy) {
      void this.work()
    }
  }

  private async work(): Promise<void> {
    this.busy = true
    for (;;) {
      const [scan] = this.waiting
      if (scan === undefined) {
        break
      }
      try {
        await this.handle(scan)
        this.waiting.shift()
      } catch (error) {
        const [, ...rest] = this.waiting
        this.waiting = []
        this.on.failure(error, [scan, ...rest])
      }
      this.report()
    }
    this.busy = false
  }

  private report(): void {
    this.on.length(this.waiting.length)
  }
}
