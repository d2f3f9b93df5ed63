import { container } from "@medusajs/framework"
import { MedusaContainer } from "@medusajs/framework/types"
import start from "@medusajs/medusa/commands/start"
import { seedShop } from "../scripts/host/seed-shop"
import { backgroundIdle } from "../src/workflows/background"
import { beginConnection } from "../src/workflows/channels/begin-connection"
import { completeConnection } from "../src/workflows/channels/complete-connection"
import { autoLinkListingsWorkflow } from "../src/workflows/listings/workflows/auto-link-listings"
import { marketplacesOf } from "../src/workflows/marketplaces"
import { Channel, listChannels } from "../src/workflows/orders/channel"
import { executeRun } from "../src/workflows/runs/execute-run"
import { startRun } from "../src/workflows/runs/start-run"

const PROVIDER = "tiktok-shop"
const USER = "user_bench"

/** A running shop with one connected channel whose listings are linked. */
export type BenchShop = {
  container: MedusaContainer
  channel: Channel
  /** Where the host answers. */
  url: string
  /** Where the sandbox answers. */
  sandbox_url: string
}

/**
 * Boots the shop of `medusa-config.ts` on a loopback port, without jobs, and connects it
 * to a sandbox that runs in a process of its own.
 */
export async function openShop(
  port: number,
  sandbox_url: string
): Promise<BenchShop> {
  await start({
    directory: process.cwd(),
    host: "127.0.0.1",
    port,
    types: false,
  })
  await seedShop(container)
  const channel = await connect(container)
  await linkListings(container, channel)
  return { container, channel, url: `http://127.0.0.1:${port}`, sandbox_url }
}

/** Through the sandbox's consent page; a shop that was connected before stays the same channel. */
async function connect(container: MedusaContainer): Promise<Channel> {
  const begun = await beginConnection(container, {
    provider_id: PROVIDER,
    user_id: USER,
  })
  if (!("authorization_url" in begun)) {
    throw new Error("The provider asked for no consent")
  }
  const consent = await fetch(`${begun.authorization_url}&auto=1`, {
    redirect: "manual",
  })
  const back = new URL(consent.headers.get("location") ?? "")
  const outcome = await completeConnection(container, {
    provider_id: PROVIDER,
    code: back.searchParams.get("code") ?? undefined,
    state: back.searchParams.get("state") ?? undefined,
  })
  if (!("connected" in outcome)) {
    throw new Error(`Connecting failed: ${JSON.stringify(outcome)}`)
  }
  const [channel] = await listChannels(
    marketplacesOf(container),
    outcome.connected
  )
  return channel
}

async function linkListings(
  container: MedusaContainer,
  { id }: Channel
): Promise<void> {
  const run = await startRun(container, {
    kind: "listing_download",
    params: { channel_ids: [id] },
    created_by: USER,
  })
  await executeRun(container, run.id)
  // The run's event may have been quicker.
  await backgroundIdle()
  await autoLinkListingsWorkflow(container).run({
    input: { channel_id: id, apply: true },
  })
}
