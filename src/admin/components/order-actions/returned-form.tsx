import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { unitsOf } from "../../../domain/returns/received-lines"
import { useActOnOrders } from "../../hooks/api/orders"
import { useFailureToast } from "../../hooks/use-failure-toast"
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
  const act = useActOnOrders()
  const onError = useFailureToast()
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
        busy={act.isPending}
        onCancel={onClose}
        onGo={() =>
          act.mutate(
            {
              action,
              ids: orders.map(({ id }) => id),
              params: {
                ...(by_line && {
                  lines: lines.filter((line) => unitsOf(line) > 0),
                }),
                ...(note.trim() && { note: note.trim() }),
              },
            },
            { onSuccess: ({ run }) => onStarted([run]), onError }
          )
        }
      />
    </>
  )
}
