import { setTimeout as sleep } from "node:timers/promises"
import type { Page } from "playwright-core"

const LOOK_AGAIN_MS = 250
/** A hundred orders on a busy machine take their time. */
const MOST_MS = 240_000

type Run = { id: string; status: string; error: string | null }

/** The shop's admin API, asked by the person who is signed in on a page. */
export class AdminApi {
  constructor(
    private readonly page: Page,
    private readonly url: string
  ) {}

  /** @throws when it refuses. */
  async get<T>(path: string): Promise<T> {
    const answer = await this.page.request.get(`${this.url}/admin${path}`)
    if (!answer.ok()) {
      throw new Error(`${path} answered ${answer.status()}`)
    }
    return (await answer.json()) as T
  }

  /** @throws when it refuses. */
  async post<T>(path: string, data: unknown): Promise<T> {
    const url = `${this.url}/admin${path}`
    const answer = await this.page.request.post(url, { data })
    if (!answer.ok()) {
      throw new Error(
        `${path} answered ${answer.status()}: ${await answer.text()}`
      )
    }
    return (await answer.json()) as T
  }

  /** Asks until the answer is the wanted one. @throws with the last one when it never is. */
  async until<T>(
    ask: () => Promise<T>,
    wanted: (answer: T) => boolean
  ): Promise<T> {
    const end = Date.now() + MOST_MS
    for (;;) {
      const answer = await ask()
      if (wanted(answer)) {
        return answer
      }
      if (Date.now() > end) {
        throw new Error(`it stayed at ${JSON.stringify(answer)}`)
      }
      await sleep(LOOK_AGAIN_MS)
    }
  }

  /** Waits for a run's end. @throws when it failed. */
  async finishRun(id: string): Promise<void> {
    const { status, error } = await this.until(
      async () =>
        (await this.get<{ run: Run }>(`/marketplaces/runs/${id}`)).run,
      (run) => run.status !== "running"
    )
    if (status !== "done") {
      throw new Error(`a run failed: ${error}`)
    }
  }
}
