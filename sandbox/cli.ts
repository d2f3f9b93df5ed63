import { parseArgs } from "node:util"
import { startSandbox } from "./index"

const USAGE = `npm run sandbox -- <command> [options]

  start [--port 4010] [--orders 40] [--shops 2] [--redirect URL] [--webhook URL] [--auto]
                                   starts it; stop with Ctrl+C
  orders add [20] [--seed 7]       believable orders of every kind
  orders place SKU[:QUANTITY]… [--status ON_HOLD] [--cod]
                                   one order of these seller SKUs
  orders show ID                   an order as the sandbox keeps it
  orders advance ID [--to STATUS]  one step, or as far as STATUS
  orders cancel ID [--by BUYER|SELLER|SYSTEM] [--reason TEXT]
  orders request-cancel ID | orders refund ID
  orders edit ID JSON              {"wire": {…}} lays fields over the answer
  products edit ID JSON            {"title": …, "skus": [{"id": …, "available": …}]}
  products delete ID
  fault add KIND [--path /order/*] [--times 3] [--skip 0] [--code 36009003]
                                   429 500 503 envelope html timeout reset slow truncated lost_answer
  fault list | fault clear
  webhooks list | webhooks deliver [--order newest_first|shuffled] [--repeat 2] | webhooks drop 3
  tokens expire-access | tokens expire-refresh | tokens revoke
  settings [JSON]                  for example {"feed_delay_seconds": 60}
  clock advance SECONDS
  books | calls | violations | state | reset

Every command but start talks to a running sandbox: --url, SANDBOX_URL, or http://localhost:4010.`

type Options = Record<string, string | boolean | undefined>

/** What a command asks of the control API. */
export type ControlCall = {
  method: "GET" | "POST" | "DELETE"
  path: string
  body?: object
}

const get = (path: string): ControlCall => ({ method: "GET", path })
const post = (path: string, body: object = {}): ControlCall => ({
  method: "POST",
  path,
  body,
})
const remove = (path: string): ControlCall => ({ method: "DELETE", path })

const number = (text: string | boolean | undefined) =>
  text === undefined ? undefined : Number(text)
const parse = (text: string | undefined) => JSON.parse(text ?? "{}") as object

/** Reads `SKU:QUANTITY`. */
function line(text: string): object {
  const [seller_sku, quantity = "1"] = text.split(":")
  return { seller_sku, quantity: Number(quantity) }
}

/** Translates a command line; null when there is no such command. */
export function controlCall(
  words: string[],
  options: Options
): ControlCall | null {
  const [noun, verb = "", id = "", ...rest] = words
  switch (`${noun} ${verb}`.trim()) {
    case "orders add":
      return post("/orders", {
        count: Number(id || 20),
        seed: number(options.seed),
      })
    case "orders place": {
      const lines = [id, ...rest].map(line)
      const is_cod = options.cod === true
      return post("/orders", {
        orders: [{ lines, status: options.status, is_cod }],
      })
    }
    case "orders show":
      return get(`/orders/${id}`)
    case "orders advance":
      return post(`/orders/${id}/advance`, { to: options.to })
    case "orders cancel": {
      const { by, reason } = options
      return post(`/orders/${id}/cancel`, { by, reason })
    }
    case "orders request-cancel":
    case "orders refund":
      return post(`/orders/${id}/${verb}`)
    case "orders edit":
      return post(`/orders/${id}`, parse(rest[0]))
    case "products edit":
      return post(`/products/${id}`, parse(rest[0]))
    case "products delete":
      return remove(`/products/${id}`)
    case "fault add":
      return post("/faults", {
        kind: id,
        path: options.path,
        times: number(options.times),
        skip: number(options.skip),
        code: number(options.code),
      })
    case "fault list":
      return get("/faults")
    case "fault clear":
      return remove("/faults")
    case "webhooks list":
      return get("/webhooks")
    case "webhooks deliver":
      return post("/webhooks/deliver", {
        order: options.order,
        times: number(options.repeat),
      })
    case "webhooks drop":
      return post("/webhooks/drop", { count: Number(id || 1) })
    case "tokens expire-access":
    case "tokens expire-refresh":
    case "tokens revoke":
      return post(`/tokens/${verb}`)
    case "clock advance":
      return post("/clock", { advance_seconds: Number(id) })
    case "reset":
      return post("/reset")
    case "books":
    case "calls":
    case "violations":
    case "state":
      return get(`/${noun}`)
    default:
      return noun === "settings" ? post("/settings", parse(verb || "{}")) : null
  }
}

async function start(options: Options): Promise<void> {
  const sandbox = await startSandbox({
    port: Number(options.port ?? 4010),
    tiktok_shop: {
      orders: Number(options.orders ?? 40),
      shops: options.shops === "2" ? 2 : 1,
      auto_consent: options.auto === true,
      webhook_url: typeof options.webhook === "string" ? options.webhook : null,
      app: {
        redirect_url:
          typeof options.redirect === "string" ? options.redirect : null,
      },
    },
  })
  const { app } = sandbox.tiktok.options
  const { api, auth, consent, control } = sandbox.urls
  process.stdout.write(
    [
      `TIKTOK_SHOP_API_URL=${api}`,
      `TIKTOK_SHOP_AUTH_URL=${auth}`,
      `TIKTOK_SHOP_CONSENT_URL=${consent}`,
      `TIKTOK_SHOP_APP_KEY=${app.key}`,
      `TIKTOK_SHOP_APP_SECRET=${app.secret}`,
      `TIKTOK_SHOP_SERVICE_ID=${app.service_id}`,
      `control API: ${control}`,
      "",
    ].join("\n")
  )
}

async function main(): Promise<void> {
  const text = { type: "string" } as const
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      ...Object.fromEntries(
        [
          ...["port", "orders", "shops", "redirect", "webhook", "url"],
          ...["seed", "status", "to", "by", "reason", "path", "times"],
          ...["skip", "code", "order", "repeat"],
        ].map((name) => [name, text])
      ),
      auto: { type: "boolean" },
      cod: { type: "boolean" },
    },
  })
  const options = values as Options
  if (positionals[0] === "start") {
    return start(options)
  }
  const call = controlCall(positionals, options)
  if (!call) {
    process.stdout.write(`${USAGE}\n`)
    process.exitCode = positionals.length ? 1 : 0
    return
  }
  const host = options.url ?? process.env.SANDBOX_URL ?? "http://localhost:4010"
  const answer = await fetch(`${host}/_control${call.path}`, {
    method: call.method,
    headers: { "Content-Type": "application/json" },
    body: call.body ? JSON.stringify(call.body) : undefined,
  })
  const result: unknown = await answer.json()
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
  process.exitCode = answer.ok ? 0 : 1
}

if (require.main === module) {
  main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
}
