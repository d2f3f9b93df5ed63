import { ReservationItemDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { UNSEEN_HOLD_PREFIX } from "../../src/domain/stock/unseen-hold"
import { holdUnseen } from "../../src/workflows/stock/hold-unseen"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { Shop } from "../cases/fake-shop"
import { failingAtWrite } from "../support/failing-writes"
import { forgetLeftBehind } from "../support/forget"
import { levelOf } from "../support/levels"
import { finishRun } from "../support/runs"
import { tick } from "../support/tick"
import { FakeStockShop, SKU } from "./fake-stock-shop"
import { putIntoCart } from "./storefront"

const HOUR_MS = 3_600_000
const SET = "BO-TRA-DO"
const SET_EXTERNAL_SKU = "9200000000000000002"
const WAREHOUSE = "9300000000000000001"

/** Medusa's type leaves the field out. */
type Reservation = ReservationItemDTO & { external_id?: string | null }

/** What marketplaces sold and no order stands for yet, Medusa does not sell again. */
export function heldInMedusa(at: () => Shop): void {
  const inventory = () => at().container.resolve(Modules.INVENTORY)
  const holds = async () =>
    (
      (await inventory().listReservationItems(
        {},
        { take: null }
      )) as Reservation[]
    ).filter(({ external_id }) => external_id?.startsWith(UNSEEN_HOLD_PREFIX))
  const held = async () =>
    (await holds()).map(({ quantity }) => Number(quantity))
  const reserved = async (sku = SKU) => (await levelOf(at(), sku)).reserved
  const cart = (quantity: number, sku = SKU) =>
    putIntoCart(at().container, sku, quantity)

  /** Sold on the marketplace and seen in its counters; the feed tells nothing. */
  const sold = async (units: number, settings = {}) => {
    const shop = await FakeStockShop.open(at, 10, settings)
    await shop.shows(10)
    shop.sell(units)
    await shop.look()
    await shop.until(async () => (await reserved()) === units)
    return shop
  }

  const disconnect = ({ channel }: FakeStockShop) =>
    at().admin.delete(`/channels/${channel.id}`)
  const authorizations = async () =>
    (await marketplacesOf(at().container).listMarketplaceAuthorizations({}))
      .length
  const again = async (shop: FakeStockShop) => {
    expect(await disconnect(shop)).toMatchObject({
      status: 200,
      body: { id: shop.channel.id, deleted: true },
    })
  }
  const leftAlone = () => forgetLeftBehind(at().container)

  describe("units that a marketplace sold and no order stands for", () => {
    it("cannot be bought in the storefront, and are taken off once", async () => {
      const shop = await sold(7)
      const [hold] = await holds()
      expect(hold).toMatchObject({
        external_id: `${UNSEEN_HOLD_PREFIX}${shop.listing_id}:${WAREHOUSE}`,
        line_item_id: null,
        allow_backorder: true,
      })
      expect(hold.description).toMatch(/^Sold on .+, order not read yet$/)
      expect(await cart(4)).toBe("not enough stock")
      expect(await cart(3)).toBe("in the cart")
      await shop.shows(3)
      // A count of the shelf: the units are subtracted from it once, not twice.
      await shop.stock(12)
      await shop.shows(5)
      expect(await held()).toEqual([7])
      expect(await cart(6)).toBe("not enough stock")
    })

    it("are kept by their order as soon as it is read", async () => {
      const shop = await sold(6)
      await shop.tell("578000000000009201", 6)
      await shop.until(async () => (await holds()).length === 0)
      expect(await reserved()).toBe(6)
      await shop.shows(4)
      expect(await cart(5)).toBe("not enough stock")
    })

    it("may be more than there are", async () => {
      const shop = await sold(7)
      await shop.stock(3)
      await shop.shows(0)
      expect(await levelOf(at(), SKU)).toEqual({ stocked: 3, reserved: 7 })
      expect(await cart(1)).toBe("not enough stock")
      await shop.tell("578000000000009202", 7)
      await shop.until(async () => (await holds()).length === 0)
      expect(await levelOf(at(), SKU)).toEqual({ stocked: 3, reserved: 7 })
    })

    it("are given free when no order came in time", async () => {
      const shop = await sold(4)
      at().fake.stock.ship(at().fake.shop(), "9200000000000000001", 4)
      const marketplaces = marketplacesOf(at().container)
      const [cell] = await marketplaces.listMarketplaceStockCells({
        listing_id: shop.listing_id,
      })
      await marketplaces.updateMarketplaceStockCells({
        id: cell.id,
        unseen: [
          { at: new Date(Date.now() - HOUR_MS).toISOString(), units: 4 },
        ] as unknown as Record<string, unknown>,
      })
      await shop.look()
      await shop.until(async () => (await holds()).length === 0)
      expect(await reserved()).toBe(0)
      expect(await cart(10)).toBe("in the cart")
    })

    it("of a set are kept of each of its parts", async () => {
      at().fake.addListing({
        external_product_id: "9100000000000000002",
        external_sku_id: SET_EXTERNAL_SKU,
        seller_sku: SET,
      })
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const before = [await reserved("AM-DO-350"), await reserved("CHEN-DO-60")]
      at().fake.stock.sell(at().fake.shop(), SET_EXTERNAL_SKU, 2)
      const { stockNudges, flows } = marketplacesOf(at().container)
      await stockNudges.addChannel(shop.channel.id, "sweep")
      await flows.hasten([shop.channel.id], "stock")
      await shop.until(async () => (await holds()).length === 2)
      expect((await held()).sort()).toEqual([2, 8])
      expect([
        await reserved("AM-DO-350"),
        await reserved("CHEN-DO-60"),
      ]).toEqual([before[0] + 2, before[1] + 8])
    })

    it("are told as what they are beside the number", async () => {
      const shop = await sold(7)
      await shop.shows(3)
      const { body } = await at().admin.get<{
        stock: {
          unseen: number
          explanation: { free: object[] }[]
          reservations: object[]
        }
      }>(`/stock/${shop.listing_id}`)
      expect(body.stock.unseen).toBe(7)
      expect(body.stock.explanation[0].free).toMatchObject([
        { stocked: 10, reserved: 0, unseen_here: 7, free: 3 },
      ])
      expect(body.stock.reservations).toMatchObject([
        {
          units: 7,
          channel_order: null,
          medusa_order: null,
          unseen_of: {
            listing_id: shop.listing_id,
            channel_name: shop.channel.name,
          },
        },
      ])
    })

    it("let the shop come to rest: what is held is not looked at again and again", async () => {
      const shop = await sold(5)
      await shop.shows(5)
      await tick(at().container)
      const reads = () =>
        at().fake.calls.filter((call) => call === "readStock").length
      const before = reads()
      await tick(at().container)
      await tick(at().container)
      expect(before).toBeGreaterThan(0)
      expect(reads()).toBe(before)
    })
  })

  describe("what keeps units that were sold unseen", () => {
    it.each([
      [
        "was deleted",
        async (id: string) => inventory().deleteReservationItems([id]),
      ],
      [
        "was altered",
        async (id: string) =>
          inventory().updateReservationItems([{ id, quantity: 1 }]),
      ],
      [
        "is there twice",
        async (id: string) => {
          const twin: Reservation =
            await inventory().retrieveReservationItem(id)
          await inventory().createReservationItems([
            {
              inventory_item_id: twin.inventory_item_id,
              location_id: twin.location_id,
              quantity: 5,
              external_id: twin.external_id,
            },
          ])
        },
      ],
    ])("is put right at the next look when it %s", async (_, harm) => {
      const shop = await sold(5)
      const [{ id }] = await holds()
      await harm(id)
      await shop.look()
      await shop.until(async () => (await reserved()) === 5)
      expect(await held()).toEqual([5])
    })

    it("is let go with the link, and does not come back", async () => {
      const shop = await sold(5)
      await at().admin.delete(`/listings/${shop.listing_id}/link`)
      await shop.until(async () => (await holds()).length === 0)
      await shop.look()
      expect([await reserved(), await holds()]).toEqual([0, []])
    })

    it("is let go when the channel is disconnected", async () => {
      const shop = await sold(5)
      await at().admin.delete(`/channels/${shop.channel.id}`)
      expect([await reserved(), await holds()]).toEqual([0, []])
    })

    it.each([
      ["disconnecting it again", again],
      ["the next time that things are forgotten", leftAlone],
    ] as const)(
      "is let go, and the secrets are, when disconnecting broke off half-way, by %s",
      async (_, finish) => {
        const shop = await sold(5)
        await failingAtWrite(
          at(),
          1,
          async () => {
            const broken = await disconnect(shop)
            expect(broken.status).toBe(500)
          },
          "marketplace_authorization",
          "DELETE"
        )
        expect([await authorizations(), await held()]).toEqual([1, [5]])
        await finish(shop)
        expect(await authorizations()).toBe(0)
        expect([await reserved(), await holds()]).toEqual([0, []])
      }
    )

    it("is let go when the warehouse belongs to no location any more", async () => {
      const shop = await sold(5)
      await at().admin.post(`/channels/${shop.channel.id}`, {
        settings: { warehouses: [] },
      })
      await shop.until(async () => (await holds()).length === 0)
      expect(await reserved()).toBe(0)
    })

    it("is let go when the marketplace has the listing no more", async () => {
      const shop = await sold(5)
      at().fake.shop().listings = []
      await finishRun(at().admin, "/listings/downloads", {
        channel_ids: [shop.channel.id],
      })
      expect([await reserved(), await holds()]).toEqual([0, []])
    })

    it("stays while stock is paused: the marketplace goes on selling", async () => {
      const shop = await sold(2)
      await at().admin.post(`/channels/${shop.channel.id}`, {
        settings: { stock_paused: true },
      })
      await shop.until(async () => (await shop.state()) === "paused")
      expect(await held()).toEqual([2])
      shop.sell(3)
      await shop.look()
      await shop.until(async () => (await reserved()) === 5)
    })

    it("is released by a full comparison when nothing stands for it", async () => {
      const shop = await sold(5)
      const [{ inventory_item_id, location_id }] = await holds()
      await inventory().createReservationItems([
        {
          inventory_item_id,
          location_id,
          quantity: 2,
          external_id: `${UNSEEN_HOLD_PREFIX}mplist_none:${WAREHOUSE}`,
        },
      ])
      await marketplacesOf(at().container).flows.hasten(
        [shop.channel.id],
        "stock_sweep"
      )
      await shop.until(async () => (await reserved()) === 5)
      expect(await held()).toEqual([5])
    })

    it("is the same however many settle it at once", async () => {
      await sold(5)
      const [{ id }] = await holds()
      await inventory().deleteReservationItems([id])
      await Promise.all(
        Array.from({ length: 6 }, () => holdUnseen(at().container, null))
      )
      expect([await held(), await reserved()]).toEqual([[5], 5])
    })
  })
}
