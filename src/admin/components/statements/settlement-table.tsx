import type { DataTableRowSelectionState } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import {
  type SettlementQuery,
  useDownloadSettlementOrders,
  useSettlements,
} from "../../hooks/api/settlements"
import { useClaiming } from "../../hooks/use-claiming"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useSettlementDecisions } from "../../hooks/use-settlement-decisions"
import { EmptyState } from "../common/empty-state"
import { UrlTable } from "../common/url-table"
import { useSettlementColumns } from "./settlement-columns"

/** Orders with what they were paid; chosen ones are confirmed, reopened, claimed or downloaded at once. */
export function SettlementTable({
  query,
  filters,
  filtered,
  onOpen,
  onRun,
}: {
  query: SettlementQuery
  filters: ReactNode
  filtered: boolean
  onOpen: (id: string) => void
  /** Of a download that was started. */
  onRun: (run_id: string) => void
}) {
  const { t } = useTranslation()
  const onError = useFailureToast()
  const settlements = useSettlements(query)
  const columns = useSettlementColumns()
  const { confirm, reopen } = useSettlementDecisions()
  const { claim } = useClaiming()
  const download = useDownloadSettlementOrders()
  const [selected, setSelected] = useState<DataTableRowSelectionState>({})
  const clear = () => setSelected({})
  return (
    <UrlTable
      rows={settlements.data?.settlements ?? []}
      count={settlements.data?.count ?? 0}
      query={settlements}
      columns={columns}
      onRowClick={({ id }) => onOpen(id)}
      searchPlaceholder={t("marketplaces.statements.order.search")}
      filters={filters}
      filtered={filtered}
      empty={
        <EmptyState
          title={t("marketplaces.statements.order.empty")}
          hint={t("marketplaces.statements.order.empty_hint")}
        />
      }
      selection={{
        state: selected,
        onChange: setSelected,
        commands: [
          {
            label: t("marketplaces.statements.order.confirm"),
            shortcut: "c",
            action: (state) => confirm(Object.keys(state), clear),
          },
          {
            label: t("marketplaces.statements.order.reopen"),
            shortcut: "r",
            action: (state) => reopen(Object.keys(state), clear),
          },
          {
            label: t("marketplaces.claims.create"),
            shortcut: "k",
            action: (state) => claim(Object.keys(state), clear),
          },
          ...(query.state === "not_found"
            ? [
                {
                  label: t("marketplaces.statements.order.download_selected"),
                  shortcut: "d",
                  action: (state: DataTableRowSelectionState) =>
                    download.mutate(
                      { ids: Object.keys(state) },
                      {
                        onSuccess: ({ run }) => {
                          clear()
                          onRun(run.id)
                        },
                        onError,
                      }
                    ),
                },
              ]
            : []),
        ],
      }}
    />
  )
}
