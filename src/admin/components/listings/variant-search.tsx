import { Input, Text, clx } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useVariantSearch } from "../../hooks/api/shop"
import type { VariantSummary } from "../../lib/types"
import { QueryState } from "../common/query-state"
import { VariantName } from "./variant-name"

const DEBOUNCE_MS = 250

/** Finds a variant of the shop by name, SKU or barcode; a scanner may type here. */
export function VariantSearch({
  initial,
  chosen,
  onChoose,
}: {
  initial: string
  chosen: string | null
  onChoose: (variant: VariantSummary) => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(initial)
  const [q, setQ] = useState(initial)
  const variants = useVariantSearch(q)

  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <div className="flex flex-col gap-y-3">
      <Input
        type="search"
        autoFocus
        value={text}
        placeholder={t("marketplaces.listings.search_variant")}
        aria-label={t("marketplaces.listings.search_variant")}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault()
            setQ(text.trim())
          }
        }}
      />
      <QueryState query={variants}>
        {({ variants: found }) =>
          found.length === 0 ? (
            <Text size="small" className="text-ui-fg-muted">
              {t("marketplaces.listings.no_variant")}
            </Text>
          ) : (
            <div role="radiogroup" className="flex flex-col gap-y-1">
              {found.map((variant) => {
                const summary: VariantSummary = {
                  id: variant.id,
                  title: variant.title,
                  sku: variant.sku,
                  product_id: variant.product_id ?? null,
                  product_title: variant.product?.title ?? null,
                }
                return (
                  <button
                    key={variant.id}
                    type="button"
                    role="radio"
                    aria-checked={variant.id === chosen}
                    onClick={() => onChoose(summary)}
                    className={clx(
                      "shadow-borders-base bg-ui-bg-component focus-visible:shadow-borders-focus rounded-md px-3 py-2 text-left outline-none",
                      variant.id === chosen &&
                        "shadow-borders-interactive-with-active"
                    )}
                  >
                    <VariantName variant={summary} />
                  </button>
                )
              })}
            </div>
          )
        }
      </QueryState>
    </div>
  )
}
