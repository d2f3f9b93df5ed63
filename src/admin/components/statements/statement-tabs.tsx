import { useTranslation } from "react-i18next"
import { CountTabs } from "../common/count-tabs"

/** The two sides of reconciliation: what came, and what each order was paid. */
export function StatementTabs({ active }: { active: "statements" | "orders" }) {
  const { t } = useTranslation()
  return (
    <CountTabs
      label={t("marketplaces.statements.tabs_label")}
      active={active}
      tabs={[
        {
          key: "statements",
          label: t("marketplaces.statements.by_statement"),
          count: undefined,
          to: "/marketplaces/statements",
        },
        {
          key: "orders",
          label: t("marketplaces.statements.by_order"),
          count: undefined,
          to: "/marketplaces/statements/orders",
        },
      ]}
    />
  )
}
