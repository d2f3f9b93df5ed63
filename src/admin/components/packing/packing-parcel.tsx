import { Badge, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { progressOf } from "../../lib/packing-desk"
import type { PackingLine, PackingParcel } from "../../lib/types"
import { TimeLeft } from "../common/time-left"
import { PackingLines } from "./packing-lines"

/** A parcel with its orders and what belongs inside. */
export function PackingParcelView({
  parcel,
  onCount,
}: {
  parcel: PackingParcel
  onCount?: (line: PackingLine) => void
}) {
  const { t } = useTranslation()
  const { scanned, quantity } = progressOf(parcel)
  return (
    <section className="divide-y">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-3">
        <div className="min-w-0">
          <Heading level="h2" className="break-all font-mono">
            {parcel.tracking_number ?? parcel.external_id}
          </Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {[parcel.channel_name, parcel.carrier].filter(Boolean).join(" · ")}
            {parcel.orders.map(({ id, external_id }) => (
              <span key={id}>
                {" · "}
                <Link
                  to={`/marketplaces/orders?order=${id}`}
                  className="text-ui-fg-interactive"
                >
                  {external_id}
                </Link>
              </span>
            ))}
            {parcel.deadline_at && (
              <>
                {" · "}
                <TimeLeft at={parcel.deadline_at} />
              </>
            )}
          </Text>
        </div>
        <div className="flex items-center gap-x-3">
          {parcel.orders.length > 1 && (
            <Badge size="xsmall" color="purple">
              {t("marketplaces.order_flag.combined")}
            </Badge>
          )}
          <span className="whitespace-nowrap text-3xl font-semibold tabular-nums">
            {scanned} / {quantity}
          </span>
        </div>
      </div>
      <PackingLines
        lines={parcel.lines}
        onCount={parcel.state === "open" ? onCount : undefined}
      />
    </section>
  )
}
