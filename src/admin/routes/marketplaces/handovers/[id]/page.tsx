import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../components/common/crumb"
import { QueryState } from "../../../../components/common/query-state"
import { HandoverDetailView } from "../../../../components/handovers/handover-detail"
import { useHandover } from "../../../../hooks/api/handovers"

/** One record: scan, see what is missing, close, print. */
const HandoverPage = () => {
  const { id = "" } = useParams()
  const { t, i18n } = useTranslation()
  const handover = useHandover(id)
  return (
    <QueryState
      key={i18n.language}
      query={handover}
      rows={8}
      back={{
        to: "/marketplaces/handovers",
        label: t("marketplaces.handovers.all"),
      }}
    >
      {(data) => <HandoverDetailView key={id} handover={data.handover} />}
    </QueryState>
  )
}

export default HandoverPage

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.handovers.one" />,
}
