import { Request, Response } from "express"
import { Fault } from "../shared/faults"
import { ApiError, Envelope, failure, requestId } from "./envelope"
import { TikTokShopTwin } from "./twin"

/** A finished answer; `headers` besides the content type. */
export type Answer = {
  status: number
  body: Envelope
  headers?: Readonly<Record<string, string>>
}

const HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>"

/** The error a fault of this kind stands for; null when it strikes elsewhere. */
function refusal(fault: Fault): ApiError | null {
  const headers: Record<string, string> =
    fault.retry_after === undefined
      ? {}
      : { "Retry-After": String(fault.retry_after) }
  const error = (code: number, text: string, status: number) =>
    new ApiError(fault.code ?? code, fault.message ?? text, status, headers)
  switch (fault.kind) {
    case "429":
      return error(36009002, "Too many requests", 429)
    case "500":
      return error(36009003, "Internal error", 500)
    case "503":
      return error(36009003, "Service overloaded", 503)
    case "envelope":
      return error(36009003, "Internal error", fault.status ?? 200)
    default:
      return null
  }
}

export function errorAnswer(error: ApiError, request_id: string): Answer {
  return {
    status: error.http_status,
    body: failure(error, request_id),
    headers: error.headers,
  }
}

/**
 * Answers a request through whatever fault is waiting for it, and logs the call.
 * @param run does the work; it does not run when a fault refuses the request.
 */
export async function reply(
  twin: TikTokShopTwin,
  request: Request,
  response: Response,
  call: { template: string; shop_id?: string | null },
  run: (request_id: string) => Answer
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
    await new Promise((done) => setTimeout(done, fault.delay_ms ?? 1000))
  }
  const request_id = requestId(twin.clock)
  const refused = fault && refusal(fault)
  const answer = refused ? errorAnswer(refused, request_id) : run(request_id)
  if (fault?.kind === "lost_answer") {
    log(0, null)
    request.socket.destroy()
    return
  }
  log(answer.status, answer.body.code)
  const text = JSON.stringify(answer.body)
  const sent =
    fault?.kind === "truncated" ? text.slice(0, text.length / 2) : text
  response
    .status(answer.status)
    .set(answer.headers ?? {})
    .set("Content-Type", "application/json; charset=utf-8")
    .send(sent)
}
