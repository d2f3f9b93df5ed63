import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { unitsOf } from "../../../domain/returns/received-lines"
import { useOrder } from "../../hooks/api/orders"
import { useOrderAction } from "../../hooks/use-order-action"
import { exceeds, type ReturnStart, returnStart } from "../../lib/received"
import { QueryState } from "../common/query-state"
import { ReceivedLines } from "../returns/received-lines"
import { FormButtons } from "./form-buttons"
import type { ActionFormProps } from "./order-action-form"
import { TextField } from "./text-field"

/** What came back of an order, by line; of several orders, everything and good. */
export function ReturnedForm(form: ActionFormProps) {
  const [first, ...others] = form.orders
  return first && !others.length ? (
    <ReturnedOfOne {...form} id={first.id} />
  ) : (
    <ReturnedGoods {...form} start={NOTHING_KNOWN} />
  )
}

const NOTHING_KNOWN: ReturnStart = {
  expected: [],
  filled: [],
  request: null,
  is_kept: false,
}

/** Begins anew when more is known of what is to come back. */
function ReturnedOfOne({ id, ...form }: ActionFormProps & { id: string }) {
  const order = useOrder(id)
  return (
    <QueryState query={order}>
      {(data) => {
        const start = returnStart(data.order)
        return (
          <ReturnedGoods
            key={JSON.stringify([start.request?.id, start.filled])}
            {...form}
            start={start}
          />
        )
      }}
    </QueryState>
  )
}

function ReturnedGoods({
  action,
  orders,
  start: { expected, filled, request, is_kept },
  onStarted,
  onClose,
}: ActionFormProps & { start: ReturnStart }) {
  const { t } = useTranslation()
  const { busy, start } = useOrderAction({ action, onStarted })
  const [lines, setLines] = useState(filled)
  const [note, setNote] = useState("")
  const by_line = expected.length > 0
  const nothing = by_line && lines.every((line) => unitsOf(line) === 0)
  return (
    <>
      {request && (
        <Text size="small">
          {t("marketplaces.order_actions.returned_of_request", {
            number: request.tracking_number ?? request.external_id,
          })}
        </Text>
      )}
      {is_kept && (
        <Text size="small">
          {t("marketplaces.order_actions.returned_kept")}
        </Text>
      )}
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
