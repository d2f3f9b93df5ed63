import { Text } from "@medusajs/ui"
import type { VariantSummary } from "../../lib/types"

/** A variant of the shop: product, variant and SKU. */
export function VariantName({ variant }: { variant: VariantSummary }) {
  return (
    <div className="min-w-0">
      <Text size="small" className="truncate">
        {[variant.product_title, variant.title].filter(Boolean).join(" · ")}
      </Text>
      {variant.sku && (
        <Text size="xsmall" className="text-ui-fg-subtle truncate">
          {variant.sku}
        </Text>
      )}
    </div>
  )
}
