import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"
import { stockLocationKeys, variantKeys } from "../../lib/query-keys"
import { readAllPages } from "../../lib/read-all-pages"
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

/** Every stock location of the shop. */
export function useStockLocations() {
  return useQuery({
    queryKey: stockLocationKeys.list(),
    queryFn: async () => ({
      stock_locations: await readAllPages(async (page) => {
        const { stock_locations, count } = await sdk.admin.stockLocation.list({
          ...page,
          fields: "id,name",
          order: "id",
        })
        return { rows: stock_locations, count }
      }),
    }),
  })
}

export function useEnableSalesChannel() {
  return useMutation({
    mutationFn: (id: string) =>
      sdk.admin.salesChannel.update(id, { is_disabled: false }),
  })
}
