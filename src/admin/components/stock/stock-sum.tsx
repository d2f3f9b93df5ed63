import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { rulesOf, sumOfPart } from "../../lib/stock"
import { percentOf } from "../../lib/stock-rules"
import type { StockExplanation } from "../../lib/types"
import { Moment } from "../common/moment"

/** One line of a sum: what it is, what it takes off, what is left. */
function SumRow({
  label,
  change,
  left,
  total = false,
}: {
  label: string
  change?: string
  left: string
  total?: boolean
}) {
  return (
    <tr className={clx(total && "border-ui-border-base border-t")}>
      <th
        scope="row"
        className={clx(
          "py-1 pr-4 text-left align-top",
          total ? "txt-compact-small-plus" : "txt-compact-small font-normal"
        )}
      >
        {label}
      </th>
      <td className="text-ui-fg-subtle txt-compact-small whitespace-nowrap py-1 pr-4 text-right tabular-nums">
        {change}
      </td>
      <td
        className={clx(
          "whitespace-nowrap py-1 text-right tabular-nums",
          total ? "txt-compact-small-plus" : "txt-compact-small"
        )}
      >
        {left}
      </td>
    </tr>
  )
}

/** The sum behind the number of one warehouse, as people would do it on paper. */
export function StockSum({
  explanation,
  named,
}: {
  explanation: StockExplanation
  /** There are several warehouses, so each says which it is. */
  named: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { free, kind, quantity, as_of } = explanation
  const shown = quantity === null ? "—" : format.number(quantity)
  const place =
    explanation.stock_location_name ??
    explanation.warehouse_name ??
    explanation.warehouse_external_id
  const ruleText = (rule: string) =>
    t(`marketplaces.stock_rule.${rule}`, {
      buffer: format.number(explanation.buffer),
      share: format.number(percentOf(explanation.share)),
      cap: explanation.cap === null ? "" : format.number(explanation.cap),
      minimum: format.number(explanation.minimum),
    })
  return (
    <div className="flex flex-col gap-y-2 px-6 py-3">
      {named && (
        <Text size="small" weight="plus">
          {place}
        </Text>
      )}
      {kind === "not_counted" ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("marketplaces.stock_state_hint.not_counted")}
        </Text>
      ) : (
        <table className="w-full">
          <tbody>
            {free.map((part) => (
              <PartRows
                key={part.inventory_item_id}
                part={part}
                named={free.length > 1}
                scarcest={
                  free.length > 1 &&
                  part.inventory_item_id === explanation.scarcest_item_id
                }
              />
            ))}
            {rulesOf(explanation).map(({ rule, quantity: left }) => (
              <SumRow
                key={rule}
                label={ruleText(rule)}
                left={format.number(left)}
              />
            ))}
            <SumRow
              total
              label={t("marketplaces.stock.offered")}
              left={shown}
            />
          </tbody>
        </table>
      )}
      <Text size="xsmall" className="text-ui-fg-muted">
        {t("marketplaces.stock.as_of")} <Moment value={as_of} relative />
      </Text>
    </div>
  )
}

function PartRows({
  part,
  named,
  scarcest,
}: {
  part: StockExplanation["free"][number]
  named: boolean
  scarcest: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      {named && (
        <tr>
          <th colSpan={3} className="txt-compact-small-plus pt-2 text-left">
            {[part.title, part.sku].filter(Boolean).join(" · ") ||
              part.inventory_item_id}
            {scarcest && (
              <span className="text-ui-fg-subtle font-normal">
                {" "}
                {t("marketplaces.stock.scarcest")}
              </span>
            )}
          </th>
        </tr>
      )}
      {sumOfPart(part).map(({ key, change, left }) => (
        <SumRow
          key={key}
          label={t(`marketplaces.stock_sum.${key}`, {
            required: format.number(part.required_quantity),
          })}
          change={
            change === null ? undefined : `− ${format.number(Math.abs(change))}`
          }
          left={format.number(left)}
          total={key === "free"}
        />
      ))}
    </>
  )
}
