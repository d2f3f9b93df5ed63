import { randomUUID } from "node:crypto"
import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GET as comeBack } from "../../../src/api/hooks/marketplaces/[provider_id]/callback/route"
import { marketplacesOf } from "../../../src/workflows/marketplaces"
import { OperationsShop } from "../shop"

/** Where every sign-in ends, whoever began it. */
const CHANNELS_PAGE = "http://localhost/app/marketplaces/channels"

/** A seller comes back from a marketplace through a stranger's browser. */
export function signIns(at: () => OperationsShop): void {
  describe("sign-ins", () => {
    const callback = async (
      parameters: Record<string, string>,
      provider_id = "tiktok-shop",
      headers: Record<string, string> = {}
    ) => {
      const answer = await fetch(
        `${at().base_url}/hooks/marketplaces/${provider_id}/callback?${new URLSearchParams(parameters)}`,
        { redirect: "manual", headers }
      )
      expect(answer.status).toBe(302)
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer")
      expect(answer.headers.get("cache-control")).toBe("no-store")
      const location = answer.headers.get("location") ?? ""
      const { searchParams } = new URL(location)
      return { location, said: Object.fromEntries(searchParams) }
    }
    const begin = async () => {
      const { body } = await at().admin.post<{ authorization_url: string }>(
        "/channels",
        { provider_id: "tiktok-shop" }
      )
      return new URL(body.authorization_url).searchParams.get("state") ?? ""
    }
    const code = () => at().sandbox.tiktok.consent()
    const exchanges = () =>
      at().sandbox.tiktok.calls.counts()["GET /api/v2/token/get"] ?? 0
    const requests = () =>
      at()
        .container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .select<{ used_at: Date | null; secrets: string | null }[]>("*")
        .from("marketplace_authorization_request")
        .orderBy("created_at", "desc")

    it("need the state of this very sign-in, once and within half an hour", async () => {
      const before = exchanges()
      const state = await begin()
      const refused = { error: "state_invalid" }
      for (const wrong of [
        `${state}x`,
        state.slice(1),
        state.toLowerCase(),
        randomUUID(),
        "\u0000",
      ]) {
        const { said } = await callback({ code: code(), state: wrong })
        expect(said).toEqual(refused)
      }
      const elsewhere = await callback({ code: code(), state }, "tiki")
      expect(elsewhere.said).toEqual(refused)
      expect(exchanges()).toBe(before)

      const { said } = await callback({ code: code(), state })
      expect(said).toEqual({ connected: at().tiktok.id })
      expect(exchanges()).toBe(before + 1)
      expect((await callback({ code: code(), state })).said).toEqual(refused)
      expect(exchanges()).toBe(before + 1)

      const late = await begin()
      const pg = at().container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await pg("marketplace_authorization_request")
        .whereNull("used_at")
        .update({ expires_at: new Date(Date.now() - 1000) })
      const after = await callback({ code: code(), state: late })
      expect(after.said).toEqual(refused)
      expect(exchanges()).toBe(before + 1)
    })

    it("end at the channels page, wherever somebody would rather lead", async () => {
      const strange = {
        error: "<script>alert(1)</script>",
        error_description: "<script>alert(2)</script>",
        redirect: "//evil.example",
        redirect_uri: "https://evil.example",
        success: "javascript:alert(1)",
        next: "/\\evil.example",
        state: "",
      }
      const { location, said } = await callback(strange, "tiktok-shop", {
        host: "evil.example",
        "x-forwarded-host": "evil.example",
        origin: "https://evil.example",
      })
      expect(said).toEqual({ error: "access_denied" })
      expect(location).toBe(`${CHANNELS_PAGE}?error=access_denied`)
      const lost = await callback({ code: "<script>", state: "x" })
      expect(lost.location).toBe(`${CHANNELS_PAGE}?error=state_invalid`)
    })

    it("leave no secret behind once they were used", async () => {
      const { container, sandbox } = at()
      const { client_id, client_secret } = sandbox.tiki.options.apps.in_house
      const { authorizations } = marketplacesOf(container)
      await authorizations.begin("a state", {
        provider_id: "tiki",
        user_id: "user_1",
        channel_id: null,
        name: null,
        settings: null,
        credentials: { client_id, client_secret },
      })
      const [begun] = await requests()
      expect(begun.secrets).toMatch(/^v1:/)
      const redeem = () => authorizations.redeem("tiki", "a state")
      const [one, other] = await Promise.all([redeem(), redeem()])
      expect([one, other].filter(Boolean)).toHaveLength(1)
      expect((one ?? other)?.credentials).toEqual({ client_id, client_secret })
      const [used] = await requests()
      expect(used.used_at).not.toBeNull()
      expect(used.secrets).toBeNull()
    })

    it("write no code into the host's log of addresses", async () => {
      const { container } = at()
      const request = {
        scope: container,
        params: { provider_id: "tiktok-shop" },
        query: { code: "a secret code", state: "x" },
        originalUrl: "/hooks/marketplaces/tiktok-shop/callback?code=a+secret",
      } as unknown as MedusaRequest
      const answer = { setHeader: () => undefined, redirect: () => undefined }
      await comeBack(request, answer as unknown as MedusaResponse)
      expect(request.originalUrl).toBe(
        "/hooks/marketplaces/tiktok-shop/callback"
      )
    })
  })
}
