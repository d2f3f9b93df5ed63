import type { DataTableCommand, DataTableRowSelectionState } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useShortcuts } from "../../hooks/use-shortcuts"
import { BAR_BUTTON, BarKey, BarSeparator, SelectionBar } from "./selection-bar"

/** What can be done with the selected rows of a table, by button or by letter. */
export function SelectionCommands({
  selected,
  commands,
  onClear,
}: {
  selected: DataTableRowSelectionState
  commands: DataTableCommand[]
  onClear: () => void
}) {
  const { t } = useTranslation()
  useShortcuts(
    Object.fromEntries(
      commands.map(({ shortcut, action }) => [shortcut, () => action(selected)])
    )
  )
  return (
    <SelectionBar
      label={t("marketplaces.table.selected", {
        count: Object.keys(selected).length,
      })}
      onClear={onClear}
    >
      <BarSeparator />
      {commands.map(({ label, shortcut, action }) => (
        <button
          key={label}
          type="button"
          className={BAR_BUTTON}
          aria-keyshortcuts={shortcut}
          onClick={() => action(selected)}
        >
          {label}
          <BarKey letter={shortcut} />
        </button>
      ))}
    </SelectionBar>
  )
}
