import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { HandoverRefusal } from "../../lib/types"

/** What closing left out, and why; nothing when it left out nothing. */
export function RefusedParcels({ refused }: { refused: HandoverRefusal[] }) {
  const { t } = useTranslation()
  if (refused.length === 0) {
    return null
  }
  return (
    <div className="px-6 py-4">
      <Alert variant="error" className="items-start">
        {t("marketplaces.handovers.refused", { count: refused.length })}
        <ul className="mt-2">
          {refused.map(({ external_id, code, message }) => (
            <li key={external_id}>
              <span className="font-mono">{external_id}</span>
              {" · "}
              {t(`marketplaces.scans.${code}.title`, {
                defaultValue: message ?? code,
              })}
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  )
}
