import { SCOPES } from "../../sandbox/tiktok-shop/shops"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { ChannelAnswer } from "../support/connect"
import { tick } from "../support/tick"
import {
  HOUR_MS,
  letWork,
  MINUTE_MS,
  refuseRows,
  rows,
  signInAgain,
} from "./health"
import { OperationsShop } from "./shop"

type Cause = { code: string; flow?: string; channel?: "tiktok" | "tiki" }

/** One way to fall silent: how it comes about, what is shown of it, and how it is mended. */
export type Way = {
  name: string
  shows: Cause
  /** @returns what mends it. */
  inject(shop: OperationsShop): Promise<() => Promise<unknown>>
}

const ORDERS = ["recent_orders"]
const ORDER_SEARCH = "/order/202309/orders/search"

/** A fault of every order search until it is mended; met twice, as passing ones have to be. */
const searchFails =
  (
    fault: Parameters<OperationsShop["sandbox"]["tiktok"]["faults"]["add"]>[0]
  ): Way["inject"] =>
  async (shop) => {
    const { faults } = shop.sandbox.tiktok
    faults.add({ path: ORDER_SEARCH, times: 1_000, ...fault })
    await letWork(shop, shop.tiktok, ORDERS, 2)
    return () => {
      faults.clear()
      return letWork(shop, shop.tiktok, ORDERS)
    }
  }

/** Changes rows; what mends it puts them back. */
const rowsSay =
  (change: string, back: string, channel?: "tiktok" | "tiki"): Way["inject"] =>
  async (shop) => {
    const ids = channel ? [shop[channel].id] : []
    await rows(shop, change, ids)
    return () => rows(shop, back, ids)
  }

const authorizationOf = `id = (SELECT authorization_id FROM marketplace_channel WHERE id = ?)`

/** Orders that were first seen just now, and brought in. */
async function sell(
  shop: OperationsShop,
  count: number,
  create_time?: number
): Promise<string[]> {
  const ids = shop.sandbox.tiktok
    .addOrders(
      Array.from({ length: count }, () => ({
        create_time,
        lines: [{ seller_sku: "CHEN-DO-60" }],
      }))
    )
    .map(({ id }) => id)
  const { nudges } = marketplacesOf(shop.container)
  await nudges.add(shop.tiktok.id, ids, "webhook")
  await tick(shop.container)
  return ids
}

const forget = (shop: OperationsShop, ids: string[]) =>
  rows(
    shop,
    `DELETE FROM marketplace_channel_order WHERE external_id = ANY(?)`,
    [ids]
  )

/**
 * An order just now, and one of every hour between two times ago, in a channel of two months.
 * @returns what takes those before away again.
 */
export async function soldHourly(
  shop: OperationsShop,
  from_ago: string,
  to_ago: string
): Promise<() => Promise<void>> {
  const [id] = await sell(shop, 1)
  await rows(
    shop,
    `INSERT INTO marketplace_channel_order
       (id, channel_id, external_id, raw_status, import_state, block_reasons, display_id,
        host_state, payload, content_hash, planned_hash, read_started_at, placed_at,
        external_updated_at, search_text, flags, status, created_at)
     SELECT sold.id || '_' || at, channel_id, external_id || '_' || at, raw_status,
            import_state, block_reasons, display_id || '_' || at, host_state, payload,
            content_hash, planned_hash, read_started_at, at, at, search_text, flags,
            status, at
       FROM marketplace_channel_order AS sold,
            generate_series(now() - ?::interval, now() - ?::interval, interval '1 hour') AS at
      WHERE sold.external_id = ?`,
    [from_ago, to_ago, id]
  )
  await rows(
    shop,
    `UPDATE marketplace_channel SET created_at = created_at - interval '60 days' WHERE id = ?`,
    [shop.tiktok.id]
  )
  return async () => {
    await rows(
      shop,
      `DELETE FROM marketplace_channel_order WHERE channel_id = ? AND id LIKE '%\\_20%'`,
      [shop.tiktok.id]
    )
    await rows(
      shop,
      `UPDATE marketplace_channel SET created_at = created_at + interval '60 days' WHERE id = ?`,
      [shop.tiktok.id]
    )
  }
}

