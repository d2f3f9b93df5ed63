import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../components/common/crumb"
import { QueryState } from "../../../../components/common/query-state"
import { PickListView } from "../../../../components/pick-lists/pick-list-view"
import { usePickList } from "../../../../hooks/api/pick-lists"

/** One list: what to fetch, from where, and how much of it is fetched. */
const PickListPage = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation()
  const list = usePickList(id)
  return (
    <QueryState
      query={list}
      rows={8}
      back={{
        to: "/marketplaces/pick-lists",
        label: t("marketplaces.pick_lists.all"),
      }}
    >
      {(data) => <PickListView list={data.pick_list} />}
    </QueryState>
  )
}

export default PickListPage

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.pick_lists.one" />,
}
