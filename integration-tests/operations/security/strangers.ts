import { randomUUID } from "node:crypto"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { OperationsShop } from "../shop"
import { addressOf, adminRoutes, listRoutes, Route } from "./routes"
import { sign } from "./sign-token"

/** Nobody but the shop's own people gets in, at any route. */
export function strangers(at: () => OperationsShop): void {
  describe("strangers", () => {
    const ask = (
      { base_url }: OperationsShop,
      route: Route,
      headers: Headers
    ) =>
      fetch(`${base_url}${addressOf(route, "unknown")}`, {
        method: route.method,
        headers,
        redirect: "manual",
      })

    it("find no open route but those that marketplaces call", () => {
      const open = listRoutes().filter(
        ({ path }) => !path.startsWith("/admin/")
      )
      expect(open).toEqual([
        { method: "GET", path: "/hooks/marketplaces/[provider_id]/callback" },
        { method: "POST", path: "/hooks/marketplaces/[provider_id]" },
      ])
      expect(
        adminRoutes().every(({ path }) =>
          path.startsWith("/admin/marketplaces/")
        )
      ).toBe(true)
      expect(adminRoutes().length).toBeGreaterThan(80)
    })

    it("are refused at every route, whatever they show", async () => {
      const shop = at()
      const ways = await strangersWays(shop)
      const let_in: string[] = []
      for (const route of adminRoutes()) {
        for (const [name, headers] of Object.entries(ways)) {
          const { status } = await ask(shop, route, new Headers(headers))
          if (status !== 401) {
            let_in.push(`${route.method} ${route.path}: ${name} got ${status}`)
          }
        }
      }
      expect(let_in).toEqual([])
    })

    it("are told apart from a program with a secret key of the shop", async () => {
      const shop = at()
      const key = await makeKey(shop, "secret")
      const basic = (token: string) => ({
        authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}`,
      })
      const lists = adminRoutes().filter(
        ({ method, path }) => method === "GET" && !path.includes("[")
      )
      for (const route of lists) {
        const right = await ask(shop, route, new Headers(basic(key.token)))
        expect([route.path, right.status]).toEqual([
          route.path,
          NEEDS_A_QUESTION.includes(route.path) ? 400 : 200,
        ])
      }
      await shop.container
        .resolve(Modules.API_KEY)
        .revoke(key.id, { revoked_by: "test" })
      const [route] = lists
      const revoked = await ask(shop, route, new Headers(basic(key.token)))
      expect(revoked.status).toBe(401)
    })
  })
}

/** Lists that have to be told what of. */
const NEEDS_A_QUESTION = [
  "/admin/marketplaces/barcodes",
  "/admin/marketplaces/statements/template",
]

/** What somebody may show who has no business here, by name. */
async function strangersWays(
  shop: OperationsShop
): Promise<Record<string, Record<string, string>>> {
  const { token } = await makeKey(shop, "publishable")
  const { http } = shop.container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  const secret = String(http.jwtSecret)
  const user = { actor_id: "user_1", actor_type: "user", auth_identity_id: "a" }
  const now = Math.floor(Date.now() / 1000)
  const bearer = (jwt: string) => ({ authorization: `Bearer ${jwt}` })
  return {
    nobody: {},
    "a customer of the store": bearer(await customerToken(shop)),
    "a forged token": bearer(sign({ ...user, exp: now + 3600 }, "another key")),
    "a token without a signature": bearer(
      sign({ ...user, exp: now + 3600 }, null)
    ),
    "an expired token": bearer(sign({ ...user, exp: now - 60 }, secret)),
    "a token of nobody yet": bearer(
      sign({ ...user, actor_id: "", exp: now + 3600 }, secret)
    ),
    "a publishable key": { "x-publishable-api-key": token },
    "a publishable key as a secret one": {
      authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}`,
    },
    "an invented key": {
      authorization: `Basic ${Buffer.from("sk_1:").toString("base64")}`,
    },
    "an invented session": { cookie: `connect.sid=s%3A${randomUUID()}.x` },
  }
}

/** A token of somebody who signed in to buy. */
async function customerToken({ base_url }: OperationsShop): Promise<string> {
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${base_url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { token: string }
  }
  const person = { email: `${randomUUID()}@buyer.example`, password: "a word" }
  const { token } = await post("/auth/customer/emailpass/register", person)
  expect(token).toEqual(expect.any(String))
  return token
}

function makeKey(
  { container }: OperationsShop,
  type: "secret" | "publishable"
): Promise<{ id: string; token: string }> {
  return container
    .resolve(Modules.API_KEY)
    .createApiKeys({ title: randomUUID(), type, created_by: "test" })
}
