import { Modules } from "@medusajs/framework/utils"
import { addMissingFlows } from "../../src/workflows/flows/add-missing-flows"
import { watchHealth } from "../../src/workflows/health/watch-health"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import {
  DAY_MS,
  Health,
  healthAt,
  healthOf,
  HOUR_MS,
  letWork,
  tryAgain,
  MINUTE_MS,
  rows,
} from "./health"
import { OperationsShop } from "./shop"
import { soldHourly, WAYS } from "./ways-to-fall-silent"

const codesOf = ({ alarms }: Health) => alarms.map(({ code }) => code)

/** Every way to fall silent is shown with its cause, and gone once it is mended. */
export function silences(at: () => OperationsShop): void {
  describe("silence", () => {
    beforeEach(async () => {
      // The tests tick by hand in a process that calls itself a server.
      await rows(
        at(),
        `UPDATE marketplace_process SET worker_mode = 'shared', seen_at = now()`
      )
      await rows(
        at(),
        `DELETE FROM marketplace_flow WHERE kind = 'history_orders'`
      )
      await letWork(at(), at().tiki, ["event_queue"])
    })

    it("is not seen in a shop that works, be it busy or not", async () => {
      const health = await healthOf(at())
      expect(health.alarms).toEqual([])
      expect(health.state).toBe("ok")
      expect(health.processes).toEqual([
        expect.objectContaining({ alive: true }),
      ])
      expect(health.channels).toHaveLength(2)
      expect(JSON.stringify(health)).not.toContain("secret")
    })

    it.each(WAYS)("$name: $shows.code", async ({ shows, inject }) => {
      const shop = at()
      expect((await healthOf(shop)).alarms).toEqual([])
      const mend = await inject(shop)
      const { state, alarms } = await healthOf(shop)
      expect(alarms).toEqual([
        expect.objectContaining({
          code: shows.code,
          flow: shows.flow ?? null,
          channel_id: shows.channel ? shop[shows.channel].id : null,
          message: expect.stringMatching(/\w{3}/),
          remedy: expect.stringMatching(/\w{3}/),
        }),
      ])
      expect(state).not.toBe("ok")
      expect(alarms[0].message).not.toMatch(/[{}]|undefined|null/)
      await mend()
      await tryAgain(shop)
      expect((await healthOf(shop)).alarms).toEqual([])
    })

    it("is no silence of messages that those about orders of long ago are forgotten", async () => {
      const shop = at()
      await soldHourly(shop, "30 days", "20 days")
      await rows(
        shop,
        `DELETE FROM marketplace_webhook_message WHERE channel_id = ?`,
        [shop.tiktok.id]
      )
      expect((await healthOf(shop)).alarms).toEqual([])
    })

    it("is none of statements that settle a month each and came together", async () => {
      const shop = at()
      await rows(
        shop,
        `INSERT INTO marketplace_statement
           (id, channel_id, source, status, currency_code, totals, counts, notices, created_by,
            period_to, created_at)
         SELECT 'mpstm_monthly_' || month, ?, 'file', 'done', 'vnd', '{}', '{}', '[]', 'system',
                now() - month * interval '30 days', now() - interval '20 days'
           FROM generate_series(1, 6) AS month`,
        [shop.tiki.id]
      )
      expect((await healthOf(shop)).alarms).toEqual([])
    })

    it("of one channel is not drowned out by what waits in another", async () => {
      const shop = at()
      await soldHourly(shop, "30 days", "1 day")
      await rows(
        shop,
        `UPDATE marketplace_channel_order SET channel_id = 'gone', planned_hash = NULL,
                updated_at = placed_at
          WHERE channel_id = ? AND placed_at < now() - interval '1 hour'`,
        [shop.tiktok.id]
      )
      expect((await healthOf(shop)).alarms).toEqual([])
      await rows(
        shop,
        `UPDATE marketplace_channel_order
            SET planned_hash = NULL, updated_at = now() - interval '20 minutes'
          WHERE channel_id = ?`,
        [shop.tiktok.id]
      )
      expect(codesOf(await healthOf(shop))).toEqual(["orders_not_planned"])
    })

    it("of work whose schedule is gone ends with the next start of the server", async () => {
      const shop = at()
      const kinds = () =>
        rows(
          shop,
          `SELECT channel_id, kind FROM marketplace_flow
            WHERE kind NOT IN ('authorization', 'stock') ORDER BY 1, 2`
        )
      const before = await kinds()
      await rows(shop, `DELETE FROM marketplace_flow`)
      // A module that was never looked through, as after a start.
      await addMissingFlows(Object.create(marketplacesOf(shop.container)))
      expect(await kinds()).toEqual(before)
    })

    it("is foreseen: days before the sign-in ends it is said three times", async () => {
      const shop = at()
      const [{ ends_at }] = await rows<{ ends_at: Date }>(
        shop,
        `SELECT refresh_expires_at AS ends_at FROM marketplace_authorization
          WHERE provider_id = 'tiktok-shop'`
      )
      const before = (days: number) =>
        new Date(ends_at.getTime() - days * DAY_MS)
      const daysLeft = async (now: Date) =>
        (await healthAt(shop, now)).alarms
          .filter(({ code }) => code === "authorization_ending")
          .map(({ params }) => params.days)
      expect(await daysLeft(before(15))).toEqual([])
      expect(await daysLeft(before(13.5))).toEqual([14])
      expect(await daysLeft(before(0.5))).toEqual([1])
    })

    it("shows refused webhooks, and forgets them", async () => {
      const { base_url } = at()
      for (let time = 0; time < 3; time++) {
        const { status } = await fetch(
          `${base_url}/hooks/marketplaces/tiktok-shop`,
          {
            method: "POST",
            headers: { authorization: "forged" },
            body: `{"type":1}`,
          }
        )
        expect(status).toBe(401)
      }
      const { alarms } = await healthOf(at())
      expect(alarms).toMatchObject([
        { code: "messages_refused", params: { provider: "tiktok-shop" } },
      ])
      const later = await healthAt(at(), new Date(Date.now() + 5 * HOUR_MS))
      expect(codesOf(later)).not.toContain("messages_refused")
      await rows(at(), `DELETE FROM marketplace_webhook_refusal`)
    })

    it("is told once in the notifications, and closed when it is over", async () => {
      const shop = at()
      const { container, tiki } = shop
      const notifications = container.resolve(Modules.NOTIFICATION)
      const told = async () =>
        (await notifications.listNotifications({ channel: "feed" })).length
      const open = async () =>
        (await marketplacesOf(container).alarms.listOpen()).map(
          ({ code }) => code
        )
      const before = await told()
      await rows(
        shop,
        `UPDATE marketplace_channel SET provider_id = 'gone' WHERE id = ?`,
        [tiki.id]
      )
      await watchHealth(container)
      await watchHealth(container)
      await Promise.all([watchHealth(container), watchHealth(container)])
      expect(await open()).toEqual(["provider_missing"])
      expect(await told()).toBe(before + 1)
      await rows(
        shop,
        `UPDATE marketplace_channel SET provider_id = 'tiki' WHERE id = ?`,
        [tiki.id]
      )
      await watchHealth(container)
      expect(await open()).toEqual([])
      expect(await told()).toBe(before + 1)
    })

    it("is not over while a cause hides it", async () => {
      const shop = at()
      const { alarms } = marketplacesOf(shop.container)
      const setStatus = (status: string) =>
        rows(shop, `UPDATE marketplace_channel SET status = ? WHERE id = ?`, [
          status,
          shop.tiktok.id,
        ])
      const late = async () =>
        (await alarms.listOpen()).find(({ code }) => code === "flow_late")
      await rows(
        shop,
        `UPDATE marketplace_flow SET due_at = now() - interval '10 minutes'
          WHERE channel_id = ? AND kind = 'wide_orders'`,
        [shop.tiktok.id]
      )
      await watchHealth(shop.container)
      const raised = await late()
      expect(raised).toMatchObject({ told_at: null })
      await setStatus("paused")
      await watchHealth(shop.container)
      expect(codesOf(await healthOf(shop))).toEqual(["channel_paused"])
      await setStatus("connected")
      await watchHealth(shop.container)
      expect(await late()).toEqual(raised)
      await letWork(shop, shop.tiktok, ["wide_orders"])
      await watchHealth(shop.container)
      expect(await alarms.listOpen()).toEqual([])
    })

    it("is not told while it may pass by itself", async () => {
      const shop = at()
      const { container } = shop
      const { faults } = shop.sandbox.tiktok
      faults.add({
        kind: "503",
        path: "/order/202309/orders/search",
        times: 1_000,
      })
      await letWork(shop, shop.tiktok, ["recent_orders"], 2)
      const notifications = container.resolve(Modules.NOTIFICATION)
      const told = async () =>
        (await notifications.listNotifications({ channel: "feed" })).length
      const before = await told()
      await watchHealth(container)
      expect(await told()).toBe(before)
      await watchHealth(container, new Date(Date.now() + 11 * MINUTE_MS))
      expect(await told()).toBeGreaterThan(before)
      faults.clear()
      await letWork(shop, shop.tiktok, ["recent_orders"])
      await watchHealth(container)
    })
  })
}
