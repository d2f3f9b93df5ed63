import { JsonObject } from "../../src/domain/shared/json"
import { Sandbox } from "../index"
import type { TikiApp } from "../tiki/options"

export type TikiAnswer = {
  status: number
  headers: Headers
  text: string
  // The wire as it comes; specs say what they expect of it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any
}

const HEADERS = {
  accept: "application/json",
  "content-type": "application/json",
  "user-agent": "an-honest-shop/1.0",
}

async function read(response: Response): Promise<TikiAnswer> {
  const text = await response.text()
  const is_json = response.headers
    .get("content-type")
    ?.includes("application/json")
  const body: unknown = is_json ? JSON.parse(text) : null
  return { status: response.status, headers: response.headers, text, body }
}

/** A plain, honest client of the sandbox's Tiki. */
export class TikiClient {
  /** @param authorization headers that let a call in; default the first seller's own app. */
  constructor(
    readonly sandbox: Sandbox,
    public authorization: Record<string, string> = bearer(
      sandbox.tiki.connectInHouse().access_token
    )
  ) {}

  get(path: string, query: Record<string, string> = {}) {
    return this.call("GET", path, { query })
  }

  post(path: string, body: JsonObject = {}) {
    return this.call("POST", path, { body })
  }

  put(path: string, body: JsonObject) {
    return this.call("PUT", path, { body })
  }

  /** @param path after `/integration`. */
  async call(
    method: string,
    path: string,
    call: {
      query?: Record<string, string>
      body?: JsonObject
      headers?: Record<string, string>
    } = {}
  ): Promise<TikiAnswer> {
    const query = new URLSearchParams(call.query).toString()
    const url = `${this.sandbox.urls.tiki}/integration${path}`
    return read(
      await fetch(query ? `${url}?${query}` : url, {
        method,
        headers: { ...HEADERS, ...this.authorization, ...call.headers },
        body: call.body && JSON.stringify(call.body),
      })
    )
  }

  /** Every row of a list, page after page, and how many rows each page held. */
  async all(path: string, query: Record<string, string> = {}) {
    const rows: JsonObject[] = []
    const sizes: number[] = []
    for (let page = 1; ; page++) {
      const { body } = await this.get(path, { ...query, page: String(page) })
      rows.push(...body.data)
      sizes.push(body.data.length)
      if (page >= body.paging.last_page) {
        return { rows, sizes, paging: body.paging }
      }
    }
  }
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** Calls the token endpoint as an app registered for Basic does. */
export async function askToken(
  sandbox: Sandbox,
  { client_id, client_secret }: TikiApp,
  form: Record<string, string>,
  headers: Record<string, string> = {}
): Promise<TikiAnswer> {
  const pair = Buffer.from(`${client_id}:${client_secret}`).toString("base64")
  return read(
    await fetch(`${sandbox.urls.tiki}/sc/oauth2/token`, {
      method: "POST",
      headers: {
        ...HEADERS,
        "content-type": "application/x-www-form-urlencoded",
        authorization: `Basic ${pair}`,
        ...headers,
      },
      body: new URLSearchParams({ client_id, ...form }),
    })
  )
}
