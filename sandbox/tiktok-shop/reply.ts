import { Request, Response } from "express"
import {
  LoggedCall,
  RawAnswer,
  replyThroughFaults,
} from "../shared/fault-reply"
import { Fault } from "../shared/faults"
import { ApiError, Envelope, failure, requestId } from "./envelope"
import { TikTokShopTwin } from "./twin"

/** A finished answer; `headers` besides the content type. */
export type Answer = {
  status: number
  body: Envelope
  headers?: Readonly<Record<string, string>>
}

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
export function reply(
  twin: TikTokShopTwin,
  request: Request,
  response: Response,
  call: LoggedCall,
  run: (request_id: string) => Answer
): Promise<void> {
  const raw = ({ status, body, headers }: Answer): RawAnswer => ({
    status,
    body: JSON.stringify(body),
    type: "json",
    headers,
    code: body.code,
  })
  return replyThroughFaults(twin, request, response, call, {
    refuse(fault) {
      const error = refusal(fault)
      return error && raw(errorAnswer(error, requestId(twin.clock)))
    },
    run: () => raw(run(requestId(twin.clock))),
  })
}
