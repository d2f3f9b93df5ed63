import { CheckCircleSolid } from "@medusajs/icons"
import { Button, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PackingLine } from "../../lib/types"
import { Picture } from "../common/picture"

/** What belongs into the parcel, and how much of it is inside. */
export function PackingLines({
  lines,
  onCount,
}: {
  lines: PackingLine[]
  /** Counts one of an article that carries no code; left out where nothing is counted. */
  onCount?: (line: PackingLine) => void
}) {
  const { t } = useTranslation()
  return (
    <ul className="divide-y">
      {lines.map((line) => {
        const surplus = line.surplus ?? 0
        const complete = line.scanned >= line.quantity && surplus === 0
        return (
          <li
            key={line.line_ids.join()}
            className={clx(
              "flex items-center gap-x-4 px-6 py-3",
              complete && "bg-ui-tag-green-bg"
            )}
          >
            <Picture url={line.image_url} large />
            <div className="min-w-0 flex-1">
              <Text weight="plus" className="break-words">
                {line.title}
              </Text>
              <Text size="small" className="text-ui-fg-subtle break-words">
                {[line.sku_title, line.sku, ...line.barcodes]
                  .filter(Boolean)
                  .join(" · ")}
              </Text>
              {line.is_sure === false && (
                <Text size="small" className="text-ui-tag-orange-text">
                  {t("marketplaces.packing.unsure")}
                </Text>
              )}
              {surplus > 0 && (
                <Text weight="plus" className="text-ui-tag-red-text">
                  {t("marketplaces.packing.take_out", { units: surplus })}
                </Text>
              )}
            </div>
            {onCount && !complete && (
              <Button
                size="small"
                variant="secondary"
                title={t("marketplaces.packing.count_by_hand")}
                aria-label={`${t("marketplaces.packing.count_by_hand")}: ${line.title}`}
                onClick={() => onCount(line)}
              >
                +1
              </Button>
            )}
            <span
              className={clx(
                "flex items-center gap-x-2 whitespace-nowrap text-2xl font-semibold tabular-nums",
                complete ? "text-ui-tag-green-text" : "text-ui-fg-base"
              )}
            >
              {line.scanned} / {line.quantity}
              {complete && (
                <CheckCircleSolid
                  aria-label={t("marketplaces.packing.complete")}
                />
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
