import { Bench } from "./bench"

/** From consent to withdrawal. */
export function connects(at: () => Bench): void {
  describe("connects", () => {
    it("at a page that hands the state back", async () => {
      const bench = at()
      const state = "a state/+&="
      const { callback_url } = bench.world
      const start = await bench.provider.beginAuthorization({
        state,
        callback_url,
      })
      if (start.kind === "redirect") {
        const page = new URL(start.authorization_url)
        expect([...page.searchParams.values()]).toContain(state)
        bench.expectNoSecret(start.authorization_url)
      } else {
        expect(start.grant.shops).not.toHaveLength(0)
      }
    })

    it("giving the account, its credentials and its shops", async () => {
      const bench = at()
      const { account, credentials, shops } = await bench.connect()
      expect(account.external_id).not.toBe("")
      expect(account.name).not.toBe("")
      expect(Object.keys(credentials.values)).not.toHaveLength(0)
      expect(shops).not.toHaveLength(0)
      for (const shop of shops) {
        expect(shop.external_id).not.toBe("")
        expect(shop.region).toMatch(/^[A-Z]{2}$/)
        expect(shop.currency_code).toMatch(/^[a-z]{3}$/)
      }
      bench.expectNoSecret(JSON.stringify({ account, shops }))
    })

    it("once per code", async () => {
      const bench = at()
      const code = await bench.world.consent()
      const { callback_url } = bench.world
      bench.secrets.add(code)
      const grant = await bench.provider.completeAuthorization({
        code,
        callback_url,
      })
      bench.keepSecret(grant.credentials)
      await bench.expectError(
        bench.provider.completeAuthorization({ code, callback_url }),
        ["code_invalid"]
      )
    })

    it("and renews, so that the new credentials work", async () => {
      const bench = at()
      const grant = await bench.connect()
      const renewed = await bench.provider.renewCredentials(grant.credentials)
      bench.keepSecret(renewed)
      expect(renewed.values).not.toEqual(grant.credentials.values)
      const access = bench.accessTo({ ...grant, credentials: renewed })
      const shop = await bench.provider.readShop(access)
      expect(shop.external_id).toBe(grant.shops[0].external_id)
      expect(access.renewals).toBe(0)
    })

    it("renewing by itself, once, when a token has expired", async () => {
      const bench = at()
      const access = await bench.connected()
      bench.world.expireAccess()
      const shop = await bench.provider.readShop(access)
      expect(shop.external_id).toBe(access.channel.external_id)
      expect(access.renewals).toBe(1)
    })

    it("until the seller takes it back", async () => {
      const bench = at()
      const access = await bench.connected()
      const credentials = await access.credentials()
      bench.world.revoke()
      await bench.expectError(bench.provider.readShop(access), [
        "authorization_refused",
      ])
      await bench.expectError(bench.provider.renewCredentials(credentials), [
        "authorization_refused",
      ])
    })
  })
}
