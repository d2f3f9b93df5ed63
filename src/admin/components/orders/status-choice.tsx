import { Checkbox, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import {
  ORDER_STATUSES,
  type OrderStatus,
  isCancelled,
} from "../../../domain/orders/order-status"
import { useStatusNames } from "../../hooks/use-status-names"
import { CANCELLED } from "../../lib/read-scope"
import type { Channel, Provider } from "../../lib/types"
import { DefaultStatuses } from "./default-statuses"

/** Statuses that the marketplaces of these channels let a person choose; cancelled ones as one group. */
export function statusesOffered(
  channels: Channel[],
  providers: Provider[]
): string[] {
  const ids = new Set(channels.map(({ provider_id }) => provider_id))
  const listed = new Set<OrderStatus>(
    providers
      .filter(({ id }) => ids.has(id))
      .flatMap(({ downloadable_statuses }) => downloadable_statuses ?? [])
  )
  const single = ORDER_STATUSES.filter(
    (status) => listed.has(status) && !isCancelled(status)
  )
  return [...listed].some(isCancelled) ? [...single, CANCELLED] : single
}

export function StatusChoice({
  offered,
  channels,
  providers,
  value,
  onChange,
}: {
  offered: string[]
  /** The chosen ones. */
  channels: Channel[]
  providers: Provider[]
  value: string[]
  onChange: (statuses: string[]) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const nameOf = useStatusNames()
  if (offered.length === 0) {
    return null
  }
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">
        {t("marketplaces.download.statuses")}
      </legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {offered.map((status) => (
          <div key={status} className="flex items-center gap-x-2">
            <Checkbox
              id={`${id}-${status}`}
              checked={value.includes(status)}
              onCheckedChange={(checked) =>
                onChange(
                  checked
                    ? [...value, status]
                    : value.filter((one) => one !== status)
                )
              }
            />
            <Label size="small" htmlFor={`${id}-${status}`}>
              {nameOf(status)}
            </Label>
          </div>
        ))}
      </div>
      {value.length === 0 && (
        <DefaultStatuses channels={channels} providers={providers} />
      )}
    </fieldset>
  )
}
