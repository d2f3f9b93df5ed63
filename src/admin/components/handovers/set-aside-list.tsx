import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SetAside } from "../../lib/types"
import { Moment } from "../common/moment"

/** Codes that are not on the record, each with why and what to do. */
export function SetAsideList({ entries }: { entries: SetAside[] }) {
  const { t } = useTranslation()
  return (
    <ul className="divide-y">
      {entries.map(({ scan_id, scanned, code, message, at }) => (
        <li key={scan_id} className="px-6 py-3">
          <Text size="small" weight="plus" className="break-all font-mono">
            {scanned}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`marketplaces.scans.${code}.title`, {
              defaultValue: message ?? code,
            })}
            {". "}
            {t(`marketplaces.scans.${code}.hint`, { defaultValue: "" })}{" "}
            <Moment value={at} />
          </Text>
        </li>
      ))}
    </ul>
  )
}
