import { Heading, Label, Switch, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { MappingProblem } from "../../../domain/statements/statement-mapping"
import { type SheetDraft, columnsAtFault } from "../../lib/statement-mapping"
import type { SheetPreview, StatementPreview } from "../../lib/types"
import { LabelledSelect } from "../common/labelled-select"
import { ColumnTable } from "./column-table"

/** One sheet: whether it holds lines, where its headings are, and what its columns mean. */
export function SheetMappingForm({
  preview,
  sheet,
  draft,
  problems,
  onChange,
}: {
  preview: StatementPreview
  sheet: SheetPreview
  draft: SheetDraft
  problems: MappingProblem[]
  onChange: (changes: Partial<SheetDraft>) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const textOf = ({ code, params }: MappingProblem) =>
    t(`marketplaces.statements.mapping_problem.${code}`, {
      ...params,
      field: params.field && t(`marketplaces.statements.field.${params.field}`),
    })
  return (
    <section className="flex flex-col gap-y-4 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Heading level="h3">{sheet.name}</Heading>
        <div className="flex items-center gap-x-2">
          <Switch
            id={id}
            size="small"
            checked={draft.included}
            disabled={sheet.rows.length === 0}
            onCheckedChange={(included) => onChange({ included })}
          />
          <Label size="small" htmlFor={id}>
            {t("marketplaces.statements.mapping.holds_lines")}
          </Label>
        </div>
      </div>
      {sheet.rows.length === 0 && (
        <Text size="small" className="text-ui-fg-muted">
          {t("marketplaces.statements.mapping.empty_sheet")}
        </Text>
      )}
      {draft.included && (
        <>
          <div className="grid max-w-xl grid-cols-2 gap-4">
            <LabelledSelect
              label={t("marketplaces.statements.mapping.header_row")}
              value={String(draft.header_row)}
              options={sheet.rows.map(({ row }) => ({
                value: String(row),
                label: t("marketplaces.statements.place.row", { value: row }),
              }))}
              onChange={(row) => onChange({ header_row: Number(row) })}
            />
            <LabelledSelect
              label={t("marketplaces.statements.mapping.default_kind")}
              value={draft.default_kind}
              options={preview.line_kinds.map((value) => ({
                value,
                label: t(`marketplaces.statements.kind.${value}`),
              }))}
              onChange={(value) => {
                const default_kind = preview.line_kinds.find(
                  (one) => one === value
                )
                if (default_kind) {
                  onChange({ default_kind })
                }
              }}
            />
          </div>
          {problems.length > 0 && (
            <ul role="alert" className="flex flex-col gap-y-1">
              {problems.map((problem, index) => (
                <li key={index}>
                  <Text size="small" className="text-ui-fg-error">
                    {textOf(problem)}
                  </Text>
                </li>
              ))}
            </ul>
          )}
          <ColumnTable
            preview={preview}
            sheet={sheet}
            draft={draft}
            problemOf={(column) => {
              const problem = problems.find((one) =>
                columnsAtFault(one, draft).includes(column)
              )
              return problem && textOf(problem)
            }}
            onChange={(meanings) => onChange({ meanings })}
          />
        </>
      )}
    </section>
  )
}
