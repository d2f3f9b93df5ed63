import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { CountTabs } from "../../../components/common/count-tabs"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState } from "../../../components/common/empty-state"
import { PageHeader } from "../../../components/common/page-header"
import { PageTurner } from "../../../components/common/page-turner"
import { QueryState } from "../../../components/common/query-state"
import { PickListRows } from "../../../components/pick-lists/pick-list-rows"
import { usePickLists } from "../../../hooks/api/pick-lists"
import { PAGE_SIZE, useUrlState } from "../../../hooks/use-url-state"
import type { PickList } from "../../../lib/types"

const STATUSES: PickList["status"][] = ["open", "finished"]

/** Waves of orders whose goods are fetched together. */
const PickListsPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const status = STATUSES.find((one) => one === url.get("status"))
  const lists = usePickLists({ status, limit: PAGE_SIZE, offset: url.offset })
  const open = usePickLists({ status: "open", limit: 1 }).data?.count
  return (
    <Container className="divide-y p-0">
      <PageHeader
        title={t("marketplaces.pick_lists.title")}
        hint={t("marketplaces.pick_lists.subtitle")}
      >
        <Button asChild size="small" variant="secondary">
          <Link to="/marketplaces/orders?tab=confirmed">
            {t("marketplaces.pick_lists.choose_orders")}
          </Link>
        </Button>
      </PageHeader>
      <CountTabs
        label={t("marketplaces.fields.status")}
        active={status ?? "all"}
        tabs={[
          {
            key: "all",
            label: t("marketplaces.tabs.all"),
            count: undefined,
            to: url.href({ status: null }),
          },
          ...STATUSES.map((key) => ({
            key,
            label: t(`marketplaces.pick_list_status.${key}`),
            count: key === "open" ? open : undefined,
            to: url.href({ status: key }),
          })),
        ]}
      />
      <QueryState query={lists} rows={6}>
        {(data) =>
          data.count === 0 ? (
            <EmptyState
              title={t("marketplaces.pick_lists.empty")}
              hint={t("marketplaces.pick_lists.empty_hint")}
            >
              <Button asChild size="small" variant="secondary">
                <Link to="/marketplaces/orders?tab=confirmed">
                  {t("marketplaces.pick_lists.choose_orders")}
                </Link>
              </Button>
            </EmptyState>
          ) : (
            <>
              <PickListRows pick_lists={data.pick_lists} />
              <PageTurner count={data.count} />
            </>
          )
        }
      </QueryState>
    </Container>
  )
}

export default PickListsPage

export const config = defineRouteConfig({
  label: "marketplaces.pick_lists.title",
  translationNs: "translation",
  rank: 2,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.pick_lists.title" />,
}
