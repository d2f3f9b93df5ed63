import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Kbd, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../components/common/crumb"
import { PageHeader } from "../../../components/common/page-header"
import { PackingParcelView } from "../../../components/packing/packing-parcel"
import { ParcelChoice } from "../../../components/packing/parcel-choice"
import { FeedbackPanel } from "../../../components/scanning/feedback-panel"
import { ScanField } from "../../../components/scanning/scan-field"
import { ScanLog } from "../../../components/scanning/scan-log"
import { SoundButton } from "../../../components/scanning/sound-button"
import { useFormat } from "../../../hooks/use-format"
import { useKey } from "../../../hooks/use-key"
import { usePackingDesk } from "../../../hooks/use-packing-desk"

/** The packing table: waybill first, then every item; works with a scanner alone. */
const PackingPage = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const desk = usePackingDesk()
  const { parcel, shown } = desk
  const open = parcel?.state === "open"
  useKey("F2", desk.undo)
  useKey("Escape", desk.leave)
  return (
    <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <Container className="divide-y p-0">
        <PageHeader
          title={t("marketplaces.packing.title")}
          hint={t("marketplaces.packing.subtitle")}
        >
          <SoundButton on={desk.sound.on} onToggle={desk.sound.toggle} />
        </PageHeader>
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <ScanField
            label={t(
              open
                ? "marketplaces.packing.scan_item"
                : "marketplaces.packing.scan_waybill"
            )}
            onScan={desk.scan}
          />
          <div className="flex flex-wrap items-center gap-2">
            <Button
              size="small"
              variant="secondary"
              disabled={!parcel}
              onClick={desk.undo}
            >
              {t("marketplaces.scanning.undo")} <Kbd>F2</Kbd>
            </Button>
            <Button
              size="small"
              variant="secondary"
              disabled={!parcel && desk.unanswered === 0}
              onClick={desk.leave}
            >
              {t("marketplaces.packing.leave")} <Kbd>Esc</Kbd>
            </Button>
            <Text size="xsmall" className="text-ui-fg-muted">
              {desk.waiting > 0
                ? t("marketplaces.scanning.waiting", { count: desk.waiting })
                : t("marketplaces.packing.several_hint")}
            </Text>
          </div>
          {desk.unanswered > 0 && (
            <Text
              role="status"
              data-unanswered={desk.unanswered}
              className="text-ui-tag-orange-text"
            >
              {t("marketplaces.packing.trying", { attempt: desk.unanswered })}
            </Text>
          )}
          <FeedbackPanel
            feedback={desk.last}
            ready={t("marketplaces.packing.ready")}
          />
        </div>
        {shown.length > 1 ? (
          <ParcelChoice
            parcels={shown}
            onChoose={(one) => desk.scan(one.external_id)}
          />
        ) : (
          shown[0] && <PackingParcelView parcel={shown[0]} />
        )}
        {parcel && (
          <PackingParcelView
            parcel={parcel}
            onCount={({ line_ids }) => desk.scan(`line:${line_ids[0]}`)}
          />
        )}
      </Container>
      <div className="flex flex-col gap-y-3">
        <Container className="px-6 py-4">
          <Text size="small" className="text-ui-fg-subtle">
            {t("marketplaces.packing.packed_here")}
          </Text>
          <p
            className="text-4xl font-semibold tabular-nums"
            data-packed-count={desk.packed_count}
          >
            {format.number(desk.packed_count)}
          </p>
        </Container>
        <Container className="divide-y p-0">
          <Heading level="h2" className="px-6 py-3">
            {t("marketplaces.scanning.last")}
          </Heading>
          <ScanLog scans={desk.scans} />
        </Container>
      </div>
    </div>
  )
}

export default PackingPage

export const config = defineRouteConfig({
  label: "marketplaces.packing.title",
  translationNs: "translation",
  rank: 3,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.packing.title" />,
}
