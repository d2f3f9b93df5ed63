import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { Stock } from "../../lib/types"
import { Moment } from "../common/moment"

/** The numbers of a listing beside each other, with when they were true. */
export function StockNumbers({ stock }: { stock: Stock }) {
  const { t } = useTranslation()
  const format = useFormat()
  const seen_at = stock.warehouses
    .flatMap(({ seen_at }) => seen_at ?? [])
    .sort()
    .at(-1)
  const facts = [
    { name: "wanted", value: stock.wanted, at: null },
    { name: "pushed", value: stock.pushed, at: stock.pushed_at },
    { name: "confirmed", value: stock.confirmed, at: stock.confirmed_at },
    { name: "seen", value: stock.seen, at: seen_at ?? null },
    { name: "unseen", value: stock.unseen, at: null },
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 px-6 py-4 sm:grid-cols-5">
      {facts.map(({ name, value, at }) => (
        <div key={name}>
          <dt>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t(`marketplaces.stock.${name}`)}
            </Text>
          </dt>
          <dd className="txt-large-plus tabular-nums">
            {value === null ? "—" : format.number(value)}
          </dd>
          {at && (
            <Text size="xsmall" className="text-ui-fg-muted">
              <Moment value={at} relative />
            </Text>
          )}
        </div>
      ))}
    </dl>
  )
}
