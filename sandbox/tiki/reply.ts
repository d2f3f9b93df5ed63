import { Request, Response } from "express"
import {
  LoggedCall,
  RawAnswer,
  replyThroughFaults,
} from "../shared/fault-reply"
import { Fault } from "../shared/faults"
import { ApiError, errorAnswer } from "./api-error"
import { TikiTwin } from "./twin"

const PAUSED = "Kết nối đang tạm dừng, vui lòng thử lại sau."

/** What Tiki answers instead of data, as text. */
export const textAnswer = (body: string): RawAnswer => ({
  status: 200,
  body,
  type: "text",
  code: null,
})

/** The answer a fault of this kind stands for; null when it strikes elsewhere. */
function refusal(fault: Fault): RawAnswer | null {
  const headers: Record<string, string> =
    fault.retry_after === undefined
      ? {}
      : { "Retry-After": String(fault.retry_after) }
  const error = (status: number, text: string) =>
    errorAnswer(new ApiError(status, fault.message ?? text, headers))
  switch (fault.kind) {
    case "429":
      return error(429, "Too Many Requests")
    case "500":
      return error(500, "Server Error")
    case "503":
      return error(503, "Service Unavailable")
    case "envelope":
      return error(fault.status ?? 400, "Bad Request")
    case "text200":
      return textAnswer(fault.message ?? PAUSED)
    default:
      return null
  }
}

/**
 * Answers a request through whatever fault is waiting for it, and logs the call.
 * @param run does the work; it does not run when a fault refuses the request.
 */
export function reply(
  twin: TikiTwin,
  request: Request,
  response: Response,
  call: LoggedCall,
  run: (fault: Fault | undefined) => RawAnswer
): Promise<void> {
  return replyThroughFaults(twin, request, response, call, {
    refuse: refusal,
    run,
  })
}
