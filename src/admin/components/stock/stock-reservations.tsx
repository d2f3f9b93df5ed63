import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import type { StockReservation, StockStory } from "../../lib/types"
import { Moment } from "../common/moment"

const LINK = "text-ui-fg-interactive"

/**
 * Who holds the units: the order of the marketplace, Medusa's order, a sale whose order was not
 * read yet, or a person's note.
 */
function Holder({ held }: { held: StockReservation }) {
  const { t } = useTranslation()
  const { channel_order, medusa_order, unseen_of, description } = held
  if (unseen_of) {
    return (
      <>
        {t("marketplaces.stock.held_unseen", {
          channel: unseen_of.channel_name,
          listing: unseen_of.title,
        })}
      </>
    )
  }
  if (!channel_order && !medusa_order) {
    return <>{description || t("marketplaces.stock.held_by_hand")}</>
  }
  return (
    <>
      {channel_order && (
        <Link
          className={LINK}
          to={`/marketplaces/orders?order=${channel_order.id}`}
        >
          {channel_order.channel_name} · {channel_order.external_id}
        </Link>
      )}
      {channel_order && medusa_order && " · "}
      {medusa_order && (
        <Link className={LINK} to={`/orders/${medusa_order.id}`}>
          {channel_order
            ? t("marketplaces.fields.medusa_order")
            : `#${medusa_order.display_id}`}
        </Link>
      )}
      {channel_order?.status && (
        <span className="text-ui-fg-subtle">
          {" · "}
          {t(`marketplaces.order_status.${channel_order.status}`, {
            defaultValue: channel_order.status,
          })}
        </span>
      )}
    </>
  )
}

/** The orders that hold units of the goods, of every channel and of the shop itself. */
export function StockReservations({
  stock: { reservations, reservations_more },
}: {
  stock: StockStory
}) {
  const { t } = useTranslation()
  const format = useFormat()
  if (reservations.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-muted px-6 py-3">
        {t("marketplaces.stock.nothing_held")}
      </Text>
    )
  }
  return (
    <ul className="divide-y">
      {reservations.map((held) => (
        <li
          key={held.id}
          className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-baseline gap-x-4 px-6 py-2"
        >
          <Text size="small" className="break-words">
            <Holder held={held} />
          </Text>
          <Text size="small" weight="plus" className="tabular-nums">
            {format.number(held.units)}
          </Text>
          <Text size="xsmall" className="text-ui-fg-muted whitespace-nowrap">
            <Moment value={held.created_at} relative />
          </Text>
        </li>
      ))}
      {reservations_more > 0 && (
        <li className="px-6 py-2">
          <Text size="small" className="text-ui-fg-subtle">
            {t("marketplaces.stock.more_held", { count: reservations_more })}
          </Text>
        </li>
      )}
    </ul>
  )
}
