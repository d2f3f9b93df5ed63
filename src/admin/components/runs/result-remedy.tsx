import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { RunResult } from "../../lib/types"

function text(value: unknown): string {
  return typeof value === "string" ? value : ""
}

/** Where the cause of a result line is removed; null when there is nothing to do. */
function remedyOf({
  code,
  params,
  channel_id,
  external_id,
}: RunResult): { to: string; label: string } | null {
  const listing = text(params?.listing_id)
  const sku = text(params?.external_sku_id) || text(params?.product)
  const channel = channel_id ?? text(params?.channel_id)
  switch (code) {
    case "listing_not_linked":
    case "variant_deleted":
      return {
        to: listing
          ? `/marketplaces/listings?link=${encodeURIComponent(listing)}`
          : `/marketplaces/listings?q=${encodeURIComponent(sku)}`,
        label: "marketplaces.remedies.link",
      }
    case "listing_not_downloaded":
      return {
        to: "/marketplaces/listings?download=1",
        label: "marketplaces.remedies.download_listings",
      }
    case "warehouse_not_mapped":
      return channel
        ? {
            to: `/marketplaces/channels/${channel}#warehouses`,
            label: "marketplaces.remedies.map_warehouse",
          }
        : null
    case "out_of_window":
      return channel
        ? {
            to: `/marketplaces/channels/${channel}#order_lookback_days`,
            label: "marketplaces.remedies.change_lookback",
          }
        : null
    case "channel_paused":
    case "channel_disconnected":
    case "needs_authorization":
    case "not_permitted":
      return {
        to: "/marketplaces/channels",
        label: "marketplaces.remedies.see_channels",
      }
    case "outcome_unknown":
    case "unknown_status":
    case "currency_not_supported":
    case "totals_do_not_add_up":
    case "sales_channel_disabled":
    case "payload_not_understood":
    case "refused_by_medusa":
      return {
        to: `/marketplaces/orders?q=${encodeURIComponent(external_id)}`,
        label: "marketplaces.remedies.see_order",
      }
    default:
      return null
  }
}

/** The remedy of a result line as a button. */
export function ResultRemedy({ result }: { result: RunResult }) {
  const { t } = useTranslation()
  const remedy = remedyOf(result)
  if (!remedy) {
    return null
  }
  return (
    <Button asChild size="small" variant="secondary" className="shrink-0">
      <Link to={remedy.to}>{t(remedy.label)}</Link>
    </Button>
  )
}
