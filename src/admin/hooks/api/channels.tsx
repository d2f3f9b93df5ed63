import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { authorizationKeys, channelKeys } from "../../lib/query-keys"
import { readAllPages } from "../../lib/read-all-pages"
import { postForCode, sdk } from "../../lib/sdk"
import type {
  Authorization,
  Channel,
  ChannelTest,
  ConnectResult,
  ListOf,
} from "../../lib/types"

const PATH = "/admin/marketplaces/channels"
const AUTHORIZATIONS = "/admin/marketplaces/authorizations"

/** Every connected shop. */
export function useChannels() {
  return useQuery({
    queryKey: channelKeys.list(),
    queryFn: async () => ({
      channels: await readAllPages(async (page) => {
        const { channels, count } = await sdk.client.fetch<
          ListOf<"channels", Channel>
        >(PATH, { query: page })
        return { rows: channels, count }
      }),
    }),
    refetchInterval: 60_000,
  })
}

export function useChannel(id: string) {
  return useQuery({
    queryKey: channelKeys.detail(id),
    queryFn: () => sdk.client.fetch<{ channel: Channel }>(`${PATH}/${id}`),
  })
}

function useInvalidateChannels() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: channelKeys.all })
}

export type ConnectInput = {
  provider_id: string
  name?: string
  credentials?: Record<string, string>
  /** Signs an existing channel in again; it has to be the same shop. */
  reauthorize_channel_id?: string
}

export function useConnectChannel() {
  return useMutation({
    mutationFn: (body: ConnectInput) => postForCode<ConnectResult>(PATH, body),
    onSuccess: useInvalidateChannels(),
  })
}

/** Settings merge; `null` puts one back to its default. */
export type ChannelUpdate = {
  name?: string
  status?: "connected" | "paused"
  settings?: {
    [K in keyof Channel["settings"]]?: Channel["settings"][K] | null
  }
  credentials?: Record<string, string>
}

export function useUpdateChannel(id: string) {
  return useMutation({
    mutationFn: (body: ChannelUpdate) =>
      sdk.client.fetch<{ channel: Channel }>(`${PATH}/${id}`, {
        method: "POST",
        body,
      }),
    onSuccess: useInvalidateChannels(),
  })
}

export function useDisconnectChannel(id: string) {
  return useMutation({
    mutationFn: () =>
      sdk.client.fetch<{ id: string; deleted: boolean }>(`${PATH}/${id}`, {
        method: "DELETE",
      }),
    onSuccess: useInvalidateChannels(),
  })
}

export function useTestChannel(id: string) {
  return useMutation({
    mutationFn: () =>
      sdk.client.fetch<ChannelTest>(`${PATH}/${id}/test`, { method: "POST" }),
    onSettled: useInvalidateChannels(),
  })
}

export function useAuthorizations() {
  return useQuery({
    queryKey: authorizationKeys.list(),
    queryFn: () =>
      sdk.client.fetch<{ authorizations: Authorization[] }>(AUTHORIZATIONS),
    retry: false,
  })
}

export function useClaimAuthorization() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<{ channels?: Channel[] }>(
        `${AUTHORIZATIONS}/${id}/claim`,
        { method: "POST" }
      ),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: authorizationKeys.all }),
        client.invalidateQueries({ queryKey: channelKeys.all }),
      ]),
  })
}
