import { Badge, Checkbox, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { ConfirmationLine } from "../../lib/types"
import { Picture } from "../common/picture"

/** The lines on offer; one that is unchecked counts as out of stock. */
export function ConfirmLines({
  lines,
  left_out,
  onChange,
}: {
  lines: ConfirmationLine[]
  /** Ids of the unchecked lines. */
  left_out: string[]
  /** Left out where the order can only be answered as a whole: the lines are just shown. */
  onChange?: (left_out: string[]) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <fieldset>
      <legend className="txt-compact-small-plus mb-2">
        {t(
          onChange
            ? "marketplaces.order_actions.lines"
            : "marketplaces.fields.lines"
        )}
      </legend>
      <ul className="divide-y rounded-lg border">
        {lines.map((line) => {
          const out = left_out.includes(line.id)
          return (
            <li key={line.id} className="flex items-center gap-x-3 px-4 py-3">
              {onChange && (
                <Checkbox
                  id={`${id}-${line.id}`}
                  checked={!out}
                  onCheckedChange={(checked) =>
                    onChange(
                      checked
                        ? left_out.filter((one) => one !== line.id)
                        : [...left_out, line.id]
                    )
                  }
                />
              )}
              <Picture url={line.image_url} />
              <Label
                htmlFor={onChange && `${id}-${line.id}`}
                size="small"
                className="min-w-0 flex-1 break-words"
              >
                {line.title ?? line.id}
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {[line.sku_title, line.seller_sku]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
              </Label>
              {out && (
                <Badge size="2xsmall" color="red">
                  {t("marketplaces.order_actions.out_of_stock")}
                </Badge>
              )}
              {line.quantity !== null && (
                <Text size="small">×{line.quantity}</Text>
              )}
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
