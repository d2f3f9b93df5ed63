import { randomBytes } from "node:crypto"
import { Clock } from "../shared/clock"

/** An answer with an error code, in TikTok's envelope. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly http_status = 200,
    readonly headers: Readonly<Record<string, string>> = {}
  ) {
    super(message)
    this.name = "ApiError"
  }
}

/** The catch-all code: TikTok's clients have to read the message. */
export const invalidParameter = (message: string) =>
  new ApiError(36009004, message, 400)

export type Envelope = {
  code: number
  message: string
  request_id: string
  data?: object
}

/** As TikTok writes it: time to the second in UTC, then random hex. */
export function requestId(clock: Clock): string {
  const time = new Date(clock.now())
    .toISOString()
    .replace(/\D/g, "")
    .slice(0, 14)
  return time + randomBytes(10).toString("hex").toUpperCase()
}

export const success = (data: object, request_id: string): Envelope => ({
  code: 0,
  message: "Success",
  request_id,
  data,
})

/** Errors carry no `data`. */
export const failure = (error: ApiError, request_id: string): Envelope => ({
  code: error.code,
  message: error.message,
  request_id,
})
