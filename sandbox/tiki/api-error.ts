import { randomUUID } from "node:crypto"
import { JsonObject } from "../../src/domain/shared/json"
import { RawAnswer } from "../shared/fault-reply"

/** A refusal as the integration API writes it: sentences, no codes. */
export class ApiError extends Error {
  constructor(
    readonly http_status: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {}
  ) {
    super(message)
    this.name = "ApiError"
  }
}

export const badRequest = (message: string) => new ApiError(400, message)
export const notFound = (message: string) => new ApiError(404, message)
export const refused = (message: string) => new ApiError(422, message)

export function errorBody(message: string): JsonObject {
  return {
    errors: [message],
    meta: { source: "tiki-sandbox", id: randomUUID() },
  }
}

export function jsonAnswer(
  status: number,
  body: object,
  headers?: RawAnswer["headers"]
): RawAnswer {
  return {
    status,
    body: JSON.stringify(body),
    type: "json",
    headers,
    code: null,
  }
}

export const errorAnswer = (error: ApiError): RawAnswer =>
  jsonAnswer(error.http_status, errorBody(error.message), error.headers)
