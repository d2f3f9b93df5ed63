import { ApiError, invalidParameter } from "./envelope"

/** Where a page ended: the sort value and the id of its last item. */
export type PagePosition = { value: number; id: string }

/**
 * Opaque, and full of the characters that a careless client breaks in a URL. The token
 * belongs to one query: `scope` names what must stay equal from page to page.
 */
export function writePageToken(scope: string, position: PagePosition): string {
  const text = JSON.stringify([position.value, position.id, scope])
  return `+/${Buffer.from(text).toString("base64")}/+==`
}

/** @throws {ApiError} 36009004 for a token that is none, or of another query. */
export function readPageToken(scope: string, token: string): PagePosition {
  const refused: ApiError = invalidParameter("page_token is invalid")
  if (!token.startsWith("+/") || !token.endsWith("/+==")) {
    throw refused
  }
  try {
    const text = Buffer.from(token.slice(2, -4), "base64").toString()
    const [value, id, of_scope] = JSON.parse(text) as [number, string, string]
    if (of_scope !== scope) {
      throw refused
    }
    return { value, id }
  } catch {
    throw refused
  }
}
