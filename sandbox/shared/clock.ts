/**
 * The time a twin lives in: the real clock (or a given one) plus a shift, so that
 * days can pass at once.
 */
export class Clock {
  private shift_ms = 0
  private readonly listeners = new Set<() => void>()

  /** @param source milliseconds since 1970, UTC. */
  constructor(private readonly source: () => number = Date.now) {}

  /** Milliseconds since 1970, UTC. */
  now(): number {
    return this.source() + this.shift_ms
  }

  /** Whole seconds since 1970, UTC. */
  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  /** Moves the time forward, or back when negative. */
  advance(seconds: number): void {
    this.shift_ms += seconds * 1000
    this.listeners.forEach((listener) => listener())
  }

  /** Back to the source's own time. */
  reset(): void {
    this.shift_ms = 0
  }

  /** Calls back after every jump. */
  onJump(listener: () => void): void {
    this.listeners.add(listener)
  }
}
