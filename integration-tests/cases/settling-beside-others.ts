import { setTimeout as sleep } from "node:timers/promises"
import { ILockingModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { settleDueOrders } from "../../src/workflows/orders/settle-due-orders"
import { downloadAndLink } from "../support/listings"
import { finishRun } from "../support/runs"
import { connectByApp, Shop } from "./fake-shop"

const SKU = "LY-LAM-S"
const ORDERS = ["970000", "970001", "970002"]
const MOST_MS = 60_000

/** Orders that are due while other work, which asks a marketplace, keeps one of them. */
export function settlingBesideOthers(at: () => Shop): void {
  it(
    "settles all but the order that other work keeps, which is put off with the reason",
    async () => {
      const { container, admin, fake } = at()
      fake.addListing({ seller_sku: SKU })
      const { id: channel_id } = await connectByApp(at(), {
        settings: { stock_from: "2020-01-01T00:00:00Z" },
      })
      await downloadAndLink(admin, [channel_id])
      const now = new Date(Date.now() - MOST_MS)
      for (const external_id of ORDERS) {
        fake.putOrder({
          external_id,
          raw_status: "awaiting_collection",
          placed_at: now,
          external_updated_at: now,
        })
      }
      await finishRun(admin, "/orders/downloads", {
        channel_ids: [channel_id],
        statuses: ["awaiting_collection"],
      })
      await settleDueOrders(container)
      const stored = () =>
        marketplacesOf(container).listMarketplaceChannelOrders(
          { channel_id },
          { order: { id: "ASC" } }
        )
      await container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(
          "UPDATE marketplace_channel_order SET settle_due_at = now() WHERE channel_id = ?",
          [channel_id]
        )

      const [, kept] = await stored()
      const locking: ILockingModule = container.resolve(Modules.LOCKING)
      const ended = new AbortController()
      const keeping = locking.execute([`marketplaces:order:${kept.id}`], () =>
        sleep(MOST_MS, undefined, { signal: ended.signal }).catch(() => null)
      )
      try {
        await settleDueOrders(container)
        expect(
          (await stored()).map(({ settle_due_at, settle_error }) => [
            settle_due_at === null,
            settle_error,
          ])
        ).toEqual([
          [true, null],
          [false, "Other work on the order did not end in time"],
          [true, null],
        ])
        // Who waited in vain may say so after somebody else has settled it.
        const [settled] = await stored()
        await marketplacesOf(container).orderLedger.postponeSettling([
          { id: settled.id, error: "too late" },
        ])
        expect((await stored())[0]).toMatchObject({
          settle_due_at: null,
          settle_error: null,
        })
      } finally {
        ended.abort()
        await keeping
      }
    },
    2 * MOST_MS
  )
}
