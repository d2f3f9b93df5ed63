import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { SettlementCounts } from "../../lib/types"

/** Money that is still to come, by how long ago its orders were delivered. */
export function Outstanding({
  outstanding,
}: Pick<SettlementCounts, "outstanding">) {
  const { t } = useTranslation()
  const format = useFormat()
  if (outstanding.every(({ count }) => count === 0)) {
    return null
  }
  return (
    <section className="px-6 py-4">
      <Text size="small" weight="plus" className="pb-2">
        {t("marketplaces.statements.order.outstanding")}
      </Text>
      <dl className="grid grid-cols-4 gap-4">
        {outstanding.map(({ age, currency_code, count, amount }) => (
          <div key={`${currency_code} ${age}`}>
            <dt>
              <Text size="xsmall" className="text-ui-fg-muted">
                {t("marketplaces.statements.order.days", { days: age })}
              </Text>
            </dt>
            <dd>
              <Text size="small" weight="plus">
                {format.money(amount, currency_code)}
              </Text>
              <Text size="xsmall" className="text-ui-fg-subtle">
                {t("marketplaces.statements.order.orders", { count })}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
