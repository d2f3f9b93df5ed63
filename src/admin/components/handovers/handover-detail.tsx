import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useHandoverDesk } from "../../hooks/use-handover-desk"
import { usePrinting } from "../../hooks/use-printing"
import { useUrlState } from "../../hooks/use-url-state"
import { newestFirst } from "../../lib/handover-scans"
import type {
  HandoverDetail,
  HandoverParcel,
  HandoverRefusal,
} from "../../lib/types"
import { Moment } from "../common/moment"
import { PageHeader } from "../common/page-header"
import { CloseHandover } from "./close-handover"
import { HandoverDesk } from "./handover-desk"
import { HandoverNote } from "./handover-note"
import { HandoverSheet } from "./handover-sheet"
import { HandoverStatusBadge } from "./handover-status-badge"
import { HandoverTabs } from "./handover-tabs"
import { ParcelDrawer } from "./parcel-drawer"
import { RefusedParcels } from "./refused-parcels"
import { RemoveHandover } from "./remove-handover"

/** A record with everything that can be done while it is open, and its sheet. */
export function HandoverDetailView({ handover }: { handover: HandoverDetail }) {
  const { t } = useTranslation()
  const url = useUrlState()
  const open = handover.status === "open"
  const desk = useHandoverDesk(handover.id, handover.direction === "inbound")
  const printing = usePrinting()
  const [refused, setRefused] = useState<HandoverRefusal[]>([])
  const parcels = newestFirst(handover.parcels)
  const shown = parcels.find(({ scan_id }) => scan_id === url.get("scan"))
  const show = (parcel: HandoverParcel | null) =>
    url.set({ scan: parcel?.scan_id ?? null }, { keepPage: true })
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <PageHeader
          title={`${t("marketplaces.handovers.numbered", { number: handover.number })} · ${t(`marketplaces.handover_direction.${handover.direction}`)}`}
          hint={[
            handover.channel_name ?? t("marketplaces.tabs.all_channels"),
            handover.carrier ?? t("marketplaces.handovers.any_carrier"),
            handover.created_by_name,
          ]
            .filter(Boolean)
            .join(" · ")}
        >
          <HandoverStatusBadge status={handover.status} />
          <Button asChild size="small" variant="secondary">
            <Link to="/marketplaces/handovers">
              {t("marketplaces.handovers.all")}
            </Link>
          </Button>
          {open && <RemoveHandover handover={handover} />}
          <Button
            size="small"
            variant="secondary"
            disabled={parcels.length === 0}
            isLoading={printing.preparing}
            onClick={() =>
              void printing.print(
                parcels.map(
                  ({ tracking_number, external_id }) =>
                    tracking_number ?? external_id
                )
              )
            }
          >
            {t("marketplaces.handovers.print")}
          </Button>
          {open && <CloseHandover handover={handover} onRefused={setRefused} />}
        </PageHeader>
        {!open && (
          <Text size="small" className="text-ui-fg-subtle px-6 py-3">
            {t("marketplaces.handovers.closed_at")}{" "}
            <Moment value={handover.closed_at} />
            {handover.closed_by_name && ` · ${handover.closed_by_name}`}
          </Text>
        )}
        <RefusedParcels refused={refused} />
        {open && <HandoverDesk handover={handover} desk={desk} />}
        <HandoverNote handover={handover} />
      </Container>
      <HandoverTabs
        handover={handover}
        parcels={parcels}
        onOpen={show}
        onRemove={open ? desk.remove : undefined}
      />
      {shown && (
        <ParcelDrawer
          handover={handover}
          parcel={shown}
          onClose={() => show(null)}
        />
      )}
      {printing.barcodes && (
        <HandoverSheet
          handover={handover}
          barcodes={printing.barcodes}
          onDone={printing.done}
        />
      )}
    </div>
  )
}
