import { MedusaContainer } from "@medusajs/framework/types"
import { Sandbox } from "../../sandbox"
import { SampleLine } from "../../src/workflows/statements/__fixtures__/sample-line"
import { tikiSheets } from "../../src/workflows/statements/__fixtures__/tiki-sample"
import { tiktokShopSheets } from "../../src/workflows/statements/__fixtures__/tiktok-shop-sample"
import { writeByHand } from "../../src/workflows/statements/__fixtures__/write-by-hand"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { AdminClient, Answer } from "../support/admin"
import { ChannelAnswer } from "../support/connect"
import { Run } from "../support/runs"
import { tick } from "../support/tick"

/** A booted shop that sells on both marketplaces and reads their statements. */
export type StatementsShop = {
  readonly container: MedusaContainer
  readonly admin: AdminClient
  readonly sandbox: Sandbox
  readonly tiktok: ChannelAnswer
  readonly tiki: ChannelAnswer
}

export type Statement = {
  id: string
  status: string
  is_being_read: boolean
  filename: string
  counts: Record<string, number>
  totals: Amounts
  notices: { code: string }[]
}

export type Amounts = {
  revenue: number
  fees: number
  adjustment: number
  net: number
}

export type Line = {
  id: string
  sheet: string
  row: number
  kind: string | null
  state: string
  external_order_id: string | null
  net: number | null
  expected: number | null
  difference: number | null
  message: string
  settlement_id: string | null
  duplicate_of: { statement_id: string } | null
}

export type Settlement = {
  id: string
  external_order_id: string
  channel_name: string
  order_status: string | null
  state: string
  settled: Amounts
  expected: Amounts | null
  difference: Amounts | null
  findings: { code: string; amount: number }[]
  confirmed_at: string | null
  confirmed_by_name: string | null
  message: string | null
}

export type UploadAnswer = Answer<{
  run: Run & { statement_id: string }
  message?: string
  /** The statement that has the same file. */
  statement_id?: string
}>

const DAY_MS = 86_400_000
export const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)

export const tiktokFile = (lines: SampleLine[]) =>
  writeByHand(tiktokShopSheets(lines))
export const tikiFile = (lines: SampleLine[]) => writeByHand(tikiSheets(lines))

/** Uploads a file as the page does; nothing is waited for. */
export function upload(
  { admin }: StatementsShop,
  channel: ChannelAnswer,
  content: Buffer,
  name = "sao-ke.xlsx"
): Promise<UploadAnswer> {
  return admin.upload(
    "/statements",
    { name, content },
    { channel_id: channel.id }
  )
}

/** Uploads a file and reads it to the end of its run. */
export async function take(
  shop: StatementsShop,
  channel: ChannelAnswer,
  content: Buffer,
  name?: string
): Promise<{ run: Run; statement: Statement }> {
  const { status, body } = await upload(shop, channel, content, name)
  if (status !== 202) {
    throw new Error(`the upload answered ${status}: ${JSON.stringify(body)}`)
  }
  const { id, statement_id } = body.run
  const run = await untilEnd(shop, id)
  return { run, statement: await readStatement(shop, statement_id) }
}

/** The run as it ended. */
export async function untilEnd(
  { admin, container }: StatementsShop,
  id: string
): Promise<Run> {
  for (;;) {
    await tick(container)
    const { body } = await admin.get<{ run: Run }>(`/runs/${id}`)
    if (body.run.status !== "running") {
      return body.run
    }
  }
}

export async function readStatement(
  { admin }: StatementsShop,
  id: string
): Promise<Statement> {
  const { body } = await admin.get<{ statement: Statement }>(
    `/statements/${id}`
  )
  return body.statement
}

export async function linesOf(
  { admin }: StatementsShop,
  statement: Statement
): Promise<Line[]> {
  const { body } = await admin.get<{ lines: Line[] }>(
    `/statements/${statement.id}/lines?limit=200`
  )
  return body.lines
}

/** The settlement of an order. */
export async function settlementOf(
  { admin }: StatementsShop,
  order_id: string
): Promise<Settlement> {
  const { body } = await admin.get<{ settlements: Settlement[] }>(
    `/settlements?q=${order_id}`
  )
  const [settlement] = body.settlements
  if (!settlement) {
    throw new Error(`order ${order_id} has no settlement`)
  }
  return settlement
}

/** Orders of TikTok Shop that reached their buyers, on the marketplace only. */
export function sellOnTikTok(
  { sandbox }: StatementsShop,
  count: number,
  days = 12
): string[] {
  return sandbox.tiktok
    .addOrders(
      Array.from({ length: count }, (_, index) => ({
        status: "COMPLETED" as const,
        history: true,
        create_time: Math.floor(daysAgo(days).getTime() / 1000),
        lines: [{ seller_sku: "CHEN-DO-60", quantity: 1 + (index % 3) }],
      }))
    )
    .map(({ id }) => id)
}

/** Orders of Tiki that reached their buyers, on the marketplace only. */
export function sellOnTiki(
  { sandbox }: StatementsShop,
  count: number
): string[] {
  return sandbox.tiki
    .addOrders(
      Array.from({ length: count }, () => ({
        status: "successful_delivery" as const,
        history: true,
        create_time: Math.floor(daysAgo(12).getTime() / 1000),
        lines: [{ original_sku: "LY-LAM-S" }],
      }))
    )
    .map(({ code }) => code)
}

/** Downloads orders, as the marketplace's messages would. */
export async function bringIn(
  { container }: StatementsShop,
  channel: ChannelAnswer,
  ids: string[]
): Promise<void> {
  await marketplacesOf(container).nudges.add(channel.id, ids, "webhook")
  await tick(container)
}

/** What an order's goods cost after the seller's discounts, by its stored copy. */
export async function revenueOf(
  { admin }: StatementsShop,
  order_id: string
): Promise<number> {
  const { body } = await admin.get<{
    orders: { money: { subtotal: number; seller_discount: number } }[]
  }>(`/orders?q=${order_id}`)
  const { subtotal, seller_discount } = body.orders[0].money
  return subtotal - seller_discount
}

/** A sale of an order that is charged 5 % and 3,000 đồng. */
export function sale(
  order_id: string,
  revenue: number,
  changes: Partial<SampleLine> = {}
): SampleLine {
  return {
    kind: "sale",
    order_id,
    ordered_at: daysAgo(12),
    settled_at: daysAgo(2),
    revenue,
    fees: {
      commission: -Math.round(revenue * 0.05),
      order_processing: -3_000,
    },
    ...changes,
  }
}
