import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Statement } from "../../lib/types"
import { Moment } from "../common/moment"
import { Difference } from "./difference"
import { Money } from "./money"

/** The money that came for a statement of the API, beside what its lines come to. */
export function StatementPayout({
  statement: { source, payout, payment, currency_code },
}: {
  statement: Statement
}) {
  const { t } = useTranslation()
  if (source !== "api") {
    return null
  }
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-3 px-6 py-4">
      <div>
        <Text size="small" weight="plus">
          {t("marketplaces.statements.payout.label")}
        </Text>
        {payment && (
          <Text size="xsmall" className="text-ui-fg-muted">
            {t(`marketplaces.statements.payment.${payment}`)}
          </Text>
        )}
      </div>
      {payout ? (
        <div className="text-right">
          <Money amount={payout.amount} currency_code={currency_code} strong />
          <Text size="xsmall" className="text-ui-fg-subtle">
            <Moment value={payout.at} />
            {" · "}
            {t("marketplaces.statements.payout.together", {
              count: payout.statement_count,
            })}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("marketplaces.statements.payout.lines")}{" "}
            <Money amount={payout.settled} currency_code={currency_code} />
            {" · "}
            {payout.difference === 0 ? (
              t("marketplaces.statements.payout.even")
            ) : (
              <Difference
                amount={payout.difference}
                currency_code={currency_code}
              />
            )}
          </Text>
        </div>
      ) : (
        <div className="text-right">
          <Text size="small">
            {t("marketplaces.statements.payout.not_yet")}
          </Text>
          <Text size="xsmall" className="text-ui-fg-muted">
            {t("marketplaces.statements.payout.not_yet_hint")}
          </Text>
        </div>
      )}
    </div>
  )
}
