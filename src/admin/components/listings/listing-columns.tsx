import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { LINKED_BY_ORDER_LINE } from "../../../domain/listings/listing-from-line"
import { useFormat } from "../../hooks/use-format"
import type { Channel, Listing } from "../../lib/types"
import { Evidence } from "./evidence"
import { LinkStateBadge } from "./link-state-badge"
import { ListingName } from "./listing-name"
import { VariantName } from "./variant-name"

const column = createDataTableColumnHelper<Listing>()

export type ListingActions = {
  onLink: (listing: Listing) => void
  onUnlink: (listing: Listing) => void
  onForget: (listing: Listing) => void
}

/** The state of the link, and what it leads to or might lead to. */
const LinkCell = ({ listing }: { listing: Listing }) => {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-52 flex-col xl:max-w-72 items-start gap-y-1 py-1">
      <LinkStateBadge state={listing.link_state} />
      {listing.variant && <VariantName variant={listing.variant} />}
      {listing.linked_by === LINKED_BY_ORDER_LINE && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("marketplaces.listings.made_from_order_line")}
        </Text>
      )}
      {!listing.variant && listing.suggestion && (
        <Text size="xsmall" className="text-ui-fg-subtle truncate">
          <Evidence suggestion={listing.suggestion} />
        </Text>
      )}
    </div>
  )
}

/** Columns of the listing table. */
export function useListingColumns(
  channels: Channel[],
  { onLink, onUnlink, onForget }: ListingActions
) {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const channelOf = (id: string) => channels.find((one) => one.id === id)
    return [
      column.select(),
      column.accessor("title", {
        header: t("marketplaces.fields.listing"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="max-w-60 xl:max-w-80">
            <ListingName listing={original} />
            {channels.length > 1 && (
              <Text
                size="xsmall"
                className="text-ui-fg-muted truncate pb-1 pl-11"
              >
                {channelOf(original.channel_id)?.name}
              </Text>
            )}
          </div>
        ),
      }),
      column.accessor("link_state", {
        header: t("marketplaces.fields.link"),
        truncateTooltip: false,
        cell: ({ row }) => <LinkCell listing={row.original} />,
      }),
      column.accessor("price", {
        header: t("marketplaces.fields.price"),
        align: "right",
        size: 130,
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="w-full text-right">
            {format.money(
              original.price,
              original.currency_code ??
                channelOf(original.channel_id)?.currency_code ??
                null
            ) || "—"}
            {original.marketplace_quantity !== null && (
              <Text size="xsmall" className="text-ui-fg-subtle">
                {original.fulfilled_by === "marketplace"
                  ? t("marketplaces.listings.in_marketplace_warehouse")
                  : t("marketplaces.listings.on_marketplace", {
                      quantity: format.number(original.marketplace_quantity),
                    })}
              </Text>
            )}
          </div>
        ),
      }),
      column.action({
        actions: ({ row: { original } }) => [
          [
            {
              label: t("marketplaces.listings.link"),
              onClick: () => onLink(original),
            },
            ...(original.variant_id
              ? [
                  {
                    label: t("marketplaces.listings.unlink"),
                    onClick: () => onUnlink(original),
                  },
                ]
              : []),
          ],
          [
            {
              label: t("marketplaces.listings.forget"),
              onClick: () => onForget(original),
            },
          ],
        ],
      }),
    ]
  }, [channels, format, onForget, onLink, onUnlink, t])
}
