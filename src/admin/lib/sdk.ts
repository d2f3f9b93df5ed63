import Medusa from "@medusajs/js-sdk"

/** The dashboard's build replaces these with the host's own values. */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

const baseUrl = __BACKEND_URL__ ?? "/"
const type = __AUTH_TYPE__ ?? "session"

/** Talks to the host in the way its dashboard signs in (session or token). */
export const sdk = new Medusa({
  baseUrl,
  auth: {
    type,
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})

/** A refused request, with the word that the pages have a sentence for. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string | null
  ) {
    super(message)
  }
}

/** A request as the SDK signs it in, for what the SDK cannot carry. */
async function request(path: string, init: RequestInit): Promise<Response> {
  const token = type === "jwt" ? await sdk.client.getToken() : null
  const host = new URL(baseUrl, window.location.origin)
  const headers = new Headers(init.headers)
  if (token) {
    headers.set("authorization", `Bearer ${token}`)
  }
  const response = await fetch(
    new URL(host.pathname.replace(/\/$/, "") + path, host),
    {
      ...init,
      headers,
      credentials: type === "session" ? "include" : "omit",
    }
  )
  if (!response.ok) {
    const answer = (await response.json().catch(() => ({}))) as {
      message?: string
      code?: string
    }
    throw new RequestError(
      answer.message ?? response.statusText,
      response.status,
      answer.code ?? null
    )
  }
  return response
}

/**
 * Posts JSON as the SDK does, but keeps the error's `code`, which the SDK drops.
 * @param path absolute, for example `/admin/marketplaces/channels`.
 * @throws {RequestError} when the server refuses.
 */
export async function postForCode<TAnswer>(
  path: string,
  body: unknown
): Promise<TAnswer> {
  const response = await request(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  })
  return (await response.json()) as TAnswer
}

/** Posts a file, with other fields of its form. @throws {RequestError} when the server refuses. */
export async function postFile<TAnswer>(
  path: string,
  file: File,
  fields: Record<string, string> = {}
): Promise<TAnswer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    body.append(name, value)
  }
  body.append("file", file)
  const response = await request(path, { method: "POST", body })
  return (await response.json()) as TAnswer
}

/** Fetches something that is no JSON. @throws {RequestError} when the server refuses. */
export async function fetchBlob(path: string): Promise<Blob> {
  const response = await request(path, { method: "GET" })
  return response.blob()
}
