import { Button, Label, Text, Textarea, clx } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStockPreview } from "../../hooks/api/stock"
import { useFormat } from "../../hooks/use-format"
import { type StockDraft, skusFrom } from "../../lib/stock-rules"
import type { StockPreview as Preview } from "../../lib/types"
import { ErrorState } from "../common/error-state"
import { WhyNumber } from "./why-number"

function PreviewRow({ row }: { row: Preview }) {
  const format = useFormat()
  const units = (value: number | null) =>
    value === null ? "—" : format.number(value)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 py-2">
      <div className="min-w-0">
        <Text size="small" className="truncate" title={row.title}>
          {[row.title, row.sku_title, row.seller_sku]
            .filter(Boolean)
            .join(" · ")}
        </Text>
        <WhyNumber why={row.why} />
      </div>
      <span className="txt-compact-small whitespace-nowrap tabular-nums">
        {units(row.now)}
        {" → "}
        <span
          className={clx(
            "txt-compact-small-plus",
            row.then !== row.now && "text-ui-tag-orange-text"
          )}
        >
          {units(row.then)}
        </span>
      </span>
    </li>
  )
}

/** What the rules as typed would do, before they are saved. */
export function StockPreview({
  channel_id,
  draft,
}: {
  channel_id: string
  draft: StockDraft
}) {
  const { t } = useTranslation()
  const preview = useStockPreview(channel_id)
  const [text, setText] = useState("")
  const { buffer, share, cap, minimum } = draft
  const show = () => {
    const skus = skusFrom(text)
    preview.mutate({
      settings: { buffer, share, cap, minimum },
      ...(skus.length > 0 && { skus }),
    })
  }
  const rows = preview.data?.preview
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor="stock-preview-skus">
            {t("marketplaces.stock.preview")}
          </Label>
          <Text size="small" className="text-ui-fg-subtle">
            {t("marketplaces.stock.preview_hint")}
          </Text>
        </div>
        <div className="flex flex-col items-start gap-y-2">
          <Textarea
            id="stock-preview-skus"
            rows={2}
            placeholder={t("marketplaces.stock.preview_skus")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            type="button"
            size="small"
            variant="secondary"
            isLoading={preview.isPending}
            onClick={show}
          >
            {t("marketplaces.stock.preview")}
          </Button>
        </div>
      </div>
      <div aria-live="polite">
        {preview.isError && <ErrorState error={preview.error} onRetry={show} />}
        {rows?.length === 0 && (
          <Text size="small" className="text-ui-fg-muted">
            {t("marketplaces.stock.preview_empty")}
          </Text>
        )}
        {rows && rows.length > 0 && (
          <ul className="divide-y">
            {rows.map((row) => (
              <PreviewRow key={row.listing_id} row={row} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
