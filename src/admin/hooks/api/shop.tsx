import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"
import { stockLocationKeys, variantKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

/** The shop's own variants, found by name, SKU or barcode. */
export function useVariantSearch(q: string) {
  return useQuery({
    queryKey: variantKeys.list({ q }),
    queryFn: () =>
      sdk.admin.productVariant.list({
        q: q || undefined,
        limit: 20,
        fields: "id,title,sku,barcode,product_id,*product",
      }),
    placeholderData: keepPreviousData,
  })
}

export function useStockLocations() {
  return useQuery({
    queryKey: stockLocationKeys.list(),
    queryFn: () =>
      sdk.admin.stockLocation.list({ limit: 100, fields: "id,name" }),
  })
}

export function useEnableSalesChannel() {
  return useMutation({
    mutationFn: (id: string) =>
      sdk.admin.salesChannel.update(id, { is_disabled: false }),
  })
}
