import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { unitsOf } from "../../../domain/returns/received-lines"
import { useUpdateScan } from "../../hooks/api/handovers"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { allGood, exceeds, expectedOf, saidLines } from "../../lib/received"
import type {
  GoodsCondition,
  HandoverDetail,
  HandoverParcel,
} from "../../lib/types"
import { ChoiceButtons } from "../common/choice-buttons"
import { TextField } from "../order-actions/text-field"
import { ReceivedLines } from "../returns/received-lines"
import { ParcelPhotos } from "./parcel-photos"

const CONDITIONS: GoodsCondition[] = ["good", "damaged"]

/** What was found in a parcel that came back: condition, units by line, note and photos. */
export function ParcelDrawer({
  handover,
  parcel,
  onClose,
}: {
  handover: HandoverDetail
  parcel: HandoverParcel
  onClose: () => void
}) {
  const { t } = useTranslation()
  const update = useUpdateScan(handover.id, parcel.scan_id ?? "")
  const onError = useFailureToast()
  const open = handover.status === "open"
  const expected = expectedOf(parcel.lines ?? [])
  const [condition, setCondition] = useState<GoodsCondition>(
    parcel.condition ?? "good"
  )
  const [lines, setLines] = useState(
    () =>
      saidLines(parcel.lines ?? []) ??
      allGood(expected, parcel.condition ?? "good")
  )
  const [note, setNote] = useState(parcel.note ?? "")
  const nothing =
    expected.length > 0 && lines.every((line) => unitsOf(line) === 0)
  const save = () =>
    update.mutate(
      {
        condition,
        note: note.trim() || null,
        ...(expected.length > 0 && { lines }),
      },
      {
        onSuccess: () => {
          toast.success(t("marketplaces.actions.saved"))
          onClose()
        },
        onError,
      }
    )
  return (
    <Drawer open onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title className="break-all font-mono">
            {parcel.tracking_number ?? parcel.external_id}
          </Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          <fieldset disabled={!open} className="flex flex-col gap-y-6">
            <div className="flex flex-col gap-y-2">
              <Text size="small" weight="plus">
                {t("marketplaces.handovers.condition")}
              </Text>
              <ChoiceButtons
                label={t("marketplaces.handovers.condition")}
                choices={CONDITIONS.map((value) => ({
                  value,
                  label: t(`marketplaces.received.${value}`),
                }))}
                value={condition}
                onChange={(next) => {
                  setCondition(next)
                  setLines(allGood(expected, next))
                }}
              />
            </div>
            {expected.length > 0 && (
              <ReceivedLines
                expected={expected}
                value={lines}
                onChange={setLines}
              />
            )}
            <TextField
              label={t("marketplaces.order_actions.note")}
              value={note}
              onChange={setNote}
            />
          </fieldset>
          <ParcelPhotos handover={handover} parcel={parcel} />
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("marketplaces.actions.close")}
            </Button>
          </Drawer.Close>
          {open && (
            <Button
              size="small"
              disabled={nothing || exceeds(expected, lines)}
              isLoading={update.isPending}
              onClick={save}
            >
              {t("marketplaces.actions.save")}
            </Button>
          )}
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
