import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { ReceivedLine } from "../../../domain/returns/received-lines"
import { errorKind } from "../../lib/errors"
import { lastScanned, withScan, withoutScan } from "../../lib/handover-scans"
import { handoverKeys, orderKeys } from "../../lib/query-keys"
import { postFile, sdk } from "../../lib/sdk"
import type {
  GoodsCondition,
  Handover,
  HandoverDetail,
  HandoverDirection,
  HandoverRefusal,
  HandoverScanAnswer,
  ListOf,
} from "../../lib/types"

const PATH = "/admin/marketplaces/handovers"

export type HandoverQuery = {
  status?: Handover["status"]
  direction?: HandoverDirection
  limit?: number
  offset?: number
}

export function useHandovers(query: HandoverQuery) {
  return useQuery({
    queryKey: handoverKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListOf<"handovers", Handover>>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  })
}

export function useHandover(id: string) {
  return useQuery({
    queryKey: handoverKeys.detail(id),
    queryFn: () =>
      sdk.client.fetch<{ handover: HandoverDetail }>(`${PATH}/${id}`),
    enabled: Boolean(id),
    refetchInterval: 30_000,
  })
}

export type HandoverInput = {
  direction: HandoverDirection
  channel_id?: string
  carrier?: string
}

export function useCreateHandover() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: HandoverInput) =>
      sdk.client.fetch<{ handover: Handover }>(PATH, { method: "POST", body }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: handoverKeys.lists() }),
  })
}

export type ScanInput = {
  code: string
  /** Of goods that come back. */
  condition?: GoodsCondition
}

/** Scans for a record, and keeps what is known of it up to date without reading it again. */
export function useHandoverScans(id: string) {
  const client = useQueryClient()
  const key = handoverKeys.detail(id)
  const change = async (
    changed: (handover: HandoverDetail) => HandoverDetail
  ): Promise<void> => {
    await client.cancelQueries({ queryKey: key })
    client.setQueryData<{ handover: HandoverDetail }>(
      key,
      (known) => known && { handover: changed(known.handover) }
    )
  }
  return {
    /** The parcel that was scanned last, by all that is known now. */
    last: () =>
      lastScanned(
        client.getQueryData<{ handover: HandoverDetail }>(key)?.handover
          .parcels ?? []
      ),
    send: async (body: ScanInput): Promise<HandoverScanAnswer> => {
      const answer = await sdk.client.fetch<HandoverScanAnswer>(
        `${PATH}/${id}/scans`,
        { method: "POST", body }
      )
      await change((handover) => withScan(handover, answer))
      return answer
    },
    /** What somebody else has taken out meanwhile is out. */
    undo: async (scan_id: string): Promise<void> => {
      await sdk.client
        .fetch(`${PATH}/${id}/scans/${scan_id}`, { method: "DELETE" })
        .catch((error: unknown) => {
          if (errorKind(error) !== "not_found") {
            throw error
          }
        })
      await change((handover) => withoutScan(handover, scan_id))
    },
    reread: () => client.invalidateQueries({ queryKey: key }),
  }
}

export type ScanUpdate = {
  condition?: GoodsCondition
  note?: string | null
  lines?: ReceivedLine[] | null
}

export function useUpdateScan(id: string, scan_id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ScanUpdate) =>
      sdk.client.fetch(`${PATH}/${id}/scans/${scan_id}`, {
        method: "POST",
        body,
      }),
    onSettled: () =>
      client.invalidateQueries({ queryKey: handoverKeys.detail(id) }),
  })
}

export function useAddPhoto(id: string, scan_id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) =>
      postFile(`${PATH}/${id}/scans/${scan_id}/photos`, file),
    onSettled: () =>
      client.invalidateQueries({ queryKey: handoverKeys.detail(id) }),
  })
}

export function useCloseHandover(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      sdk.client.fetch<{ handover: Handover; refused: HandoverRefusal[] }>(
        `${PATH}/${id}/close`,
        { method: "POST" }
      ),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: handoverKeys.all }),
        client.invalidateQueries({ queryKey: orderKeys.all }),
      ]),
  })
}

export function useRemoveHandover(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: handoverKeys.lists() }),
  })
}

export function useNoteHandover(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (note: string) =>
      sdk.client.fetch(`${PATH}/${id}`, {
        method: "POST",
        body: { note: note || null },
      }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: handoverKeys.detail(id) }),
  })
}
