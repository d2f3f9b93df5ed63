import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../components/common/crumb"
import { QueryState } from "../../../../components/common/query-state"
import { StatementDetail } from "../../../../components/statements/statement-detail"
import { useStatement } from "../../../../hooks/api/statements"

/** One statement with its lines. */
const StatementPage = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation()
  const statement = useStatement(id)
  return (
    <QueryState
      query={statement}
      rows={8}
      back={{
        to: "/marketplaces/statements",
        label: t("marketplaces.statements.all"),
      }}
    >
      {(data) => <StatementDetail key={id} statement={data.statement} />}
    </QueryState>
  )
}

export default StatementPage

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.statements.one" />,
}
