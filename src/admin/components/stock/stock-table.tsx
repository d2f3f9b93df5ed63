import { type DataTableRowSelectionState, toast } from "@medusajs/ui"
import { type ReactNode, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { type StockQuery, usePushStock, useStock } from "../../hooks/api/stock"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { UrlTable } from "../common/url-table"
import { useStockColumns } from "./stock-columns"

/** Listings with their numbers; chosen ones can be pushed at once. */
export function StockTable({
  query,
  filters,
  filtered,
  empty,
  onOpen,
}: {
  query: StockQuery
  filters: ReactNode
  filtered: boolean
  empty: ReactNode
  onOpen: (listing_id: string) => void
}) {
  const { t } = useTranslation()
  const onError = useFailureToast()
  const stock = useStock(query)
  const push = usePushStock()
  const columns = useStockColumns()
  const [selected, setSelected] = useState<DataTableRowSelectionState>({})
  const rows = useMemo(
    () =>
      (stock.data?.stock ?? []).map((row) => ({ ...row, id: row.listing_id })),
    [stock.data]
  )
  return (
    <UrlTable
      rows={rows}
      count={stock.data?.count ?? 0}
      query={stock}
      columns={columns}
      searchPlaceholder={t("marketplaces.listings.search")}
      filters={filters}
      filtered={filtered}
      empty={empty}
      onRowClick={({ id }) => onOpen(id)}
      selection={{
        state: selected,
        onChange: setSelected,
        commands: [
          {
            label: t("marketplaces.stock.push_now"),
            shortcut: "p",
            action: (selection) =>
              push.mutate(
                { listing_ids: Object.keys(selection) },
                {
                  onSuccess: ({ listings }) => {
                    setSelected({})
                    toast.success(
                      t("marketplaces.stock.pushed_toast", { count: listings })
                    )
                  },
                  onError,
                }
              ),
          },
        ],
      }}
    />
  )
}
