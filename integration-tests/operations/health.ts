import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { describeHealth } from "../../src/workflows/health/describe-health"
import { ChannelAnswer } from "../support/connect"
import { tick } from "../support/tick"
import { OperationsShop } from "./shop"

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The answer of the health route, as far as tests look at it. */
export type Health = {
  state: string
  checked_at: string
  alarms: {
    id: string
    code: string
    severity: string
    channel_id: string | null
    channel_name: string | null
    flow: string | null
    since: string
    message: string
    remedy: string
    params: Record<string, unknown>
  }[]
  channels: {
    channel_id: string
    status: string
    last_order_at: string | null
    last_webhook_at: string | null
    flows: { kind: string; state: string; last_success_at: string | null }[]
  }[]
  processes: { name: string; alive: boolean }[]
}

export async function healthOf({ admin }: OperationsShop): Promise<Health> {
  const { status, body } = await admin.get<Health>("/health")
  if (status !== 200) {
    throw new Error(`the health route answered ${status}`)
  }
  return body
}

/** What the route would answer at another moment; the same as JSON gives it. */
export async function healthAt(
  { container }: OperationsShop,
  now: Date
): Promise<Health> {
  return JSON.parse(JSON.stringify(await describeHealth(container, now)))
}

export async function rows<Row = Record<string, unknown>>(
  { container }: OperationsShop,
  statement: string,
  values: (string | string[])[] = []
): Promise<Row[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows: found } = await knex.raw(statement, values)
  return found
}

/** Lets flows of a channel be due and work, again and again if they fail. */
export async function letWork(
  shop: OperationsShop,
  { id }: Pick<ChannelAnswer, "id">,
  kinds: string[],
  turns = 1
): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await rows(
      shop,
      `UPDATE marketplace_flow SET due_at = now() - interval '1 second'
        WHERE channel_id = ? AND kind = ANY(?)`,
      [id, kinds]
    )
    await tick(shop.container)
  }
}

/** Lets what failed have its next attempt. */
export async function tryAgain(shop: OperationsShop): Promise<void> {
  await rows(
    shop,
    `UPDATE marketplace_flow SET due_at = now() WHERE failures > 0`
  )
  await tick(shop.container)
}

/** Has the database refuse every new row of a table with one of its error codes. */
export async function refuseRows(
  shop: OperationsShop,
  table: string,
  errcode: string,
  message: string
): Promise<() => Promise<void>> {
  await rows(
    shop,
    `CREATE FUNCTION test_refuse_rows() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       RAISE EXCEPTION '${message}' USING ERRCODE = '${errcode}';
     END $$`
  )
  await rows(
    shop,
    `CREATE TRIGGER test_refuse_rows BEFORE INSERT ON ${table}
       FOR EACH ROW EXECUTE FUNCTION test_refuse_rows()`
  )
  return async () => {
    await rows(shop, `DROP TRIGGER test_refuse_rows ON ${table}`)
    await rows(shop, `DROP FUNCTION test_refuse_rows`)
  }
}

/** Signs a TikTok Shop channel in again, through the consent page. */
export async function signInAgain(
  { admin }: OperationsShop,
  { id }: ChannelAnswer
): Promise<void> {
  const { body } = await admin.post<{ authorization_url: string }>(
    "/channels",
    { provider_id: "tiktok-shop", reauthorize_channel_id: id }
  )
  const consent = await fetch(`${body.authorization_url}&auto=1`, {
    redirect: "manual",
  })
  await fetch(consent.headers.get("location") ?? "", { redirect: "manual" })
}
