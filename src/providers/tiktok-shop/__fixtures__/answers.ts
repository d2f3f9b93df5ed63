import { JsonObject } from "../../../domain/shared/json"
import { Credentials } from "../../../domain/provider/authorization"

/** An answer in TikTok's envelope. */
export function answer(
  data: JsonObject,
  { code = 0, message = "Success", status = 200, headers = {} } = {}
): Response {
  const body = { code, message, request_id: "20251009AB", data }
  return new Response(JSON.stringify(body), { status, headers })
}

export function failure(
  code: number,
  message = "failed",
  status = 200,
  headers: Record<string, string> = {}
): Response {
  return answer({}, { code, message, status, headers })
}

export function credentials(access_token: string): Credentials {
  return {
    values: { access_token, refresh_token: "refresh-1" },
    expires_at: new Date("2025-10-16T00:00:00Z"),
    refresh_expires_at: null,
  }
}
