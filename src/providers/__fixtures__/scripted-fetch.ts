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

/** What fetch throws when no connection comes about. */
export function networkError(code: string): Error {
  return Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error(`connect ${code}`), { code }),
  })
}
