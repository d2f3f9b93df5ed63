import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import type { BlockReason } from "../../../domain/orders/block-reason"
import { useDownloadListings } from "../../hooks/api/listings"
import { useRetryOrder } from "../../hooks/api/orders"
import { useEnableSalesChannel } from "../../hooks/api/shop"
import { useFailureToast } from "../../hooks/use-failure-toast"

export type RemedyProps = {
  code: string
  params: BlockReason["params"]
  channel_id: string
  listing_id: string | null
  /** The order to try again, where it is about one. */
  order_id?: string
  /** Opens the link drawer on this page. */
  onLink: (listing_id: string) => void
  /** Follows a run on this page. */
  onRun: (run_id: string) => void
}

function text(value: unknown): string {
  return typeof value === "string" ? value : ""
}

function LinkRemedy({ params, listing_id, onLink }: RemedyProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const listing = listing_id ?? text(params.listing_id)
  const sku = text(params.external_sku_id)
  return (
    <Button
      size="small"
      variant="secondary"
      onClick={() =>
        listing
          ? onLink(listing)
          : navigate(`/marketplaces/listings?q=${encodeURIComponent(sku)}`)
      }
    >
      {t("marketplaces.remedies.link")}
    </Button>
  )
}

function DownloadRemedy({ channel_id, onRun }: RemedyProps) {
  const { t } = useTranslation()
  const download = useDownloadListings()
  const onError = useFailureToast()
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isLoading={download.isPending}
        onClick={() =>
          download.mutate([channel_id], {
            onSuccess: ({ run }) => onRun(run.id),
            onError,
          })
        }
      >
        {t("marketplaces.remedies.download_listings")}
      </Button>
      <Button asChild size="small" variant="transparent">
        <Link
          to={`/marketplaces/channels/${channel_id}#always_import_products`}
        >
          {t("marketplaces.remedies.always_import")}
        </Link>
      </Button>
    </>
  )
}

function SalesChannelRemedy({ params }: RemedyProps) {
  const { t } = useTranslation()
  const enable = useEnableSalesChannel()
  const onError = useFailureToast()
  const id = text(params.sales_channel_id)
  if (!id) {
    return null
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={enable.isPending}
      onClick={() =>
        enable.mutate(id, {
          onSuccess: () =>
            toast.success(t("marketplaces.remedies.sales_channel_enabled")),
          onError,
        })
      }
    >
      {t("marketplaces.remedies.enable_sales_channel")}
    </Button>
  )
}

function RetryRemedy({ order_id }: RemedyProps) {
  const { t } = useTranslation()
  const retry = useRetryOrder()
  const onError = useFailureToast()
  if (!order_id) {
    return null
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={retry.isPending}
      onClick={() =>
        retry.mutate(order_id, {
          onSuccess: () =>
            toast.success(t("marketplaces.orders.retried_toast")),
          onError,
        })
      }
    >
      {t("marketplaces.remedies.retry")}
    </Button>
  )
}

function PageRemedy({ to, label }: { to: string; label: string }) {
  const { t } = useTranslation()
  return (
    <Button asChild size="small" variant="secondary">
      <Link to={to}>{t(label)}</Link>
    </Button>
  )
}

/** What removes a cause, as a button. */
export function BlockRemedy(props: RemedyProps) {
  switch (props.code) {
    case "listing_not_linked":
    case "variant_deleted":
      return <LinkRemedy {...props} />
    case "listing_not_downloaded":
      return <DownloadRemedy {...props} />
    case "warehouse_not_mapped":
      return (
        <PageRemedy
          to={`/marketplaces/channels/${props.channel_id}#warehouses`}
          label="marketplaces.remedies.map_warehouse"
        />
      )
    case "currency_not_supported":
      return (
        <PageRemedy
          to="/settings/store"
          label="marketplaces.remedies.add_currency"
        />
      )
    case "sales_channel_disabled":
      return <SalesChannelRemedy {...props} />
    default:
      return <RetryRemedy {...props} />
  }
}
