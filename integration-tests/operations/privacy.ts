import { updateOrderWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { redactsOrders } from "../../src/domain/provider/redacts-orders"
import { eraseOrder } from "../../src/workflows/buyers/erase-order"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { followMessages } from "../../src/workflows/messages/follow-messages"
import { readRequests } from "../daily-work/goods-coming-back"
import { act, follow } from "../daily-work/shop"
import {
  findOrder,
  medusaOrder,
  OrderAnswer,
  readOrder,
} from "../support/orders"
import {
  revenueOf,
  sale,
  settlementOf,
  take,
  tiktokFile,
} from "../statements/shop"
import { finishRun } from "../support/runs"
import { forget } from "../support/forget"
import { tick } from "../support/tick"
import { OperationsShop } from "./shop"

type Erasure = {
  order_id: string
  external_id: string
  outcome: string
  code: string | null
  message: string | null
  buyer_erased_at: string | null
  texts: number
  photos: number
  files: number
}
type Erased = { erasures: Erasure[]; preview: boolean; message?: string }

/** Words that nothing else in the shop has. */
const NAME = "Zxqvera Thử Nghiệm"
const FIRST_NAME = "Zxqold Người Cũ"
const PHONE = "0977123987654"
const STREET = "99 Đường Qzvxy"
const PLANTED = ["Zxqvera", "Zxqold", PHONE, "Qzvxy"]
const DAY_MS = 86_400_000

/** A recipient as TikTok gives it where the seller ships: not masked. */
const recipient = (name: string) => ({
  name,
  first_name: name,
  last_name: "",
  phone_number: PHONE,
  region_code: "VN",
  postal_code: "",
  full_address: `Việt Nam, Hà Nội, ${STREET}`,
  address_detail: STREET,
  address_line1: STREET,
  address_line2: "",
  address_line3: "",
  address_line4: "",
  district_info: [
    { address_level: "L0", address_level_name: "Country", address_name: "VN" },
  ],
})

/** Nothing is left of a buyer who asks for it, and what is old goes by itself. */
export function privacy(at: () => OperationsShop): void {
  const erase = (body: Record<string, unknown>) =>
    at().admin.post<Erased>("/buyer-erasures", body)

  const rows = async <Row>(
    statement: string,
    params: (string | number | null)[] = []
  ) => {
    const knex = at().container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { rows: found } = await knex.raw(statement, params)
    return found as Row[]
  }

  /** Tables of the whole database in which one of these words stands. */
  const tablesWith = async (words: string[]): Promise<string[]> => {
    const tables = await rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
        ORDER BY table_name`
    )
    expect(tables.length).toBeGreaterThan(100)
    const found: string[] = []
    for (const { name } of tables) {
      const [{ hits }] = await rows<{ hits: number }>(
        `SELECT COUNT(*)::int AS hits FROM "${name}" AS one
          WHERE ${words.map(() => "one::text ILIKE ?").join(" OR ")}`,
        words.map((word) => `%${word}%`)
      )
      if (hits > 0) {
        found.push(name)
      }
    }
    return found
  }

  const place = async (name = NAME): Promise<OrderAnswer> => {
    const { tiktok } = at().sandbox
    const [placed] = tiktok.addOrders([
      { lines: [{ seller_sku: "LY-LAM-M", quantity: 2 }], buyer_message: NAME },
    ])
    tiktok.orders.edit(placed.id, {
      wire: { recipient_address: recipient(name), buyer_nickname: NAME },
    })
    tiktok.packages
      .ofOrder(placed.id)
      .forEach((one) => tiktok.packages.ship(one.id))
    const order = { external_id: placed.id, channel_id: at().tiktok.id }
    await follow(at(), [order])
    return findOrder(at(), placed.id)
  }

  const deliver = async (order: OrderAnswer): Promise<OrderAnswer> => {
    at().sandbox.tiktok.orders.advance(order.external_id, "DELIVERED")
    await follow(at(), [order])
    return readOrder(at(), order.id)
  }

  /** What must not change by erasing. */
  const numbersOf = async (order: OrderAnswer) => {
    const read = await readOrder(at(), order.id)
    const host = await medusaOrder(at(), order)
    const { body: settled } = await at().admin.get<{ settlements: unknown[] }>(
      `/settlements?q=${order.external_id}`
    )
    const { body: report } = await at().admin.get<{ totals: unknown }>(
      "/settlement-reports?by=order"
    )
    const { body: counts } = await at().admin.get<unknown>("/orders/counts")
    return JSON.parse(
      JSON.stringify(
        {
          status: read.status,
          total: read.total,
          lines: read.lines,
          parcels: read.parcels,
          host_state: read.host_state,
          summary: host.summary,
          host_total: host.total,
          items: host.items,
          settlements: settled.settlements,
          totals: report.totals,
          counts,
        },
        (name, value) => (name === "updated_at" ? undefined : value)
      )
    )
  }

  describe("erasing a buyer", () => {
    it("refuses while the parcel is not there yet, with the remedy", async () => {
      const order = await place()
      const { body } = await erase({ order_ids: [order.id] })
      expect(body.erasures).toMatchObject([
        {
          outcome: "refused",
          code: "not_delivered",
          message: expect.stringContaining("Ask again once"),
        },
      ])
      expect(await tablesWith(PLANTED)).toEqual(
        expect.arrayContaining(["marketplace_channel_order", "order_address"])
      )
      await deliver(order)
      await erase({ order_ids: [order.id] })
      expect(await tablesWith(PLANTED)).toEqual([])
    })

    it("leaves nothing anywhere, changes no number, and nothing brings the buyer back", async () => {
      const shop = at()
      const { tiktok } = shop.sandbox
      const marketplaces = marketplacesOf(shop.container)
      const asked = await place(FIRST_NAME)
      const { run } = await act(shop, "print_waybills", [asked])
      tiktok.orders.edit(asked.external_id, {
        wire: { recipient_address: recipient(NAME) },
      })
      await follow(shop, [asked])
      await updateOrderWorkflow(shop.container).run({
        input: {
          id: String(asked.medusa_order_id),
          user_id: "user_test",
          shipping_address: { address_1: STREET, first_name: NAME },
        },
      })
      const order = await deliver(asked)
      const unit_ids = order.lines[0].external_line_ids.slice(0, 1)
      const request = tiktok.returns.request(order.external_id, { unit_ids })
      await readRequests(shop)
      expect((await erase({ order_ids: [order.id] })).body).toMatchObject({
        erasures: [{ outcome: "refused", code: "request_open" }],
      })
      tiktok.returns.reject(request.id)
      await readRequests(shop)
      await follow(shop, [order])
      // Its money is short, and the shop asks for it.
      const revenue = await revenueOf(shop, order.external_id)
      await take(
        shop,
        shop.tiktok,
        await tiktokFile([
          sale(order.external_id, revenue - 12_000, { fees: {} }),
        ])
      )
      const settlement = await settlementOf(shop, order.external_id)
      expect(settlement.state).toBe("short")
      const { body: made } = await shop.admin.post<{
        claims: { id: string }[]
      }>("/claims", { settlement_ids: [settlement.id] })
      const [claim] = made.claims
      expect((await erase({ order_ids: [order.id] })).body).toMatchObject({
        erasures: [{ outcome: "refused", code: "claim_open" }],
      })
      await shop.admin.post(`/claims/${claim.id}`, {
        state: "dropped",
        note: `${NAME} gọi lại`,
      })
      // Words and pictures that people add on their way.
      const photo = await marketplaces.files.add(
        {
          run_id: null,
          filename: "nhan.jpg",
          mime_type: "image/jpeg",
          expires_at: null,
        },
        Buffer.from(`label of ${NAME}`)
      )
      await marketplaces.createMarketplaceScans({
        station: "packing",
        channel_id: order.channel_id,
        parcel_external_id: order.parcels[0].external_id,
        scanned: order.parcels[0].external_id,
        ok: true,
        code: "ok",
        note: `Gọi ${PHONE}`,
        photo_file_ids: [photo.id],
        at: new Date(),
        actor: "system",
      })
      await rows(
        `UPDATE marketplace_buyer_request SET reason_text = ?
          WHERE channel_order_id = ?`,
        [`${NAME} không thích nữa`, order.id]
      )
      const message = (notification_id: string) =>
        followMessages(shop.container, {
          provider_id: "tiktok-shop",
          source: "webhook",
          messages: [
            {
              notification_id,
              type: "1",
              channel_id: order.channel_id,
              effect: {
                kind: "orders_changed",
                order_external_ids: [order.external_id],
              },
              body: JSON.stringify({ id: order.external_id, buyer: NAME }),
            },
          ],
        })
      await message("privacy-before")
      await tick(shop.container)
      expect(await tablesWith(PLANTED)).toEqual(
        expect.arrayContaining([
          "marketplace_buyer_request",
          "marketplace_channel_order",
          "marketplace_claim",
          "marketplace_scan",
          "marketplace_webhook_message",
          "order_address",
          "order_change_action",
        ])
      )

      const before = await numbersOf(order)
      const preview = await erase({ buyer_of: order.id, preview: true })
      expect(preview.body).toMatchObject({
        preview: true,
        erasures: [{ outcome: "erasable", texts: 1, photos: 1, files: 1 }],
      })
      expect(await numbersOf(order)).toEqual(before)
      const { body } = await erase({ buyer_of: order.id })
      expect(body.erasures).toMatchObject([
        { order_id: order.id, outcome: "erased" },
      ])
      expect(await tablesWith(PLANTED)).toEqual([])
      expect(await numbersOf(order)).toEqual(before)
      expect(await marketplaces.files.find(photo.id)).toBeNull()
      expect(await marketplaces.files.listOfRuns([run.id])).toEqual([])
      const twice = await erase({ order_ids: [order.id] })
      expect(twice.body.erasures).toMatchObject([
        {
          outcome: "already_erased",
          buyer_erased_at: body.erasures[0].buyer_erased_at,
        },
      ])

      // By a message, by hand, and by the whole order changing at the marketplace.
      await message("privacy-after")
      tiktok.orders.edit(order.external_id, {
        wire: { buyer_nickname: `${NAME} II` },
        touch: true,
      })
      await follow(shop, [order])
      await finishRun(shop.admin, "/orders/downloads", {
        channel_ids: [order.channel_id],
      })
      await marketplaces.updateMarketplaceChannelOrders({
        id: order.id,
        planned_hash: null,
      })
      await tick(shop.container)
      expect(await tablesWith(PLANTED)).toEqual([])
      expect(await numbersOf(order)).toEqual(before)

      // Goods come back all the same, and Medusa's order goes along.
      const back = tiktok.returns.request(order.external_id, {
        unit_ids: order.lines[0].external_line_ids,
      })
      tiktok.returns.approve(back.id)
      tiktok.returns.shipBack(back.id)
      await readRequests(shop)
      await follow(shop, [order])
      expect(await readOrder(shop, order.id)).toMatchObject({
        status: "returning",
        settle_error: null,
      })
      expect((await medusaOrder(shop, order)).returns).toMatchObject([
        { status: "requested" },
      ])
      expect(await tablesWith(PLANTED)).toEqual([])
    })

    it("takes all orders of the buyer, and says which have to wait", async () => {
      const [first, second, third] = [
        await place(),
        await place(),
        await place(),
      ]
      for (const { external_id } of [first, second, third]) {
        at().sandbox.tiktok.orders.edit(external_id, {
          wire: {
            user_id: "7490000000000077777",
            recipient_address: recipient(NAME),
          },
          touch: true,
        })
      }
      await follow(at(), [first, second, third])
      await deliver(first)
      await deliver(third)
      const { body } = await erase({ buyer_of: third.id })
      expect(
        new Map(body.erasures.map((one) => [one.order_id, one.outcome]))
      ).toEqual(
        new Map([
          [first.id, "erased"],
          [second.id, "refused"],
          [third.id, "erased"],
        ])
      )
      await deliver(second)
      await erase({ buyer_of: second.id })
      expect(await tablesWith([...PLANTED, "7490000000000077777"])).toEqual([])
    })

    it("goes on with the rest where one order fails or a hundred are done", async () => {
      const asked = await deliver(await place())
      const buyer = "7490000000000088888"
      await rows(
        `UPDATE marketplace_channel_order SET buyer_external_id = ?
          WHERE id = ?`,
        [buyer, asked.id]
      )
      await rows(
        `INSERT INTO marketplace_channel_order
         SELECT (jsonb_populate_record(one, jsonb_build_object(
                  'id', 'crowd_' || n, 'external_id', 'crowd.' || n,
                  'medusa_order_id', NULL))).*
           FROM marketplace_channel_order AS one, generate_series(1, 101) AS n
          WHERE one.id = ?`,
        [asked.id]
      )
      await rows(
        `INSERT INTO marketplace_webhook_message
           (id, provider_id, notification_id, type, channel_id, body, effect,
            received_at)
         SELECT 'crowd_' || n, 'tiktok-shop', 'crowd_' || n, '1', ?, '["crowd.' || n || '"]',
                'nudged', now()
           FROM generate_series(1, 2) AS n`,
        [asked.channel_id]
      )
      await rows(
        `CREATE FUNCTION stay_as_you_are() RETURNS trigger LANGUAGE plpgsql
             AS $$ BEGIN RAISE EXCEPTION 'it stays'; END $$`
      )
      await rows(
        `CREATE TRIGGER crowd BEFORE UPDATE ON marketplace_channel_order
           FOR EACH ROW WHEN (NEW.id = 'crowd_1')
           EXECUTE FUNCTION stay_as_you_are()`
      )
      const eraseAll = async () => {
        const { body } = await erase({ buyer_of: asked.id })
        const outcomes = new Map(
          body.erasures.map((one) => [one.order_id, one])
        )
        const count = (outcome: string) =>
          body.erasures.filter((one) => one.outcome === outcome).length
        return {
          first: outcomes.get("crowd_1"),
          own: outcomes.get(asked.id)?.outcome,
          counts: { erased: count("erased"), erasable: count("erasable") },
        }
      }
      // The one that fails counts, so that two have to wait: the last one, and the one asked of.
      expect(await eraseAll()).toMatchObject({
        first: {
          outcome: "failed",
          message: expect.stringContaining("it stays"),
        },
        own: "erasable",
        counts: { erased: 99, erasable: 2 },
      })
      expect(await eraseAll()).toMatchObject({
        first: { outcome: "failed" },
        own: "erasable",
        counts: { erased: 1, erasable: 1 },
      })
      await rows("DROP FUNCTION stay_as_you_are CASCADE")
      expect(await eraseAll()).toMatchObject({
        first: { outcome: "erased", buyer_erased_at: expect.any(String) },
        own: "erased",
        counts: { erased: 2, erasable: 0 },
      })
      expect(await tablesWith([...PLANTED, buyer])).toEqual([])
      expect(
        await rows(
          `SELECT DISTINCT body FROM marketplace_webhook_message
            WHERE id LIKE 'crowd_%'`
        )
      ).toEqual([{ body: "" }])
      for (const table of ["channel_order", "webhook_message"]) {
        await rows(`DELETE FROM marketplace_${table} WHERE id LIKE 'crowd_%'`)
      }
    })

    it("keeps the proof of a claim for another order in the same parcel", async () => {
      const shop = at()
      const { tiktok } = shop.sandbox
      const placed = tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }] },
        { lines: [{ seller_sku: "LY-LAM-M" }] },
      ])
      const keys = placed.map(({ id }) => ({
        external_id: id,
        channel_id: shop.tiktok.id,
      }))
      const parcel = tiktok.packages.combine(
        placed.flatMap(({ id }) =>
          tiktok.packages.ofOrder(id).map((one) => one.id)
        )
      )
      tiktok.packages.ship(parcel)
      await follow(shop, keys)
      // The parcel, and with it both orders.
      tiktok.orders.advance(placed[0].id, "DELIVERED")
      await follow(shop, keys)
      const [asked, claimed] = [
        await findOrder(shop, placed[0].id),
        await findOrder(shop, placed[1].id),
      ]
      const revenue = await revenueOf(shop, claimed.external_id)
      await take(
        shop,
        shop.tiktok,
        await tiktokFile([
          sale(claimed.external_id, revenue - 12_000, { fees: {} }),
        ])
      )
      const settlement = await settlementOf(shop, claimed.external_id)
      const { body: made } = await shop.admin.post<{
        claims: { id: string }[]
      }>("/claims", { settlement_ids: [settlement.id] })
      expect((await erase({ order_ids: [asked.id] })).body).toMatchObject({
        erasures: [{ outcome: "refused", code: "claim_open" }],
      })
      // A claim that is made once the request was judged: under the lock it is judged again.
      const { buyerErasures, providers } = marketplacesOf(shop.container)
      const provider = providers.retrieve("tiktok-shop")
      if (!redactsOrders(provider)) {
        throw new Error("TikTok Shop keeps no order without its buyer")
      }
      expect(
        await eraseOrder(shop.container, provider, claimed.id)
      ).toMatchObject({ outcome: "refused", code: "claim_open" })
      const claim = `/claims/${made.claims[0].id}`
      await shop.admin.post(claim, { note: "Đã gọi sàn" })
      await buyerErasures.clear(claimed.id)
      expect((await shop.admin.get(claim)).body).toMatchObject({
        claim: { note: "Đã gọi sàn" },
      })
      await shop.admin.post(claim, { state: "dropped" })
      expect((await erase({ order_ids: [asked.id] })).body).toMatchObject({
        erasures: [{ outcome: "erased" }],
      })
    })

    it("ends by itself what a crash interrupted", async () => {
      const order = await deliver(await place())
      const { buyerErasures, providers } = marketplacesOf(at().container)
      const provider = providers.retrieve("tiktok-shop")
      await buyerErasures.begin(order.id, (payload) =>
        redactsOrders(provider) ? provider.redactOrder(payload) : {}
      )
      expect(await tablesWith(PLANTED)).toEqual(["order_address"])
      expect(await readOrder(at(), order.id)).toMatchObject({
        buyer_erased_at: null,
      })
      await rows(
        `UPDATE marketplace_channel_order
            SET erasure_began_at = erasure_began_at - interval '1 hour'
          WHERE id = ?`,
        [order.id]
      )
      await forget(at().container)
      expect(await tablesWith(PLANTED)).toEqual([])
      expect(await readOrder(at(), order.id)).toMatchObject({
        buyer_erased_at: expect.any(String),
      })
    })

    it("waits for no parcel of a channel that was disconnected a month ago", async () => {
      const order = await place()
      const disconnected = (days: number | null) =>
        rows(
          `UPDATE marketplace_channel
              SET deleted_at = clock_timestamp() - ?::int * interval '1 day'
            WHERE id = ?`,
          [days, at().tiktok.id]
        )
      const outcome = async () =>
        (await erase({ order_ids: [order.id] })).body.erasures[0]
      try {
        await disconnected(29)
        expect(await outcome()).toMatchObject({ code: "not_delivered" })
        await disconnected(31)
        expect(await outcome()).toMatchObject({ outcome: "erased" })
        expect(await tablesWith(PLANTED)).toEqual([])
      } finally {
        await disconnected(null)
      }
    })

    it("erases a buyer of Tiki, whose income stays to the đồng", async () => {
      const { tiki } = at().sandbox
      const [placed] = tiki.addOrders([
        {
          lines: [{ original_sku: "LY-LAM-S" }],
          status: "complete",
          person: { name: NAME, phone: PHONE, street: STREET },
          customer_id: 8_812_345_678,
          history: true,
          create_time: Math.floor((Date.now() - 12 * DAY_MS) / 1000),
        },
      ])
      const key = { external_id: placed.code, channel_id: at().tiki.id }
      await follow(at(), [key])
      const order = await findOrder(at(), placed.code)
      const words = [...PLANTED, "8812345678"]
      expect(await tablesWith(words)).toContain("marketplace_channel_order")
      const before = await numbersOf(order)
      const { body } = await erase({ order_ids: [order.id] })
      expect(body.erasures).toMatchObject([{ outcome: "erased" }])
      expect(await tablesWith(words)).toEqual([])
      expect(await numbersOf(order)).toEqual(before)
    })

    it("wants to know whom", async () => {
      expect((await erase({})).status).toBe(400)
      expect((await erase({ order_ids: [], buyer_of: "x" })).status).toBe(400)
      expect((await erase({ order_ids: ["mpord_nobody"] })).status).toBe(404)
      expect((await erase({ buyer_of: "mpord_nobody" })).status).toBe(404)
    })
  })
}
