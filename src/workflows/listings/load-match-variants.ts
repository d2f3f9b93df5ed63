import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MatchVariant } from "../../domain/listings/match-listing"

const PAGE = 1_000

/** All variants of the shop, as far as recognising them needs. */
export async function loadMatchVariants(
  container: MedusaContainer
): Promise<MatchVariant[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const variants: MatchVariant[] = []
  for (;;) {
    const { data } = await query.graph({
      entity: "product_variant",
      fields: [
        "id",
        "sku",
        "barcode",
        "title",
        "product.title",
        "options.value",
      ],
      pagination: { take: PAGE, skip: variants.length, order: { id: "ASC" } },
    })
    variants.push(
      ...data.map((variant) => ({
        id: variant.id,
        sku: variant.sku ?? null,
        barcode: variant.barcode ?? null,
        title: variant.title ?? null,
        product_title: variant.product?.title ?? "",
        option_values: (variant.options ?? []).flatMap(
          (option: { value?: string } | null) => option?.value ?? []
        ),
      }))
    )
    if (data.length < PAGE) {
      return variants
    }
  }
}