const seconds = (from_now_ms: number) =>
  Math.floor((Date.now() + from_now_ms) / 1000)

const at = (channel: ChannelAnswer) => channel.id

/** A message of the marketplace that came a while ago: its id, the channel, how long ago. */
const MESSAGE = `INSERT INTO marketplace_webhook_message
  (id, provider_id, notification_id, type, channel_id, body, effect, received_at)
  SELECT 'mphook_' || id, 'tiktok-shop', id, '1', channel, '{}', 'nudged', now() - age::interval
    FROM (VALUES (?, ?, ?)) AS message(id, channel, age)`

export const WAYS: Way[] = [
  {
    name: "the seller takes the permission back",
    shows: { code: "authorization_refused", channel: "tiktok" },
    inject: async (shop) => {
      const { tiktok } = shop.sandbox
      const { open_id } = tiktok.seller()
      tiktok.authorizations.revoke(open_id)
      await letWork(shop, shop.tiktok, ORDERS)
      return async () => {
        await signInAgain(shop, shop.tiktok)
        await letWork(shop, shop.tiktok, ORDERS)
      }
    },
  },
  {
    name: "the sign-in ends and cannot be renewed",
    shows: { code: "authorization_ended", channel: "tiktok" },
    inject: rowsSay(
      `UPDATE marketplace_authorization SET refresh_expires_at = refresh_expires_at - interval '10 years' WHERE ${authorizationOf}`,
      `UPDATE marketplace_authorization SET refresh_expires_at = refresh_expires_at + interval '10 years' WHERE ${authorizationOf}`,
      "tiktok"
    ),
  },
  {
    name: "a permission is taken out of the sign-in",
    shows: { code: "scope_missing", channel: "tiktok" },
    inject: async (shop) => {
      const { tiktok } = shop.sandbox
      const { open_id } = tiktok.seller()
      tiktok.authorizations.setScopes(
        open_id,
        SCOPES.filter((scope) => scope !== "seller.finance.info")
      )
      await letWork(shop, shop.tiktok, ["statements"])
      return () => {
        tiktok.authorizations.setScopes(open_id, [...SCOPES])
        return letWork(shop, shop.tiktok, ["statements"])
      }
    },
  },
  {
    name: "the marketplace switches the shop off",
    shows: { code: "shop_inactive", channel: "tiktok" },
    inject: async (shop) => {
      const twin = shop.sandbox.tiktok.shop()
      twin.active = false
      await letWork(shop, shop.tiktok, ORDERS)
      return () => {
        twin.active = true
        return letWork(shop, shop.tiktok, ORDERS)
      }
    },
  },
  {
    name: "somebody pauses the channel here",
    shows: { code: "channel_paused", channel: "tiki" },
    inject: async ({ admin, tiki }) => {
      await admin.post(`/channels/${at(tiki)}`, { status: "paused" })
      return () => admin.post(`/channels/${at(tiki)}`, { status: "connected" })
    },
  },
  {
    name: "the app's secret is replaced at the marketplace",
    shows: { code: "credentials_invalid", channel: "tiki" },
    inject: async (shop) => {
      const { tiki } = shop.sandbox
      const app = tiki.options.apps.in_house
      const { client_secret } = app
      app.client_secret = "a new one"
      tiki.authorizations.expireAccess()
      await letWork(shop, shop.tiki, ORDERS)
      return async () => {
        app.client_secret = client_secret
        await shop.admin.post(`/channels/${at(shop.tiki)}/test`)
        await letWork(shop, shop.tiki, ["recent_orders", "event_queue"])
      }
    },
  },
  {
    name: "the marketplace is down",
    shows: { code: "marketplace_unavailable", channel: "tiktok" },
    inject: searchFails({ kind: "503" }),
  },
  {
    name: "the quota of calls is used up",
    shows: { code: "rate_limited", channel: "tiktok" },
    inject: searchFails({ kind: "429", retry_after: 0 }),
  },
  {
    name: "the marketplace answers in another form",
    shows: { code: "answer_not_understood", channel: "tiktok" },
    inject: searchFails({ kind: "html", status: 200 }),
  },
  {
    name: "this version of the API is retired",
    shows: { code: "call_retired", channel: "tiktok" },
    inject: searchFails({
      kind: "envelope",
      code: 36009014,
      message: "the api version is offline",
    }),
  },
  {
    name: "the server's clock is wrong",
    shows: { code: "clock_refused", channel: "tiktok" },
    inject: searchFails({
      kind: "envelope",
      code: 36009004,
      message: "invalid timestamp",
    }),
  },
  {
    name: "an empty list comes with 200",
    shows: { code: "orders_left_out", channel: "tiktok" },
    inject: async (shop) => {
      const ids = await sell(shop, 3)
      await rows(
        shop,
        `UPDATE marketplace_channel_order SET created_at = created_at - interval '10 minutes'
          WHERE external_id = ANY(?)`,
        [ids]
      )
      shop.sandbox.tiktok.book.clear()
      await letWork(shop, shop.tiktok, ORDERS)
      return async () => {
        await sell(shop, 1)
        await letWork(shop, shop.tiktok, ORDERS)
      }
    },
  },
  {
    name: "orders come with times of another time zone",
    shows: { code: "order_times_shifted", channel: "tiktok" },
    inject: async (shop) => {
      const ids = await sell(shop, 5, seconds(7 * HOUR_MS))
      return () => forget(shop, ids)
    },
  },
  {
    name: "a shop that sells every hour sells nothing",
    shows: { code: "orders_silent", channel: "tiktok" },
    inject: async (shop) => {
      const forgetSales = await soldHourly(shop, "30 days", "12 hours")
      // It is asked for orders, and has none.
      await letWork(shop, shop.tiktok, ORDERS)
      await rows(
        shop,
        `UPDATE marketplace_channel_order SET created_at = now() - interval '12 hours'
          WHERE channel_id = ? AND created_at > now() - interval '12 hours'`,
        [at(shop.tiktok)]
      )
      await rows(shop, MESSAGE, ["silent", at(shop.tiktok), "11 hours"])
      return forgetSales
    },
  },
  {
    name: "webhooks cease while orders go on",
    shows: { code: "messages_silent", channel: "tiktok" },
    inject: async (shop) => {
      await rows(shop, MESSAGE, ["silent", at(shop.tiktok), "5 hours"])
      const ids = await sell(shop, 5)
      await rows(
        shop,
        `UPDATE marketplace_channel_order
            SET created_at = created_at - interval '1 hour', placed_at = placed_at - interval '1 hour'
          WHERE external_id = ANY(?)`,
        [ids]
      )
      return async () => {
        await forget(shop, ids)
        await rows(
          shop,
          `DELETE FROM marketplace_webhook_message WHERE id = 'mphook_silent'`
        )
      }
    },
  },
  {
    name: "a message queue is not emptied",
    shows: { code: "event_queue_silent", channel: "tiki", flow: "event_queue" },
    inject: rowsSay(
      `UPDATE marketplace_event_queue SET last_pull_at = last_pull_at - interval '1 hour'`,
      `UPDATE marketplace_event_queue SET last_pull_at = now()`
    ),
  },
  {
    name: "orders that messages name cannot be read",
    shows: { code: "orders_not_read", channel: "tiktok" },
    inject: async (shop) => {
      await marketplacesOf(shop.container).nudges.add(
        at(shop.tiktok),
        ["576000000000000001"],
        "webhook"
      )
      await tick(shop.container)
      await rows(
        shop,
        `UPDATE marketplace_nudge SET created_at = created_at - interval '20 minutes'`
      )
      return () => rows(shop, `DELETE FROM marketplace_nudge`)
    },
  },
  {
    name: "orders are saved but nothing becomes of them",
    shows: { code: "orders_not_planned", channel: "tiktok" },
    inject: async (shop) => {
      const ids = await sell(shop, 1)
      await rows(
        shop,
        `UPDATE marketplace_channel_order
            SET planned_hash = NULL, updated_at = now() - interval '20 minutes'
          WHERE external_id = ANY(?)`,
        [ids]
      )
      return () => tick(shop.container)
    },
  },
  {
    name: "no worker is alive",
    shows: { code: "no_worker" },
    inject: rowsSay(
      `UPDATE marketplace_process SET worker_mode = 'server'`,
      `UPDATE marketplace_process SET worker_mode = 'shared'`
    ),
  },
  {
    name: "a worker keeps its lease and does nothing",
    shows: { code: "worker_stuck", channel: "tiktok", flow: "recent_orders" },
    inject: rowsSay(
      `UPDATE marketplace_flow SET leased_until = now() + interval '10 minutes',
              lease_id = 'stuck', progressed_at = now() - interval '40 minutes'
        WHERE channel_id = ? AND kind = 'recent_orders'`,
      `UPDATE marketplace_flow SET leased_until = NULL, lease_id = NULL
        WHERE channel_id = ? AND kind = 'recent_orders'`,
      "tiktok"
    ),
  },
  {
    name: "workers are too busy to begin what is due",
    shows: { code: "flow_late", channel: "tiktok", flow: "wide_orders" },
    inject: async (shop) => {
      await rows(
        shop,
        `UPDATE marketplace_flow SET due_at = now() - interval '10 minutes'
          WHERE channel_id = ? AND kind = 'wide_orders'`,
        [at(shop.tiktok)]
      )
      return () => letWork(shop, shop.tiktok, ["wide_orders"])
    },
  },
  {
    name: "a schedule was put off for ever",
    shows: { code: "flow_late", channel: "tiktok", flow: "open_orders" },
    inject: async (shop) => {
      await rows(
        shop,
        `UPDATE marketplace_flow SET due_at = now() + interval '9 years',
                last_success_at = now() - interval '2 hours'
          WHERE channel_id = ? AND kind = 'open_orders'`,
        [at(shop.tiktok)]
      )
      return () => letWork(shop, shop.tiktok, ["open_orders"])
    },
  },
  {
    name: "a schedule is gone",
    shows: { code: "flow_missing", channel: "tiktok", flow: "stock_sweep" },
    inject: async (shop) => {
      await rows(
        shop,
        `UPDATE marketplace_channel SET created_at = created_at - interval '1 day' WHERE id = ?`,
        [at(shop.tiktok)]
      )
      await rows(
        shop,
        `DELETE FROM marketplace_flow WHERE channel_id = ? AND kind = 'stock_sweep'`,
        [at(shop.tiktok)]
      )
      return () => signInAgain(shop, shop.tiktok)
    },
  },
  {
    name: "the disk is full",
    shows: { code: "disk_full" },
    inject: (shop) =>
      refuseRows(
        shop,
        "marketplace_alarm",
        "53100",
        "could not extend file: No space left on device"
      ),
  },
  {
    name: "the disk is full where orders are kept",
    shows: { code: "disk_full" },
    inject: async (shop) => {
      const accept = await refuseRows(
        shop,
        "marketplace_channel_order",
        "53100",
        "could not extend file: No space left on device"
      )
      shop.sandbox.tiktok.addOrders([{ create_time: seconds(-MINUTE_MS) }])
      await letWork(shop, shop.tiktok, ORDERS)
      return async () => {
        await accept()
        await letWork(shop, shop.tiktok, ORDERS)
      }
    },
  },
  {
    name: "the database became read-only",
    shows: { code: "database_refuses" },
    inject: (shop) =>
      refuseRows(
        shop,
        "marketplace_alarm",
        "25006",
        "cannot execute INSERT in a read-only transaction"
      ),
  },
  {
    name: "processes keep their locks to themselves",
    shows: { code: "locks_not_shared" },
    inject: rowsSay(
      `INSERT INTO marketplace_process (id, name, worker_mode, locking, started_at, seen_at)
       VALUES ('mpproc_other', 'other:1', 'worker', 'in-memory', now() - interval '1 hour', now())`,
      `DELETE FROM marketplace_process WHERE id = 'mpproc_other'`
    ),
  },
  {
    name: "the key that protects the tokens is another one",
    shows: { code: "encryption_key_missing", channel: "tiki" },
    inject: rowsSay(
      `UPDATE marketplace_authorization SET secrets = regexp_replace(secrets, '^v1:', 'v1:0ther:') WHERE ${authorizationOf}`,
      `UPDATE marketplace_authorization SET secrets = regexp_replace(secrets, '^v1:0ther:', 'v1:') WHERE ${authorizationOf}`,
      "tiki"
    ),
  },
  {
    name: "the marketplace is taken out of the options",
    shows: { code: "provider_missing", channel: "tiki" },
    inject: rowsSay(
      `UPDATE marketplace_channel SET provider_id = 'gone' WHERE id = ?`,
      `UPDATE marketplace_channel SET provider_id = 'tiki' WHERE id = ?`,
      "tiki"
    ),
  },
  {
    name: "listings were never downloaded",
    shows: { code: "listings_missing", channel: "tiki" },
    inject: rowsSay(
      `UPDATE marketplace_channel SET last_listing_sync_at = NULL,
              created_at = created_at - interval '2 hours' WHERE id = ?`,
      `UPDATE marketplace_channel SET last_listing_sync_at = now(),
              created_at = created_at + interval '2 hours' WHERE id = ?`,
      "tiki"
    ),
  },
  {
    name: "statements cease",
    shows: { code: "statements_missing", channel: "tiktok" },
    inject: rowsSay(
      // Two files for each day, all of them uploaded at once.
      `INSERT INTO marketplace_statement
         (id, channel_id, source, status, currency_code, totals, counts, notices, created_by,
          period_to)
       SELECT 'mpstm_silent_' || day || '_' || part, ?, 'file', 'done', 'vnd', '{}', '{}', '[]',
              'system', now() - day * interval '1 day'
         FROM generate_series(9, 14) AS day, generate_series(1, 2) AS part`,
      `DELETE FROM marketplace_statement WHERE id LIKE 'mpstm_silent_%' AND channel_id = ?`,
      "tiktok"
    ),
  },
  {
    name: "a stock write is never answered",
    shows: { code: "stock_unanswered", channel: "tiktok" },
    inject: rowsSay(
      `UPDATE marketplace_listing_stock SET state = 'unresolved', behind_since = now() - interval '1 hour'
        WHERE id = (SELECT min(id) FROM marketplace_listing_stock WHERE channel_id = ?)`,
      `UPDATE marketplace_listing_stock SET state = 'even', behind_since = NULL
        WHERE state = 'unresolved' AND channel_id = ?`,
      "tiktok"
    ),
  },
  {
    name: "a download is left behind",
    shows: { code: "runs_abandoned" },
    inject: rowsSay(
      `INSERT INTO marketplace_run (id, kind, status, params, progress, counts, created_by, leased_until)
       VALUES ('mprun_left', 'order_download', 'running', '{}', '{}', '{}', 'system',
               now() - interval '${(10 * MINUTE_MS) / 1000} seconds')`,
      `DELETE FROM marketplace_run WHERE id = 'mprun_left'`
    ),
  },
]
