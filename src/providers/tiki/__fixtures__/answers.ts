import { JsonValue } from "../../../domain/shared/json"

export function answer(
  body: JsonValue,
  status = 200,
  headers: Record<string, string> = {}
): Response {
  return new Response(JSON.stringify(body), { status, headers })
}

/** A refusal in the form of the API. */
export function failure(
  status: number,
  text = "No way",
  headers: Record<string, string> = {}
): Response {
  const meta = { source: "seller", id: "req-1" }
  return answer({ errors: [text], meta }, status, headers)
}

export function html(status: number): Response {
  return new Response("<html><body>Server Error</body></html>", { status })
}

/** A page of a list; Tiki's `last_page` is 0 when there is nothing. */
export function page(
  data: JsonValue[],
  {
    current_page = 1,
    last_page = data.length ? 1 : 0,
    total = data.length,
  } = {}
): Response {
  return answer({ data, paging: { total, current_page, last_page } })
}

export function token(access_token: string, more = {}): Response {
  return answer({
    access_token,
    token_type: "bearer",
    expires_in: 3599,
    scope: "offline product order",
    ...more,
  })
}

export const SELLER = {
  id: 60042,
  sid: "0A1B2C3D4E5F60718293A4B5C6D7E8F901234567",
  name: "Nhà Gốm",
  active: 1,
  registration_status: "completed",
}
