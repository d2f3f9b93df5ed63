import { useTranslation } from "react-i18next"
import { CountTabs } from "../common/count-tabs"

/** The sides of reconciliation: what came, what each order was paid, what is claimed, and what all of it comes to. */
export function StatementTabs({
  active,
}: {
  active: "statements" | "orders" | "claims" | "reports"
}) {
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
        {
          key: "claims",
          label: t("marketplaces.claims.title"),
          count: undefined,
          to: "/marketplaces/statements/claims",
        },
        {
          key: "reports",
          label: t("marketplaces.statements.by_report"),
          count: undefined,
          to: "/marketplaces/statements/reports",
        },
      ]}
    />
  )
}
