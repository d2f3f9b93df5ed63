import {
  DataTable,
  type DataTableColumnDef,
  type DataTableCommand,
  type DataTableRowSelectionState,
  type DataTableSortingState,
  useDataTable,
} from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { usePageWithin } from "../../hooks/use-page-within"
import { PAGE_SIZE, useUrlState } from "../../hooks/use-url-state"
import { EmptyState } from "./empty-state"
import { ErrorState } from "./error-state"
import { SelectionCommands } from "./selection-commands"

type UrlTableProps<TRow extends { id: string }> = {
  rows: TRow[]
  count: number
  // The value type of each column differs; the table itself never reads it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  columns: DataTableColumnDef<TRow, any>[]
  /** Where the rows come from: while there are none, what it waits for or stumbled over is shown. */
  query: {
    data: unknown
    error: unknown
    isError: boolean
    isPending: boolean
    refetch: () => unknown
  }
  onRowClick?: (row: TRow) => void
  /** Left out, there is no search field. */
  searchPlaceholder?: string
  /** Beside the search field. */
  filters?: ReactNode
  /** Shown when there is nothing at all. */
  empty: ReactNode
  /** Filters other than the search are set, so that "nothing" means "no match". */
  filtered?: boolean
  selection?: {
    state: DataTableRowSelectionState
    onChange: (state: DataTableRowSelectionState) => void
    /** Left out where the page has its own bar for the selection. */
    commands?: DataTableCommand[]
  }
}

/** `-placed_at` as Medusa writes it, from and to the table's own form. */
function toSorting(order: string): DataTableSortingState | null {
  return order
    ? { id: order.replace(/^-/, ""), desc: order.startsWith("-") }
    : null
}

/** A table whose page, search and order live in the address (`page`, `q`, `sort`). */
export function UrlTable<TRow extends { id: string }>({
  rows,
  count,
  columns,
  query,
  onRowClick,
  searchPlaceholder,
  filters,
  empty,
  filtered = false,
  selection,
}: UrlTableProps<TRow>) {
  const { t } = useTranslation()
  const url = useUrlState()
  usePageWithin(count)
  const failed = query.isError && query.data === undefined
  const table = useDataTable({
    data: rows,
    columns,
    rowCount: count,
    isLoading: query.isPending,
    getRowId: (row) => row.id,
    onRowClick: onRowClick && ((_event, row) => onRowClick(row)),
    rowSelection: selection && {
      state: selection.state,
      onRowSelectionChange: selection.onChange,
    },
    search: {
      state: url.get("q"),
      onSearchChange: (q) => url.set({ q }),
    },
    sorting: {
      state: toSorting(url.get("sort")),
      onSortingChange: (sorting) =>
        url.set({
          sort: sorting ? `${sorting.desc ? "-" : ""}${sorting.id}` : null,
        }),
    },
    pagination: {
      state: { pageIndex: url.page - 1, pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }) =>
        url.set(
          { page: pageIndex > 0 ? String(pageIndex + 1) : null },
          { keepPage: true }
        ),
    },
    autoResetPageIndex: false,
  })

  const noMatch = (
    <EmptyState
      title={t("marketplaces.table.no_match")}
      hint={t("marketplaces.table.no_match_hint")}
    />
  )

  return (
    <DataTable instance={table}>
      {(searchPlaceholder || filters) && (
        <DataTable.Toolbar className="flex flex-wrap gap-2">
          {filters}
          {searchPlaceholder && (
            <div className="ml-auto w-full max-w-xs">
              <DataTable.Search placeholder={searchPlaceholder} />
            </div>
          )}
        </DataTable.Toolbar>
      )}
      {failed ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <DataTable.Table
          emptyState={{
            empty: { custom: filtered ? noMatch : empty },
            filtered: { custom: noMatch },
          }}
        />
      )}
      {rows.length > 0 && (
        <DataTable.Pagination
          translations={{
            of: t("marketplaces.table.of"),
            results: t("marketplaces.table.results"),
            pages: t("marketplaces.table.pages"),
            prev: t("marketplaces.table.prev"),
            next: t("marketplaces.table.next"),
          }}
        />
      )}
      {selection?.commands && Object.keys(selection.state).length > 0 && (
        <SelectionCommands
          selected={selection.state}
          commands={selection.commands}
          onClear={() => selection.onChange({})}
        />
      )}
    </DataTable>
  )
}
