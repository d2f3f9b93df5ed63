import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import {
  feeRuleKeys,
  settlementKeys,
  statementKeys,
} from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  FeeRule,
  FeeRuleInput,
  FeeRuleProposal,
  ListOf,
} from "../../lib/types"

const PATH = "/admin/marketplaces/fee-rules"

/** A channel has few, so one page holds them all. */
export function useFeeRules(channel_id: string) {
  return useQuery({
    queryKey: feeRuleKeys.list({ channel_id }),
    queryFn: () =>
      sdk.client.fetch<ListOf<"fee_rules", FeeRule>>(PATH, {
        query: { channel_id, limit: 200 },
      }),
    enabled: Boolean(channel_id),
  })
}

export function useFeeRuleProposals() {
  return useMutation({
    mutationFn: (channel_id: string) =>
      sdk.client.fetch<{ proposals: FeeRuleProposal[] }>(`${PATH}/proposals`, {
        method: "POST",
        body: { channel_id },
      }),
  })
}

/** Rules decide what is expected, so everything compared is read again. */
function useReadComparedAgain() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [feeRuleKeys, settlementKeys, statementKeys].map(({ all }) =>
        client.invalidateQueries({ queryKey: all })
      )
    )
}

/** Adds a rule to a channel, or changes one. */
export function useSaveFeeRule(channel_id: string) {
  return useMutation({
    mutationFn: ({ id, ...rule }: Partial<FeeRuleInput> & { id?: string }) =>
      sdk.client.fetch<{ fee_rule: FeeRule }>(id ? `${PATH}/${id}` : PATH, {
        method: "POST",
        body: id ? rule : { channel_id, ...rule },
      }),
    onSuccess: useReadComparedAgain(),
  })
}

export function useRemoveFeeRule() {
  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: useReadComparedAgain(),
  })
}
