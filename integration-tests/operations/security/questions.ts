import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { OperationsShop } from "../shop"
import { addressOf, adminRoutes } from "./routes"

/** Tables that the server keeps about itself. */
const OF_THE_SERVER = ["marketplace_process", "marketplace_rate_budget"]

/** A link or a picture on a strange page can make a signed-in browser ask, but not change. */
export function questions(at: () => OperationsShop): void {
  it("a question changes nothing", async () => {
    const { admin, container, tiktok } = at()
    const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { rows: tables } = await pg.raw<{ rows: { name: string }[] }>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_name LIKE 'marketplace\\_%'`
    )
    const names = tables
      .map(({ name }) => name)
      .filter((name) => !OF_THE_SERVER.includes(name))
    expect(names.length).toBeGreaterThan(20)
    const state = () =>
      Promise.all(
        names.map(async (name) => {
          const { rows } = await pg.raw<{ rows: { hash: string }[] }>(
            `SELECT md5(string_agg(one::text, '' ORDER BY one::text)) AS hash
               FROM ${name} AS one`
          )
          return [name, rows[0].hash]
        })
      )
    const listings = await admin.get<{ listings: { id: string }[] }>(
      "/listings"
    )
    const ids = [tiktok.id, listings.body.listings[0].id]
    const before = await state()
    for (const route of adminRoutes().filter(
      ({ method }) => method === "GET"
    )) {
      for (const id of ids) {
        const path = addressOf(route, id).replace("/admin/marketplaces", "")
        const { status } = await admin.get(path)
        expect(status).toBeLessThan(500)
      }
    }
    expect(await state()).toEqual(before)
  })
}
