import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState } from "../../../components/common/empty-state"
import { PageHeader } from "../../../components/common/page-header"
import { PageTurner } from "../../../components/common/page-turner"
import { QueryState } from "../../../components/common/query-state"
import { RunRows } from "../../../components/runs/run-rows"
import { useRuns } from "../../../hooks/api/runs"
import { PAGE_SIZE, useUrlState } from "../../../hooks/use-url-state"

/** Every download, the newest first. */
const RunsPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const runs = useRuns({ limit: PAGE_SIZE, offset: url.offset })
  return (
    <Container className="divide-y p-0">
      <PageHeader
        title={t("marketplaces.runs.title")}
        hint={t("marketplaces.runs.subtitle")}
      />
      <QueryState query={runs} rows={6}>
        {(data) =>
          data.count === 0 ? (
            <EmptyState
              title={t("marketplaces.runs.empty")}
              hint={t("marketplaces.runs.empty_hint")}
            >
              <Button asChild size="small" variant="secondary">
                <Link to="/marketplaces/orders?download=1">
                  {t("marketplaces.orders.download")}
                </Link>
              </Button>
            </EmptyState>
          ) : (
            <>
              <RunRows runs={data.runs} />
              <PageTurner count={data.count} />
            </>
          )
        }
      </QueryState>
    </Container>
  )
}

export default RunsPage

export const config = defineRouteConfig({
  label: "marketplaces.runs.title",
  translationNs: "translation",
  rank: 10,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.runs.title" />,
}
