import { MARKETPLACE_CHANNEL_MODULE } from "../../src/modules/marketplace-channel"
import { lockingInUse } from "../../src/modules/marketplace-channel/locking-in-use"
import { ProcessRegisterService } from "../../src/modules/marketplace-channel/services/process-register"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { Shop } from "../cases/fake-shop"
import { FakeStockShop } from "./fake-stock-shop"

type Warnings = {
  warnings: { code: string; message: string; params: { count: number } }[]
}

/** Another process on the same database, as far as its row tells. */
function anotherProcess({ container }: Shop): ProcessRegisterService {
  const { baseRepository_: baseRepository } = container.resolve<
    ConstructorParameters<typeof ProcessRegisterService>[0] & {
      baseRepository_: ConstructorParameters<
        typeof ProcessRegisterService
      >[0]["baseRepository"]
    }
  >(MARKETPLACE_CHANNEL_MODULE)
  return new ProcessRegisterService({ baseRepository })
}

/** Several processes, and who did what. */
export function raisedSafely(at: () => Shop): void {
  describe("several processes", () => {
    it("raise nothing while one of them keeps its locks to itself, and say so", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const { admin, container } = at()
      const { processes } = marketplacesOf(container)
      await processes.sign({ locking: lockingInUse(), worker_mode: "server" })
      const other = anotherProcess(at())
      const warnings = async () =>
        (await admin.get<Warnings>("/stock/warnings")).body.warnings
      expect(await warnings()).toEqual([])

      await other.sign({ locking: "locking-redis", worker_mode: "worker" })
      await processes.sign({ locking: lockingInUse(), worker_mode: "server" })
      expect(await warnings()).toMatchObject([
        { code: "locking_in_memory", params: { count: 2 } },
      ])
      await shop.stock(15)
      await shop.until(async () => (await shop.state()) === "held")
      expect(shop.shown()).toBe(10)
      await shop.stock(6)
      await shop.shows(6)

      await other.signOff()
      expect(await warnings()).toEqual([])
      await shop.stock(8)
      await shop.shows(8)
    })

    it("are told apart by the provider of Medusa's locking module", () => {
      expect(lockingInUse()).toBe("in-memory")
    })
  })

  describe("a person", () => {
    type Entry = {
      kind: string
      cause?: string
      to: unknown
      from: unknown
      batch_id?: string
      actor?: string
      actor_name?: string | null
    }
    const timeline = async (shop: FakeStockShop) =>
      (
        await at().admin.get<{ stock: { timeline: Entry[] } }>(
          `/stock/${shop.listing_id}`
        )
      ).body.stock.timeline

    it("is named beside what they pushed, undid and ruled", async () => {
      const shop = await FakeStockShop.open(at, 5)
      await shop.shows(5)
      const { admin } = at()
      shop.edit(9)
      await admin.post("/stock/pushes", { listing_ids: [shop.listing_id] })
      await shop.shows(5)
      const by_hand = (await timeline(shop)).find(
        ({ cause }) => cause === "person"
      )
      expect(by_hand).toMatchObject({
        kind: "push",
        from: 9,
        to: 5,
        actor: expect.stringMatching(/^user_/),
        actor_name: "admin@shop.example",
      })

      await admin.post(`/channels/${shop.channel.id}`, {
        settings: { buffer: 1 },
      })
      await shop.shows(4)
      await admin.post(`/listings/${shop.listing_id}/stock-rules`, { cap: 3 })
      await shop.shows(3)
      await admin.post(`/listings/${shop.listing_id}/stock-rules`, {
        cap: null,
      })
      await shop.shows(4)
      const told = await timeline(shop)
      expect(
        told
          .filter(({ cause }) => cause === "settings")
          .map(({ to, actor_name }) => [to, actor_name])
      ).toEqual([
        [4, "admin@shop.example"],
        [3, "admin@shop.example"],
        [4, "admin@shop.example"],
      ])
      expect(
        told
          .filter(({ kind }) => kind === "rules_changed")
          .map(({ from, to, actor_name }) => [from, to, actor_name])
      ).toEqual([
        [{ cap: 3 }, null, "admin@shop.example"],
        [null, { cap: 3 }, "admin@shop.example"],
      ])

      const last = told.find(({ to }) => to === 4)
      await admin.post(`/stock/batches/${last?.batch_id}/undo`)
      await shop.shows(3)
      const [undone] = (await timeline(shop)).filter(
        ({ cause }) => cause === "undo"
      )
      expect(undone).toMatchObject({ to: 3, actor_name: "admin@shop.example" })
      await shop.stock(3)
      await shop.until(async () =>
        (await timeline(shop)).some(
          ({ cause, actor }) => cause === "inventory" && actor === "system"
        )
      )
    })
  })
}
