import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { createDatabase } from "./database"
import { createFreshApp } from "./fresh-app"
import { importedPackages } from "./imports"
import { runNode } from "./run"
import { startServer } from "./server"

const CLI = resolve(__dirname, "../../node_modules/@medusajs/cli/cli.js")
const HOST_SCRIPTS = resolve(__dirname, "../../scripts/host")
const SETUP_TIMEOUT_MS = 300_000
const ADMIN = { email: "owner@example.com", password: "packed-plugin" }

type Manifest = {
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}

/** Everything that was started, to be ended in reverse order. */
const endings: (() => unknown)[] = []
let pluginDir: string
let adminDir: string
let url: string
let token: string

beforeAll(async () => {
  const app = await createFreshApp()
  endings.push(app.remove)
  pluginDir = app.pluginDir
  const database = await createDatabase(`packed_plugin_${process.pid}`)
  endings.push(database.drop)
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: database.url,
    JWT_SECRET: "jwt-secret-of-the-fresh-app",
    COOKIE_SECRET: "cookie-secret-of-the-fresh-app",
    MEDUSA_DISABLE_TELEMETRY: "true",
    MARKETPLACES_ENCRYPTION_KEY: "encryption-key-of-the-fresh-app",
    MARKETPLACES_PUBLIC_URL: "http://localhost:9000",
    TIKTOK_SHOP_APP_KEY: "app_key",
    TIKTOK_SHOP_APP_SECRET: "app_secret",
    TIKTOK_SHOP_SERVICE_ID: "service_id",
  }
  const medusa = (...args: string[]) =>
    runNode([CLI, ...args], { cwd: app.dir, env })
  const prepareDatabase = async () => {
    await medusa(
      "db:migrate",
      "--execute-safe-links",
      "--skip-scripts",
      "--skip-search"
    )
    await medusa("user", "-e", ADMIN.email, "-p", ADMIN.password)
  }
  adminDir = join(app.dir, "public/admin")
  const buildAdmin = () =>
    runNode(
      [
        "--require",
        join(HOST_SCRIPTS, "register.cjs"),
        join(HOST_SCRIPTS, "build-admin.ts"),
      ],
      { cwd: app.dir, env: { ...env, ADMIN_OUT_DIR: adminDir } }
    )
  await Promise.all([prepareDatabase(), buildAdmin()])

  const server = await startServer({ cli: CLI, cwd: app.dir, env })
  endings.push(server.stop)
  url = server.url
  token = await signIn()
}, SETUP_TIMEOUT_MS)

afterAll(async () => {
  for (const end of endings.reverse()) {
    await end()
  }
})

async function signIn(): Promise<string> {
  const response = await fetch(`${url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ADMIN),
  })
  const body = (await response.json()) as { token: string }
  return body.token
}

const asAdmin = (path: string) =>
  fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } })

describe("the packed plugin in a fresh Medusa app", () => {
  it("ships neither tests nor fixtures nor sources of this repository", () => {
    const files = readdirSync(pluginDir, { recursive: true, encoding: "utf8" })
    const unwanted = files.filter((file) =>
      /__tests__|__fixtures__|(^|\/)(sandbox|integration-tests|scripts|bench)\/|medusa-config|medusa-plugin-options/.test(
        file
      )
    )
    expect(unwanted).toEqual([])
    const pages = files.filter((file) => file.endsWith(".html"))
    expect(pages).toEqual([])
    expect(files).toContain("LICENSE")
    expect(files).toContain("README.md")
  })

  it("declares every package that its code asks for", () => {
    const manifest = JSON.parse(
      readFileSync(join(pluginDir, "package.json"), "utf8")
    ) as Manifest
    const declared = new Set([
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
    ])
    const server = join(pluginDir, ".medusa/server/src")
    const folders = readdirSync(server).filter((name) => name !== "admin")
    const undeclared = folders
      .flatMap((name) => [...importedPackages(join(server, name))])
      .filter((name) => !declared.has(name))
    expect(undeclared).toEqual([])
  })

  it("serves its admin routes to signed-in users only", async () => {
    const path = "/admin/marketplaces/providers"
    expect((await fetch(`${url}${path}`)).status).toBe(401)
    const response = await asAdmin(path)
    expect(response.status).toBe(200)
    const { providers } = (await response.json()) as {
      providers: { id: string }[]
    }
    expect(providers.map(({ id }) => id)).toEqual(["tiktok-shop", "tiki"])
  })

  it("reads its tables", async () => {
    const response = await asAdmin("/admin/marketplaces/channels")
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ channels: [], count: 0 })
  })

  it("refuses a webhook with a wrong signature", async () => {
    const response = await fetch(`${url}/hooks/marketplaces/tiktok-shop`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "forged" },
      body: JSON.stringify({ type: 1, shop_id: "1", data: {} }),
    })
    expect(response.status).toBe(401)
  })

  it("registers its module, workflows and jobs", async () => {
    const response = await fetch(`${url}/installed`)
    const installed = (await response.json()) as {
      module: boolean
      workflows: string[]
    }
    expect(installed.module).toBe(true)
    const ours = installed.workflows.filter((id) =>
      id.replace(/^job-/, "").startsWith("marketplaces-")
    )
    expect(ours.some((id) => id.startsWith("job-"))).toBe(true)
    expect(ours.some((id) => !id.startsWith("job-"))).toBe(true)
  })

  it("brings its pages and its texts in both languages into the admin", async () => {
    const page = await fetch(`${url}/app/`)
    expect(page.status).toBe(200)
    expect(existsSync(adminDir)).toBe(true)
    const assets = readdirSync(join(adminDir, "assets"))
      .filter((name) => name.endsWith(".js"))
      .map((name) => readFileSync(join(adminDir, "assets", name), "utf8"))
      .join("\n")
    expect(assets).toContain("/marketplaces")
    expect(assets).toContain("Gian hàng")
  })
})
