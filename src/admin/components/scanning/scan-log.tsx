import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ToldScan } from "../../lib/scan-feedback"

/** The last scans, newest first. */
export function ScanLog({ scans }: { scans: ToldScan[] }) {
  const { t } = useTranslation()
  if (scans.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-muted px-6 py-4">
        {t("marketplaces.scanning.none_yet")}
      </Text>
    )
  }
  return (
    <ol className="divide-y">
      {scans.map(({ key, sound, code, scanned, message }) => (
        <li key={key} className="flex items-baseline gap-x-2 px-6 py-2">
          <span
            aria-hidden
            className={clx(
              "font-semibold",
              sound === "error" ? "text-ui-fg-error" : "text-ui-tag-green-text"
            )}
          >
            {sound === "error" ? "✕" : "✓"}
          </span>
          <div className="min-w-0">
            <Text size="small" className="break-all font-mono">
              {scanned}
            </Text>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t(`marketplaces.scans.${code}.title`, {
                defaultValue: message ?? code,
              })}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  )
}
