import { Button, Kbd, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useKey } from "../../hooks/use-key"
import type { useHandoverDesk } from "../../hooks/use-handover-desk"
import { lastScanned } from "../../lib/handover-scans"
import type { GoodsCondition, HandoverDetail } from "../../lib/types"
import { ChoiceButtons } from "../common/choice-buttons"
import { FeedbackPanel } from "../scanning/feedback-panel"
import { ScanField } from "../scanning/scan-field"
import { SoundButton } from "../scanning/sound-button"

const CONDITIONS: GoodsCondition[] = ["good", "damaged"]

/** Where parcels are scanned into a record, and what became of the last one. */
export function HandoverDesk({
  handover,
  desk,
}: {
  handover: HandoverDetail
  desk: ReturnType<typeof useHandoverDesk>
}) {
  const { t } = useTranslation()
  const inbound = handover.direction === "inbound"
  const last = lastScanned(handover.parcels)
  const toggle = () =>
    inbound && desk.setCondition(desk.condition === "good" ? "damaged" : "good")
  useKey("F2", desk.undo)
  useKey("F8", toggle)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <ScanField
        label={t("marketplaces.packing.scan_waybill")}
        onScan={desk.scan}
      />
      <div className="flex flex-wrap items-center gap-2">
        {inbound && (
          <>
            <Text size="small">{t("marketplaces.handovers.next_are")}</Text>
            <ChoiceButtons
              label={t("marketplaces.handovers.next_are")}
              choices={CONDITIONS.map((value) => ({
                value,
                label: t(`marketplaces.received.${value}`),
              }))}
              value={desk.condition}
              onChange={desk.setCondition}
            />
            <Kbd>F8</Kbd>
          </>
        )}
        <Button
          size="small"
          variant="secondary"
          disabled={!last}
          onClick={desk.undo}
        >
          {t("marketplaces.scanning.undo")} <Kbd>F2</Kbd>
        </Button>
        <SoundButton on={desk.sound.on} onToggle={desk.sound.toggle} />
        {desk.waiting > 0 && (
          <Text size="xsmall" className="text-ui-fg-muted">
            {t("marketplaces.scanning.waiting", { count: desk.waiting })}
          </Text>
        )}
      </div>
      <FeedbackPanel
        feedback={desk.last}
        ready={t(`marketplaces.handovers.ready_${handover.direction}`)}
      />
    </div>
  )
}
