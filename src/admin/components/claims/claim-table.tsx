import type { DataTableRowSelectionState } from "@medusajs/ui"
import { type ReactNode, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ClaimState } from "../../../domain/statements/claim"
import { type ClaimQuery, useClaims } from "../../hooks/api/claims"
import { useClaimExport } from "../../hooks/use-claim-export"
import { useClaimMoves } from "../../hooks/use-claim-moves"
import type { Claim } from "../../lib/types"
import { EmptyState } from "../common/empty-state"
import { UrlTable } from "../common/url-table"
import { useClaimColumns } from "./claim-columns"

/** Claims; chosen ones are marked as sent, exported or withdrawn at once. */
export function ClaimTable({
  query,
  filters,
  filtered,
  onOpen,
}: {
  query: ClaimQuery
  filters: ReactNode
  filtered: boolean
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation()
  const claims = useClaims(query)
  const columns = useClaimColumns()
  const { move } = useClaimMoves()
  const { save } = useClaimExport()
  const [selected, setSelected] = useState<DataTableRowSelectionState>({})
  // Chosen ones stay chosen on other pages, where their states are not known any more.
  const seen = useRef(new Map<string, Claim>())
  for (const claim of claims.data?.claims ?? []) {
    seen.current.set(claim.id, claim)
  }
  const clear = () => setSelected({})
  const chosen = (state: DataTableRowSelectionState) =>
    Object.keys(state).flatMap((id) => seen.current.get(id) ?? [])
  const command = (to: ClaimState, shortcut: string, label: string) => ({
    label: t(`marketplaces.claims.${label}`),
    shortcut,
    action: (state: DataTableRowSelectionState) =>
      move(chosen(state), to, clear),
  })
  return (
    <UrlTable
      rows={claims.data?.claims ?? []}
      count={claims.data?.count ?? 0}
      query={claims}
      columns={columns}
      onRowClick={({ id }) => onOpen(id)}
      searchPlaceholder={t("marketplaces.claims.search")}
      filters={filters}
      filtered={filtered}
      empty={
        <EmptyState
          title={t("marketplaces.claims.empty")}
          hint={t("marketplaces.claims.empty_hint")}
        />
      }
      selection={{
        state: selected,
        onChange: setSelected,
        commands: [
          command("sent", "s", "move.sent"),
          {
            label: t("marketplaces.claims.export"),
            shortcut: "e",
            action: (state) => void save({ id: Object.keys(state).join(",") }),
          },
          command("dropped", "w", "withdraw"),
        ],
      }}
    />
  )
}
