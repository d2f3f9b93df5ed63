import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type SheetDraft,
  choiceOf,
  columnCount,
  columnLetter,
  meaningOf,
} from "../../lib/statement-mapping"
import type { SheetPreview, StatementPreview } from "../../lib/types"
import { FilterSelect } from "../common/filter-select"

/** The first rows of a sheet under what each column means. */
export function ColumnTable({
  preview: { fields, fee_kinds },
  sheet,
  draft,
  problemOf,
  onChange,
}: {
  preview: StatementPreview
  sheet: SheetPreview
  draft: SheetDraft
  /** What is wrong with a column; undefined when nothing is. */
  problemOf: (column: number) => string | undefined
  onChange: (meanings: SheetDraft["meanings"]) => void
}) {
  const { t } = useTranslation()
  const columns = Array.from(
    { length: columnCount(sheet) },
    (_, index) => index + 1
  )
  const options = [
    ...fields.map((field) => ({
      value: `field:${field}`,
      label: t(`marketplaces.statements.field.${field}`),
    })),
    ...fee_kinds.map((fee) => ({
      value: `fee:${fee}`,
      label: t("marketplaces.statements.mapping.fee", {
        fee: t(`marketplaces.statements.fee.${fee}`),
      }),
    })),
  ]
  const choose = (column: number, choice: string) => {
    const { [column]: _, ...others } = draft.meanings
    const meaning = meaningOf(choice)
    onChange(meaning ? { ...others, [column]: meaning } : others)
  }
  return (
    <div className="shadow-borders-base max-h-[28rem] overflow-auto rounded-lg">
      <table className="txt-compact-small w-full border-collapse">
        <thead className="bg-ui-bg-subtle sticky top-0 z-10">
          <tr>
            <th className="w-12 px-2 py-2" />
            {columns.map((column) => {
              const problem = problemOf(column)
              return (
                <th
                  key={column}
                  className="min-w-44 px-2 py-2 text-left align-top font-normal"
                >
                  <Text size="xsmall" className="text-ui-fg-muted pb-1">
                    {t("marketplaces.statements.place.column", {
                      value: columnLetter(column),
                    })}
                  </Text>
                  <FilterSelect
                    wide
                    label={t("marketplaces.statements.mapping.meaning_of", {
                      column: columnLetter(column),
                    })}
                    all={t("marketplaces.statements.mapping.no_meaning")}
                    value={choiceOf(draft.meanings[column])}
                    options={options}
                    onChange={(choice) => choose(column, choice)}
                  />
                  {problem && (
                    <Text size="xsmall" className="text-ui-fg-error max-w-44">
                      {problem}
                    </Text>
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ row, cells }) => (
            <tr
              key={row}
              className={clx(
                "border-ui-border-base border-t",
                row === draft.header_row && "bg-ui-bg-highlight font-medium",
                row < draft.header_row && "text-ui-fg-muted"
              )}
            >
              <td className="text-ui-fg-muted px-2 py-1.5 text-right">{row}</td>
              {columns.map((column) => (
                <td
                  key={column}
                  title={cells[column - 1]}
                  className="max-w-56 truncate px-2 py-1.5"
                >
                  {cells[column - 1]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
