import { parseArgs } from "node:util"
import { controlCall, Options, USAGE } from "./commands"
import { startSandbox } from "./index"

async function start(options: Options): Promise<void> {
  const text = (value: Options[string]) =>
    typeof value === "string" ? value : null
  const sandbox = await startSandbox({
    port: Number(options.port ?? 4010),
    tiktok_shop: {
      orders: Number(options.orders ?? 40),
      shops: options.shops === "2" ? 2 : 1,
      auto_consent: options.auto === true,
      webhook_url: text(options.webhook),
      app: { redirect_url: text(options.redirect) },
    },
    tiki: {
      orders: Number(options["tiki-orders"] ?? 40),
      auto_consent: options.auto === true,
      pickup_warehouses: options["tiki-warehouses"] === "2" ? 2 : 1,
      apps: { public: { redirect_uri: text(options["tiki-redirect"]) } },
    },
  })
  const { app } = sandbox.tiktok.options
  const { apps, client_key } = sandbox.tiki.options
  const { api, auth, consent, tiki, control } = sandbox.urls
  process.stdout.write(
    [
      `TIKTOK_SHOP_API_URL=${api}`,
      `TIKTOK_SHOP_AUTH_URL=${auth}`,
      `TIKTOK_SHOP_CONSENT_URL=${consent}`,
      `TIKTOK_SHOP_APP_KEY=${app.key}`,
      `TIKTOK_SHOP_APP_SECRET=${app.secret}`,
      `TIKTOK_SHOP_SERVICE_ID=${app.service_id}`,
      `TIKI_API_URL=${tiki}`,
      `TIKI_CLIENT_ID=${apps.public.client_id}`,
      `TIKI_CLIENT_SECRET=${apps.public.client_secret}`,
      `Tiki, a seller's own app: ${apps.in_house.client_id} ${apps.in_house.client_secret}`,
      `Tiki, Client key: ${client_key.key}`,
      `control API: ${control} and ${control}/tiki`,
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
          ...["tiki-orders", "tiki-warehouses", "tiki-redirect"],
          ...["model"],
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
