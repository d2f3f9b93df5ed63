import { Container, type DataTableRowSelectionState, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { LINE_STATES } from "../../../domain/statements/line-state"
import { LINE_KINDS } from "../../../domain/statements/statement-line"
import { useStatementLines } from "../../hooks/api/statements"
import { useClaiming } from "../../hooks/use-claiming"
import { PAGE_SIZE, useUrlState } from "../../hooks/use-url-state"
import { TO_LOOK_AT } from "../../lib/statement-states"
import type { Statement } from "../../lib/types"
import { CountTabs } from "../common/count-tabs"
import { EmptyState } from "../common/empty-state"
import { FilterSelect } from "../common/filter-select"
import { UrlTable } from "../common/url-table"
import { LineDrawer } from "./line-drawer"
import { useLineColumns } from "./line-columns"

const KEEP = { keepPage: true }

/**
 * The lines of a statement by how they came out; each opens with everything known of it, and the
 * orders of chosen ones are claimed.
 */
export function StatementLines({ statement }: { statement: Statement }) {
  const { t } = useTranslation()
  const url = useUrlState()
  const columns = useLineColumns()
  const state = LINE_STATES.find((one) => one === url.get("state"))
  const kind = LINE_KINDS.find((one) => one === url.get("kind"))
  const lines = useStatementLines(statement, {
    state,
    kind,
    q: url.get("q") || undefined,
    limit: PAGE_SIZE,
    offset: url.offset,
  })
  const { claim } = useClaiming()
  const [selected, setSelected] = useState<DataTableRowSelectionState>({})
  // Chosen lines stay chosen on other pages, where their orders are not known any more.
  const settlements = useRef(new Map<string, string>())
  for (const { id, settlement_id } of lines.data?.lines ?? []) {
    if (settlement_id) {
      settlements.current.set(id, settlement_id)
    }
  }
  const claimChosen = (chosen: DataTableRowSelectionState) => {
    const ids = Object.keys(chosen).flatMap(
      (id) => settlements.current.get(id) ?? []
    )
    if (ids.length > 0) {
      claim(ids, () => setSelected({}))
    } else {
      toast.warning(t("marketplaces.claims.none_created"), {
        description: t("marketplaces.claims.no_order"),
      })
    }
  }
  const { counts } = statement
  const shown = LINE_STATES.filter(
    (one) => one === state || (counts[one] ?? 0) > 0
  )
  const open = lines.data?.lines.find(({ id }) => id === url.get("line"))
  return (
    <Container className="divide-y p-0">
      <CountTabs
        label={t("marketplaces.statements.lines")}
        active={state ?? "all"}
        tabs={[
          {
            key: "all",
            label: t("marketplaces.tabs.all"),
            count: counts.lines ?? 0,
            to: url.href({ state: null }),
          },
          ...shown.map((one) => ({
            key: one as string,
            label: t(`marketplaces.statements.state.${one}`),
            count: counts[one] ?? 0,
            to: url.href({ state: one }),
            urgent: TO_LOOK_AT.includes(one),
          })),
        ]}
      />
      {state && (
        <p className="txt-small text-ui-fg-subtle px-6 py-3">
          {t(`marketplaces.statements.state_hint.${state}`)}
        </p>
      )}
      <UrlTable
        rows={lines.data?.lines ?? []}
        count={lines.data?.count ?? 0}
        query={lines}
        columns={columns}
        onRowClick={({ id }) => url.set({ line: id }, KEEP)}
        selection={{
          state: selected,
          onChange: setSelected,
          commands: [
            {
              label: t("marketplaces.claims.create"),
              shortcut: "k",
              action: claimChosen,
            },
          ],
        }}
        searchPlaceholder={t("marketplaces.statements.search_lines")}
        filtered={Boolean(state || kind)}
        filters={
          <FilterSelect
            label={t("marketplaces.statements.kind_label")}
            all={t("marketplaces.statements.all_kinds")}
            value={kind ?? ""}
            options={LINE_KINDS.map((value) => ({
              value,
              label: t(`marketplaces.statements.kind.${value}`),
            }))}
            onChange={(value) => url.set({ kind: value })}
          />
        }
        empty={
          <EmptyState
            title={t("marketplaces.statements.no_lines")}
            hint={t(
              statement.source === "api"
                ? "marketplaces.statements.no_lines_hint_api"
                : "marketplaces.statements.no_lines_hint"
            )}
          />
        }
      />
      {open && (
        <LineDrawer line={open} onClose={() => url.set({ line: null }, KEEP)} />
      )}
    </Container>
  )
}
