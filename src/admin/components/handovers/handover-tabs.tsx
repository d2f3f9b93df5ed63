import { Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useUrlState } from "../../hooks/use-url-state"
import type { HandoverDetail, HandoverParcel } from "../../lib/types"
import { CountTabs } from "../common/count-tabs"
import { EmptyState } from "../common/empty-state"
import { HandoverParcels } from "./handover-parcels"
import { SetAsideList } from "./set-aside-list"

const TABS = ["scanned", "missing", "set_aside"] as const

/** What was scanned, what is missing, and what was set aside. */
export function HandoverTabs({
  handover,
  parcels,
  onOpen,
  onRemove,
}: {
  handover: HandoverDetail
  /** The last one first. */
  parcels: HandoverParcel[]
  onOpen: (parcel: HandoverParcel) => void
  /** Left out once the record is closed. */
  onRemove?: (parcel: HandoverParcel) => void
}) {
  const { t } = useTranslation()
  const url = useUrlState()
  const { direction, missing, missing_count, set_aside, status } = handover
  const counts = {
    scanned: parcels.length,
    missing: missing_count,
    set_aside: set_aside.length,
  }
  const tabs = TABS.filter(
    (key) =>
      key !== "missing" ||
      missing_count > 0 ||
      (direction === "outbound" && status === "open")
  )
  const active = tabs.find((key) => key === url.get("tab")) ?? "scanned"
  return (
    <Container className="divide-y p-0">
      <CountTabs
        label={t("marketplaces.handovers.one")}
        active={active}
        tabs={tabs.map((key) => ({
          key,
          label: t(`marketplaces.handovers.tabs.${key}`),
          count: counts[key],
          to: url.href({ tab: key === "scanned" ? null : key }),
          urgent: key !== "scanned",
        }))}
      />
      {active === "scanned" && (
        <HandoverParcels
          parcels={parcels}
          inbound={direction === "inbound"}
          onOpen={direction === "inbound" ? onOpen : undefined}
          onRemove={onRemove}
        />
      )}
      {active === "missing" && (
        <HandoverParcels parcels={missing} inbound={false} />
      )}
      {active === "missing" && missing.length < missing_count && (
        <Text size="small" className="px-6 py-3 text-ui-fg-subtle">
          {t("marketplaces.handovers.missing_cut", {
            shown: missing.length,
            total: missing_count,
          })}
        </Text>
      )}
      {active === "set_aside" && <SetAsideList entries={set_aside} />}
      {counts[active] === 0 && (
        <EmptyState
          title={t(`marketplaces.handovers.none.${active}`)}
          hint={
            active === "scanned"
              ? t(`marketplaces.handovers.ready_${direction}`)
              : undefined
          }
        />
      )}
    </Container>
  )
}
