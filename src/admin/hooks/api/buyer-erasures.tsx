import { useMutation, useQueryClient } from "@tanstack/react-query"
import { orderKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { BuyerErasure } from "../../lib/types"

const PATH = "/admin/marketplaces/buyer-erasures"

/** What erasing the buyer of an order would do; nothing is erased. */
export function previewErasure(buyer_of: string): Promise<BuyerErasure[]> {
  return send(buyer_of, true)
}

/** Erases what is known of an order's buyer, in all of the buyer's orders of the channel. */
export function useEraseBuyer() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (buyer_of: string) => send(buyer_of, false),
    onSettled: () => client.invalidateQueries({ queryKey: orderKeys.all }),
  })
}

async function send(
  buyer_of: string,
  preview: boolean
): Promise<BuyerErasure[]> {
  const { erasures } = await sdk.client.fetch<{ erasures: BuyerErasure[] }>(
    PATH,
    { method: "POST", body: { buyer_of, preview } }
  )
  return erasures
}
