import { Sandbox, signCall } from "../index"
import { JsonObject } from "../../src/domain/shared/json"

export type ApiAnswer = {
  http_status: number
  headers: Headers
  code: number
  message: string
  // The wire as it comes; specs say what they expect of it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any
}

export type AppCall = {
  query?: Record<string, string>
  body?: JsonObject | string
  /** Sent instead of the app's own. */
  headers?: Record<string, string>
  /** Changes the finished query, for calls that are wrong on purpose. */
  spoil?: (query: URLSearchParams) => void
  /** Leaves `shop_cipher` out. */
  without_cipher?: boolean
  secret?: string
  /** Seconds that the caller's clock is off. */
  clock_skew?: number
}

/** A plain, honest client of the sandbox, written from the signing recipe alone. */
export class App {
  token = ""
  cipher: string

  constructor(
    readonly sandbox: Sandbox,
    seller?: string
  ) {
    this.token = sandbox.tiktok.connect(seller).access_token
    this.cipher = sandbox.tiktok.seller(seller).shops[0].cipher
  }

  get(path: string, call: AppCall = {}): Promise<ApiAnswer> {
    return this.call("GET", path, call)
  }

  post(path: string, body: JsonObject, query = {}): Promise<ApiAnswer> {
    return this.call("POST", path, { body, query })
  }

  /** A call on the shop; `shop_cipher` goes along unless the query holds one. */
  async call(method: string, path: string, call: AppCall): Promise<ApiAnswer> {
    const { clock, urls } = this.sandbox
    const text =
      typeof call.body === "object" ? JSON.stringify(call.body) : call.body
    const query: Record<string, string> = {
      app_key: "demo_app_key",
      timestamp: String(clock.seconds() + (call.clock_skew ?? 0)),
      ...(path.startsWith("/authorization") || call.without_cipher
        ? {}
        : { shop_cipher: this.cipher }),
      ...call.query,
    }
    const secret = call.secret ?? "demo_app_secret"
    const body = text ? Buffer.from(text) : null
    query.sign = signCall(secret, path, query, body)
    const params = new URLSearchParams(query)
    call.spoil?.(params)
    const response = await fetch(`${urls.api}${path}?${params}`, {
      method,
      headers: {
        "content-type": "application/json",
        "x-tts-access-token": this.token,
        ...call.headers,
      },
      body: text,
    })
    const answer = (await response.json()) as ApiAnswer
    return {
      ...answer,
      http_status: response.status,
      headers: response.headers,
    }
  }

  /** Every page of an order search, in the order it came. */
  async allOrders(
    query: Record<string, string>,
    body: JsonObject = {}
  ): Promise<JsonObject[]> {
    const orders: JsonObject[] = []
    let page_token = ""
    do {
      const page = page_token ? { page_token } : {}
      const { data } = await this.post("/order/202309/orders/search", body, {
        page_size: "20",
        ...query,
        ...page,
      })
      orders.push(...data.orders)
      page_token = data.next_page_token
    } while (page_token)
    return orders
  }

  async order(id: string): Promise<JsonObject | undefined> {
    const { data } = await this.get("/order/202507/orders", {
      query: { ids: id },
    })
    return data.orders[0]
  }
}
