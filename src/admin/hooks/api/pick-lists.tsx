import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { pickListKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { ListOf, PickList, PickListDetail } from "../../lib/types"

const PATH = "/admin/marketplaces/pick-lists"

export type PickListQuery = {
  status?: PickList["status"]
  limit?: number
  offset?: number
}

export function usePickLists(query: PickListQuery) {
  return useQuery({
    queryKey: pickListKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListOf<"pick_lists", PickList>>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  })
}

/** A list somebody else may be working on too. */
export function usePickList(id: string) {
  return useQuery({
    queryKey: pickListKeys.detail(id),
    queryFn: () =>
      sdk.client.fetch<{ pick_list: PickListDetail }>(`${PATH}/${id}`),
    enabled: Boolean(id),
    refetchInterval: 15_000,
  })
}

export function useCreatePickList() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (order_ids: string[]) =>
      sdk.client.fetch<{ pick_list: { id: string } }>(PATH, {
        method: "POST",
        body: { order_ids },
      }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: pickListKeys.lists() }),
  })
}

/** Units fetched so far, by the key of the line. */
export function usePick(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (picked: Record<string, number>) =>
      sdk.client.fetch(`${PATH}/${id}`, { method: "POST", body: { picked } }),
    onMutate: async (picked) => {
      const key = pickListKeys.detail(id)
      await client.cancelQueries({ queryKey: key })
      client.setQueryData<{ pick_list: PickListDetail }>(
        key,
        (known) => known && withPicked(known, picked)
      )
    },
    onSettled: () =>
      client.invalidateQueries({ queryKey: pickListKeys.detail(id) }),
  })
}

function withPicked(
  { pick_list }: { pick_list: PickListDetail },
  picked: Record<string, number>
) {
  return {
    pick_list: {
      ...pick_list,
      lines: pick_list.lines.map((line) => ({
        ...line,
        picked: picked[line.key] ?? line.picked,
      })),
    },
  }
}

export function useFinishPickList(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      sdk.client.fetch(`${PATH}/${id}/finish`, { method: "POST" }),
    onSettled: () => client.invalidateQueries({ queryKey: pickListKeys.all }),
  })
}
