import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { FakeMarketplace } from "../fixtures/fake-provider"
import { AdminClient } from "../support/admin"

/** What these cases need of the running shop; read anew in each. */
export type Shop = {
  container: MedusaContainer
  admin: AdminClient
  fake: FakeMarketplace
}

export type FakeChannel = {
  id: string
  provider_id: string
  name: string
  status: string
  status_reason: string | null
  authorization_ends_at: string | null
  sales_channel_id: string
  warehouses: { external_id: string }[]
  settings: {
    buffer: number
    warehouses: { external_id: string; stock_location_id: string }[]
  }
  flows: { kind: string; due_at: string }[]
}

export type Refusal = { type: string; code?: string; message: string }
export type TestAnswer = { ok: boolean; code?: string; reason?: string }

export const MINUTE_MS = 60_000

/** Connects the fake marketplace with its app's id and secret. */
export async function connectByApp(
  { admin, fake }: Shop,
  body: Record<string, unknown> = {}
): Promise<FakeChannel> {
  const answer = await admin.post<{ channel: FakeChannel }>("/channels", {
    provider_id: "fake",
    credentials: fake.app,
    ...body,
  })
  expect(answer.status).toBe(200)
  return answer.body.channel
}

/** What the cases ask of the shop again and again. */
export function askingOf(at: () => Shop) {
  const channels = async () =>
    (await at().admin.get<{ channels: FakeChannel[] }>("/channels")).body
      .channels
  const channelOf = async (id: string) =>
    (await at().admin.get<{ channel: FakeChannel }>(`/channels/${id}`)).body
      .channel
  const testOf = async (id: string) =>
    (await at().admin.post<TestAnswer>(`/channels/${id}/test`)).body
  const callsOf = (name: string) =>
    at().fake.calls.filter((call) => call === name).length
  const authorizations = () =>
    marketplacesOf(at().container).listMarketplaceAuthorizations({})

  const renewalOf = async (id: string) =>
    (await channelOf(id)).flows.find(({ kind }) => kind === "authorization")

  return { channels, channelOf, testOf, callsOf, authorizations, renewalOf }
}
