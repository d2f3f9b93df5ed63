import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { unitsOf } from "../../../domain/returns/received-lines"
import { useOrderAction } from "../../hooks/use-order-action"
import { allGood, exceeds, expectedLines } from "../../lib/received"
import { ReceivedLines } from "../returns/received-lines"
import { FormButtons } from "./form-buttons"
import type { ActionFormProps } from "./order-action-form"
import { TextField } from "./text-field"

/** What came back of an order, by line; of several orders, everything and good. */
export function ReturnedForm({
  action,
  orders,
  onStarted,
  onClose,
}: ActionFormProps) {
  const { t } = useTranslation()
  const { busy, start } = useOrderAction({ action, onStarted })
  const [first] = orders
  const expected =
    orders.length === 1 && first ? expectedLines(first.lines ?? []) : []
  const [lines, setLines] = useState(() => allGood(expected))
  const [note, setNote] = useState("")
  const by_line = expected.length > 0
  const nothing = by_line && lines.every((line) => unitsOf(line) === 0)
  return (
    <>
      {by_line ? (
        <ReceivedLines expected={expected} value={lines} onChange={setLines} />
      ) : (
        <Text size="small">
          {t("marketplaces.order_actions.returned_all_good")}
        </Text>
      )}
      <TextField
        label={t("marketplaces.order_actions.note")}
        value={note}
        onChange={setNote}
      />
      <FormButtons
        label={t(`marketplaces.order_actions.${action}`)}
        disabled={nothing || exceeds(expected, lines)}
        busy={busy}
        onCancel={onClose}
        onGo={() =>
          start(orders, {
            ...(by_line && {
              lines: lines.filter((line) => unitsOf(line) > 0),
            }),
            ...(note.trim() && { note: note.trim() }),
          })
        }
      />
    </>
  )
}
