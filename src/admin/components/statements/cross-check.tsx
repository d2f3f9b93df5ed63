import { Text } from "@medusajs/ui"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Statement } from "../../lib/types"
import { Money } from "./money"

/** Whether file and marketplace tell the same of the same days; their money counts once. */
export function CrossCheck({
  statement: { source, cross_check, currency_code },
}: {
  statement: Statement
}) {
  const { t } = useTranslation()
  if (!cross_check) {
    return null
  }
  const { statements, in_both, only_here, only_here_net } = cross_check
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4">
      <Text size="small" weight="plus">
        {t(`marketplaces.statements.cross.title_${source}`)}
      </Text>
      <Text size="small">
        {t("marketplaces.statements.cross.in_both", { count: in_both })}{" "}
        {only_here === 0 ? (
          t("marketplaces.statements.cross.nothing_else")
        ) : (
          <>
            {t(`marketplaces.statements.cross.only_${source}`, {
              count: only_here,
            })}{" "}
            (<Money amount={only_here_net} currency_code={currency_code} />)
          </>
        )}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {statements.map(({ id, name }, index) => (
          <Fragment key={id}>
            {index > 0 && " · "}
            <Link
              className="text-ui-fg-interactive"
              to={`/marketplaces/statements/${id}`}
            >
              {name ?? t("marketplaces.statements.one")}
            </Link>
          </Fragment>
        ))}
      </Text>
    </div>
  )
}
