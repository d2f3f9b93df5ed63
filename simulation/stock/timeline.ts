type Happening = { at: number; order: number; run: () => void }

/** Simulated time: what happens later is done in its order, at once. */
export class Timeline {
  /** Milliseconds since the beginning. */
  now = 0
  private readonly heap: Happening[] = []
  private count = 0

  after(milliseconds: number, run: () => void): void {
    this.push({ at: this.now + milliseconds, order: this.count++, run })
  }

  /** Does everything until nothing is left, or the time is over. */
  runUntil(end: number): void {
    for (;;) {
      const next = this.heap[0]
      if (!next || next.at > end) {
        this.now = end
        return
      }
      this.pop()
      this.now = next.at
      next.run()
    }
  }

  private push(happening: Happening): void {
    const { heap } = this
    let at = heap.push(happening) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isBefore(heap[at], heap[parent])) {
        return
      }
      ;[heap[at], heap[parent]] = [heap[parent], heap[at]]
      at = parent
    }
  }

  private pop(): void {
    const { heap } = this
    const last = heap.pop()
    if (!last || !heap.length) {
      return
    }
    heap[0] = last
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const right = left + 1
      let least = at
      if (left < heap.length && isBefore(heap[left], heap[least])) {
        least = left
      }
      if (right < heap.length && isBefore(heap[right], heap[least])) {
        least = right
      }
      if (least === at) {
        return
      }
      ;[heap[at], heap[least]] = [heap[least], heap[at]]
      at = least
    }
  }
}

function isBefore(one: Happening, other: Happening): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}
