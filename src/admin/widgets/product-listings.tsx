import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { LinkDrawer } from "../components/listings/link-drawer"
import { LinkStateBadge } from "../components/listings/link-state-badge"
import { ListingName } from "../components/listings/listing-name"
import { ListingStock } from "../components/stock/listing-stock"
import { useChannels } from "../hooks/api/channels"
import { useListingsOfProduct } from "../hooks/api/listings"
import { useStockOfListings } from "../hooks/api/stock"
import { useFormat } from "../hooks/use-format"

/** The listings of this product, one row each; nothing when there are none. */
const ProductListingsWidget = ({ data }: DetailWidgetProps<AdminProduct>) => {
  const { t } = useTranslation()
  const format = useFormat()
  const listings = useListingsOfProduct(data.id)
  const channels = useChannels().data?.channels ?? []
  const [linking, setLinking] = useState<string | null>(null)
  const rows = listings.data ?? []
  const stock = useStockOfListings(rows.map(({ id }) => id)).data
  if (rows.length === 0) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("marketplaces.listings.title")}
      </Heading>
      <ul className="divide-y">
        {rows.map((listing) => {
          const channel = channels.find(({ id }) => id === listing.channel_id)
          const numbers = stock?.find(
            ({ listing_id }) => listing_id === listing.id
          )
          return (
            <li
              key={listing.id}
              className="grid grid-cols-[minmax(0,1fr)_auto_auto_auto] items-center gap-x-4 px-6 py-2"
            >
              <div className="min-w-0">
                <ListingName listing={listing} />
                <Text size="xsmall" className="text-ui-fg-subtle break-words">
                  {[
                    channel?.name,
                    format.money(
                      listing.price,
                      listing.currency_code ?? channel?.currency_code ?? null
                    ),
                    !numbers &&
                      listing.marketplace_quantity !== null &&
                      t("marketplaces.listings.on_marketplace", {
                        quantity: format.number(listing.marketplace_quantity),
                      }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
              </div>
              {numbers?.state ? <ListingStock stock={numbers} /> : <span />}
              <LinkStateBadge state={listing.link_state} />
              <Button
                size="small"
                variant="transparent"
                onClick={() => setLinking(listing.id)}
              >
                {t("marketplaces.actions.details")}
              </Button>
            </li>
          )
        })}
      </ul>
      {linking && <LinkDrawer id={linking} onClose={() => setLinking(null)} />}
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "marketplaces-product-listings",
  zone: "product.details.after",
})

export default ProductListingsWidget
