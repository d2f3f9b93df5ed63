import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../components/common/crumb"
import { CountTabs } from "../../../components/common/count-tabs"
import { EmptyState } from "../../../components/common/empty-state"
import { FilterSelect } from "../../../components/common/filter-select"
import { PageHeader } from "../../../components/common/page-header"
import { PageTurner } from "../../../components/common/page-turner"
import { QueryState } from "../../../components/common/query-state"
import { HandoverRows } from "../../../components/handovers/handover-rows"
import { NewHandoverDrawer } from "../../../components/handovers/new-handover-drawer"
import { useHandovers } from "../../../hooks/api/handovers"
import { PAGE_SIZE, useUrlState } from "../../../hooks/use-url-state"
import type { Handover, HandoverDirection } from "../../../lib/types"

const STATUSES: Handover["status"][] = ["open", "closed"]
const DIRECTIONS: HandoverDirection[] = ["outbound", "inbound"]

function oneOf<TWord extends string>(
  words: TWord[],
  word: string
): TWord | undefined {
  return words.find((one) => one === word)
}

/** Records of parcels given to carriers and taken back from them. */
const HandoversPage = () => {
  const { t } = useTranslation()
  const url = useUrlState()
  const status = oneOf(STATUSES, url.get("status"))
  const direction = oneOf(DIRECTIONS, url.get("direction"))
  const creating = oneOf(DIRECTIONS, url.get("new"))
  const handovers = useHandovers({
    status,
    direction,
    limit: PAGE_SIZE,
    offset: url.offset,
  })
  const open = useHandovers({ status: "open", direction, limit: 1 }).data?.count
  const begin = (one: HandoverDirection, main = false) => (
    <Button
      key={one}
      size="small"
      variant={main ? "primary" : "secondary"}
      onClick={() => url.set({ new: one }, { keepPage: true })}
    >
      {t(`marketplaces.handovers.new_${one}`)}
    </Button>
  )
  return (
    <Container className="divide-y p-0">
      <PageHeader
        title={t("marketplaces.handovers.title")}
        hint={t("marketplaces.handovers.subtitle")}
      >
        {begin("inbound")}
        {begin("outbound", true)}
      </PageHeader>
      <div className="flex flex-wrap items-center justify-between gap-2 pr-6">
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
              label: t(`marketplaces.handover_status.${key}`),
              count: key === "open" ? open : undefined,
              to: url.href({ status: key }),
            })),
          ]}
        />
        <FilterSelect
          label={t("marketplaces.handovers.direction")}
          all={t("marketplaces.handovers.both_directions")}
          value={direction ?? ""}
          options={DIRECTIONS.map((value) => ({
            value,
            label: t(`marketplaces.handover_direction.${value}`),
          }))}
          onChange={(value) => url.set({ direction: value })}
        />
      </div>
      <QueryState query={handovers} rows={6}>
        {(data) =>
          data.count === 0 ? (
            <EmptyState
              title={t("marketplaces.handovers.empty")}
              hint={t("marketplaces.handovers.empty_hint")}
            >
              {begin("outbound")}
              {begin("inbound")}
            </EmptyState>
          ) : (
            <>
              <HandoverRows handovers={data.handovers} />
              <PageTurner count={data.count} />
            </>
          )
        }
      </QueryState>
      {creating && (
        <NewHandoverDrawer
          direction={creating}
          onClose={() => url.set({ new: null }, { keepPage: true })}
        />
      )}
    </Container>
  )
}

export default HandoversPage

export const config = defineRouteConfig({
  label: "marketplaces.handovers.title",
  translationNs: "translation",
  rank: 4,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.handovers.title" />,
}
