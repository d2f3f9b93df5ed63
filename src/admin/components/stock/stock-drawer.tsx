import { Button, Drawer, Heading, toast, usePrompt } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import {
  usePushStock,
  useStockStory,
  useUndoBatch,
} from "../../hooks/api/stock"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import type { StockPushEntry, StockStory } from "../../lib/types"
import { DetailRow } from "../common/detail-row"
import { QueryState } from "../common/query-state"
import { ListingName } from "../listings/listing-name"
import { ListingRulesForm } from "./listing-rules-form"
import { StockNumbers } from "./stock-numbers"
import { StockReason } from "./stock-reason"
import { StockReservations } from "./stock-reservations"
import { StockStateBadge } from "./stock-state-badge"
import { StockSum } from "./stock-sum"
import { StockTimeline } from "./stock-timeline"

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Heading level="h3" className="px-6 py-3">
        {title}
      </Heading>
      {children}
    </section>
  )
}

function StockDetail({
  stock,
  onUndo,
}: {
  stock: StockStory
  onUndo: (entry: StockPushEntry) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { explanation, warehouses } = stock
  const unmapped = warehouses.filter(
    ({ stock_location_id }) => stock_location_id === null
  )
  return (
    <div className="divide-y">
      <div className="flex flex-col gap-y-2 px-6 py-3">
        <div className="flex items-center justify-between gap-x-3">
          <ListingName listing={stock} />
          <StockStateBadge state={stock.state} />
        </div>
        <StockReason stock={stock} />
      </div>
      <StockNumbers stock={stock} />
      <DetailRow label={t("marketplaces.fields.channel")}>
        <Link
          className="text-ui-fg-interactive"
          to={`/marketplaces/channels/${stock.channel_id}`}
        >
          {stock.channel_name}
        </Link>
      </DetailRow>
      <Section title={t("marketplaces.stock.sum")}>
        {explanation.map((one) => (
          <StockSum
            key={one.warehouse_external_id}
            explanation={one}
            named={explanation.length > 1}
          />
        ))}
        {unmapped.map((one) => (
          <DetailRow
            key={one.warehouse_external_id}
            label={one.warehouse_name ?? one.warehouse_external_id}
          >
            {t("marketplaces.stock.left_alone", {
              units: one.seen === null ? "—" : format.number(one.seen),
            })}
          </DetailRow>
        ))}
      </Section>
      <Section title={t("marketplaces.stock.held_by")}>
        <StockReservations stock={stock} />
      </Section>
      <Section title={t("marketplaces.stock.own_rules")}>
        <ListingRulesForm key={JSON.stringify(stock.override)} stock={stock} />
      </Section>
      <Section title={t("marketplaces.stock.timeline")}>
        <StockTimeline timeline={stock.timeline} onUndo={onUndo} />
      </Section>
    </div>
  )
}

/** "Why is it 7 here?": the sum, who holds units, the rules, and what happened. */
export function StockDrawer({
  id,
  onClose,
}: {
  id: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const prompt = usePrompt()
  const onError = useFailureToast()
  const story = useStockStory(id)
  const push = usePushStock()
  const undo = useUndoBatch()
  const stock = story.data?.stock
  const shown = stock?.seen ?? stock?.wanted ?? null

  const undoBatch = async ({ batch_id, from }: StockPushEntry) => {
    const sure = await prompt({
      title: t("marketplaces.stock.undo_title"),
      description: t("marketplaces.stock.undo_text", {
        from: format.number(from),
      }),
      confirmText: t("marketplaces.stock.undo"),
      cancelText: t("marketplaces.actions.cancel"),
    })
    if (sure) {
      undo.mutate(batch_id, {
        onSuccess: ({ listings }) =>
          toast.success(
            t("marketplaces.stock.undone_toast", { count: listings })
          ),
        onError,
      })
    }
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>
            {t("marketplaces.stock.why", {
              quantity: shown === null ? "…" : format.number(shown),
            })}
          </Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex-1 overflow-y-auto p-0">
          <QueryState query={story} rows={8}>
            {(data) => (
              <StockDetail
                key={id}
                stock={data.stock}
                onUndo={(entry) => void undoBatch(entry)}
              />
            )}
          </QueryState>
        </Drawer.Body>
        <Drawer.Footer>
          <Button
            size="small"
            variant="secondary"
            isLoading={push.isPending}
            onClick={() =>
              push.mutate(
                { listing_ids: [id] },
                {
                  onSuccess: ({ listings }) =>
                    toast.success(
                      t("marketplaces.stock.pushed_toast", { count: listings })
                    ),
                  onError,
                }
              )
            }
          >
            {t("marketplaces.stock.push_now")}
          </Button>
          <Drawer.Close asChild>
            <Button size="small">{t("marketplaces.actions.close")}</Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
