import { Text } from "@medusajs/ui"
import type { Listing } from "../../lib/types"
import { Picture } from "../common/picture"

/** Picture, product and SKU of a listing, as plain text. */
export function ListingName({
  listing,
}: {
  listing: Pick<Listing, "title" | "sku_title" | "seller_sku" | "image_url">
}) {
  const second = [listing.sku_title, listing.seller_sku]
    .filter(Boolean)
    .join(" · ")
  return (
    <div className="flex min-w-0 items-center gap-x-3 py-1">
      <Picture url={listing.image_url} />
      <div className="min-w-0">
        <Text size="small" className="truncate" title={listing.title}>
          {listing.title}
        </Text>
        {second && (
          <Text size="xsmall" className="text-ui-fg-subtle truncate">
            {second}
          </Text>
        )}
      </div>
    </div>
  )
}
