import { JsonObject } from "../../../domain/shared/json"
import { Credentials } from "../../../domain/provider/authorization"
import { ChannelAccess } from "../../../domain/provider/channel-access"

export type SentRequest = {
  method: string
  url: URL
  headers: Record<string, string>
  body: string | undefined
}

export type Reply =
  Response | Error | ((request: SentRequest) => Response | Promise<Response>)

/** A `fetch` that answers with the given replies in turn, the last one for ever, and keeps what was sent. */
export function scriptedFetch(...replies: Reply[]): {
  fetch: typeof fetch
  sent: SentRequest[]
} {
  const sent: SentRequest[] = []
  const stand_in = async (
    input: string | URL | Request,
    init: RequestInit = {}
  ): Promise<Response> => {
    const request = {
      method: init.method ?? "GET",
      url: new URL(String(input)),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === "string" ? init.body : undefined,
    }
    const reply = replies[Math.min(sent.length, replies.length - 1)]
    sent.push(request)
    if (reply === undefined || reply instanceof Error) {
      throw reply ?? new Error("no reply is left")
    }
    return typeof reply === "function" ? reply(request) : reply.clone()
  }
  return { fetch: stand_in as typeof fetch, sent }
}

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

/** What fetch throws when no connection comes about. */
export function networkError(code: string): Error {
  return Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error(`connect ${code}`), { code }),
  })
}

/** The access to a Vietnamese shop, with a record of what was asked of it. */
export function buildAccess(): ChannelAccess & {
  renewed: Credentials[]
  lanes: string[]
} {
  let current = credentials("access-1")
  const renewed: Credentials[] = []
  const lanes: string[] = []
  return {
    channel: {
      id: "channel_1",
      external_id: "7495000000000000123",
      region: "VN",
      currency_code: "vnd",
      provider_data: { shop_cipher: "ROW_demoCipherVN01" },
    },
    credentials: async () => current,
    renew: async (expired) => {
      renewed.push(expired)
      current = credentials(`access-${renewed.length + 1}`)
      return current
    },
    pace: async (lane) => {
      lanes.push(lane)
    },
    renewed,
    lanes,
  }
}

export function credentials(access_token: string): Credentials {
  return {
    values: { access_token, refresh_token: "refresh-1" },
    expires_at: new Date("2025-10-16T00:00:00Z"),
    refresh_expires_at: null,
  }
}
