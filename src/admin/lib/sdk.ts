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

/**
 * Posts JSON as the SDK does, but keeps the error's `code`, which the SDK drops.
 * @param path absolute, for example `/admin/marketplaces/channels`.
 * @throws {RequestError} when the server refuses.
 */
export async function postForCode<TAnswer>(
  path: string,
  body: unknown
): Promise<TAnswer> {
  const token = type === "jwt" ? await sdk.client.getToken() : null
  const host = new URL(baseUrl, window.location.origin)
  const response = await fetch(
    new URL(host.pathname.replace(/\/$/, "") + path, host),
    {
      method: "POST",
      credentials: type === "session" ? "include" : "omit",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    }
  )
  const answer = (await response.json().catch(() => ({}))) as {
    message?: string
    code?: string
  }
  if (!response.ok) {
    throw new RequestError(
      answer.message ?? response.statusText,
      response.status,
      answer.code ?? null
    )
  }
  return answer as TAnswer
}
