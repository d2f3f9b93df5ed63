import { setTimeout as sleep } from "node:timers/promises"
import { Request, Response } from "express"
import { CallLog } from "./call-log"
import { Clock } from "./clock"
import { Fault, Faults } from "./faults"

/** A finished answer; `headers` besides the content type. */
export type RawAnswer = {
  status: number
  body: string | Buffer
  type: keyof typeof CONTENT_TYPES
  headers?: Readonly<Record<string, string>>
  /** The marketplace's error code, for the call log; null when it has none. */
  code: number | null
}

/** What a call is in the log. */
export type LoggedCall = { template: string; shop_id?: string | null }

const HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>"
const CONTENT_TYPES = {
  json: "application/json; charset=utf-8",
  html: "text/html; charset=utf-8",
  text: "text/plain; charset=utf-8",
  pdf: "application/pdf",
  png: "image/png",
}

/**
 * Answers a request through whatever fault is waiting for it, and logs the call.
 * @param work.refuse the answer that a fault stands for; null when it strikes elsewhere.
 * @param work.run does the work; it does not run when a fault refuses the request.
 */
export async function replyThroughFaults(
  twin: { faults: Faults; calls: CallLog; clock: Clock },
  request: Request,
  response: Response,
  call: LoggedCall,
  work: {
    refuse(fault: Fault): RawAnswer | null
    run(fault: Fault | undefined): RawAnswer
  }
): Promise<void> {
  const path = request.originalUrl.split("?")[0]
  const fault = twin.faults.take(request.method, path)
  const log = (status: number, code: number | null) =>
    twin.calls.add(
      {
        at: twin.clock.now(),
        method: request.method,
        path,
        status,
        code,
        shop_id: call.shop_id ?? null,
      },
      call.template
    )
  if (fault?.kind === "timeout") {
    return log(0, null)
  }
  if (fault?.kind === "reset") {
    log(0, null)
    request.socket.destroy()
    return
  }
  if (fault?.kind === "html") {
    const status = fault.status ?? 502
    log(status, null)
    response.status(status).type("html").send(HTML)
    return
  }
  if (fault?.kind === "slow") {
    await (fault.before?.() ?? sleep(fault.delay_ms ?? 1000))
  }
  const answer = (fault && work.refuse(fault)) ?? work.run(fault)
  if (fault?.kind === "lost_answer") {
    log(0, null)
    request.socket.destroy()
    return
  }
  if (fault?.kind === "unanswered") {
    return log(0, null)
  }
  log(answer.status, answer.code)
  const { body } = answer
  response
    .status(answer.status)
    .set(answer.headers ?? {})
    .set("Content-Type", CONTENT_TYPES[answer.type])
    .send(fault?.kind === "truncated" ? firstHalf(body) : body)
}

const firstHalf = (body: string | Buffer) =>
  typeof body === "string"
    ? body.slice(0, body.length / 2)
    : body.subarray(0, body.length / 2)
