import { Bench } from "./bench"

/** What a person types in opens the same shop as a consent. */
export function connectsByFields(at: () => Bench): void {
  describe("connects by fields", () => {
    const methods = (bench: Bench) => {
      const { fields } = bench.world
      if (!fields) {
        throw new Error("this world has no fields: say so to describeProvider")
      }
      return fields
    }

    it("of every method that it describes", async () => {
      const bench = at()
      const consent = await bench.connect()
      const described = new Set(
        bench.provider.description.connect_fields.map(({ method }) => method.id)
      )
      expect(methods(bench)).toHaveLength(described.size)
      for (const fields of methods(bench)) {
        const grant = await bench.connectBy(fields)
        expect(grant.account).toEqual(consent.account)
        expect(grant.shops[0]).toEqual(consent.shops[0])
        const access = bench.accessTo(grant)
        expect(await bench.provider.readShop(access)).toEqual(grant.shops[0])
        const orders = await bench.readOrders(access)
        expect(orders.length).toBeGreaterThan(0)
      }
    })

    it("and renews what ends, without a person", async () => {
      const bench = at()
      for (const fields of methods(bench)) {
        const grant = await bench.connectBy(fields)
        const access = bench.accessTo(grant)
        bench.world.expireAccess()
        await bench.provider.readShop(access)
        expect(access.renewals).toBe(grant.credentials.expires_at ? 1 : 0)
      }
    })

    it("but not with wrong or missing ones", async () => {
      const bench = at()
      for (const fields of methods(bench)) {
        const secrets = bench.provider.description.connect_fields
          .filter(({ name, secret }) => secret && name in fields)
          .map(({ name }) => name)
        expect(secrets).not.toHaveLength(0)
        for (const name of secrets) {
          for (const value of ["", "wrong"]) {
            await bench.expectError(
              bench.connectBy({ ...fields, [name]: value }),
              ["credentials_invalid", "authorization_refused"]
            )
          }
        }
      }
    })
  })
}
