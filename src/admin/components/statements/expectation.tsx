import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { feeName } from "../../lib/statement-text"
import type { SettlementDetail } from "../../lib/types"
import { DetailRow } from "../common/detail-row"
import { DrawerSection } from "../common/drawer-section"
import { Money } from "./money"

/** Parts of the order that are taken from its price; those that are zero are left out. */
const LESS = ["seller_discount", "refunded"] as const
const BESIDE = ["lost", "missing"] as const

/** How the expectation comes about, from the order's price and by which fees. */
export function Expectation({ settlement }: { settlement: SettlementDetail }) {
  const { t } = useTranslation()
  const { expectation, currency_code } = settlement
  return (
    <DrawerSection
      title={t("marketplaces.statements.order.expectation")}
      hint={
        expectation
          ? t(`marketplaces.statements.basis.${expectation.basis}`)
          : undefined
      }
    >
      {!expectation && (
        <Text size="small" className="text-ui-fg-muted px-6 pb-3">
          {t("marketplaces.statements.order.no_expectation")}
        </Text>
      )}
      {expectation && (
        <>
          <DetailRow label={t("marketplaces.statements.order.price")}>
            <Money amount={expectation.price} currency_code={currency_code} />
          </DetailRow>
          {LESS.filter((name) => expectation[name] !== 0).map((name) => (
            <DetailRow
              key={name}
              label={t(`marketplaces.statements.order.${name}`)}
            >
              <Money
                amount={-expectation[name]}
                currency_code={currency_code}
              />
            </DetailRow>
          ))}
          {expectation.fee_parts?.map((part, index) => (
            <DetailRow key={index} label={feeName(t, part)}>
              <Money amount={part.amount} currency_code={currency_code} />
            </DetailRow>
          ))}
          <DetailRow label={t("marketplaces.statements.part.expected")}>
            <Money
              amount={expectation.amounts.net}
              currency_code={currency_code}
              strong
            />
          </DetailRow>
          {BESIDE.filter((name) => expectation[name] !== 0).map((name) => (
            <DetailRow
              key={name}
              label={t(`marketplaces.statements.order.${name}`)}
            >
              <Money amount={expectation[name]} currency_code={currency_code} />
            </DetailRow>
          ))}
        </>
      )}
    </DrawerSection>
  )
}
