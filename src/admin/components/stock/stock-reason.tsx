import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Stock } from "../../lib/types"

type Reasoned = Pick<Stock, "state" | "reason" | "channel_id" | "listing_id">

/** Where the cause can be put right; null where waiting is all. */
function remedyOf({ state, reason, channel_id, listing_id }: Reasoned) {
  const channel = `/marketplaces/channels/${channel_id}`
  if (state === "not_mapped") {
    return { to: `${channel}#warehouses`, label: "map_warehouse" }
  }
  if (state === "not_linked" || state === "not_found") {
    return { to: `/marketplaces/listings?link=${listing_id}`, label: "link" }
  }
  return reason?.code === "stale_orders" ||
    reason?.code === "marketplace_unavailable"
    ? { to: channel, label: "see_channels" }
    : null
}

/** Why a listing stands where it stands, and what helps. */
export function StockReason({
  stock,
  short = false,
}: {
  stock: Reasoned
  /** One or two lines, as in a table. */
  short?: boolean
}) {
  const { t } = useTranslation()
  const { state, reason } = stock
  if (!state || (short && state === "even")) {
    return null
  }
  const said = reason?.params.message
  const text = reason
    ? t(`marketplaces.stock_reason.${reason.code}`, {
        ...reason.params,
        defaultValue: reason.code,
      })
    : t(`marketplaces.stock_state_hint.${state}`)
  const remedy = remedyOf(stock)
  return (
    <Text
      size={short ? "xsmall" : "small"}
      className={
        short
          ? "text-ui-fg-subtle line-clamp-2 whitespace-normal"
          : "text-ui-fg-subtle break-words"
      }
      title={short ? text : undefined}
    >
      {text}
      {!short && said && <> “{said}”</>}
      {!short && remedy && (
        <>
          {" "}
          <Link to={remedy.to} className="text-ui-fg-interactive">
            {t(`marketplaces.remedies.${remedy.label}`)}
          </Link>
        </>
      )}
    </Text>
  )
}
