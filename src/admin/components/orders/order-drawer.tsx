import { Button, Copy, Drawer, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useOrder } from "../../hooks/api/orders"
import { useAnswering } from "../../hooks/use-answering"
import { stockEffect } from "../../lib/stock-effect"
import type { ChannelOrder } from "../../lib/types"
import { DetailRow } from "../common/detail-row"
import { Moment } from "../common/moment"
import { QueryState } from "../common/query-state"
import { RequestCard } from "../requests/request-card"
import { OrderActions } from "../order-actions/order-actions"
import { MarketplaceLink } from "./marketplace-link"
import { OrderBlocks } from "./order-blocks"
import { OrderBuyer } from "./order-buyer"
import { OrderDeadline } from "./order-deadline"
import { OrderHistory } from "./order-history"
import { OrderLines } from "./order-lines"
import { OrderMarks } from "./order-marks"
import { OrderMoney } from "./order-money"
import { OrderNotFollowed } from "./order-not-followed"
import { OrderParcels } from "./order-parcels"
import { OrderReceipts } from "./order-receipts"
import { OrderRecipient } from "./order-recipient"
import { OrderStatusBadge } from "./order-status-badge"
import { StatusRule } from "./status-rule"

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

function OrderDetail({
  order,
  onLink,
  onRun,
}: {
  order: ChannelOrder
  onLink: (listing_id: string) => void
  onRun: (run_id: string) => void
}) {
  const { t } = useTranslation()
  const { onAnswer, modal } = useAnswering()
  return (
    <div className="divide-y">
      <div className="flex flex-wrap items-center gap-2 px-6 py-3">
        <OrderStatusBadge order={order} />
        <OrderMarks order={order} />
        <Text size="xsmall" className="text-ui-fg-subtle">
          {order.raw_status} · <StatusRule rule={order.status_rule} />
        </Text>
      </div>
      {order.import_state === "blocked" && (
        <OrderBlocks order={order} onLink={onLink} onRun={onRun} />
      )}
      {order.settle_error && <OrderNotFollowed reason={order.settle_error} />}
      {order.import_rule && (
        <DetailRow
          label={t(
            order.import_state === "ignored"
              ? "marketplaces.fields.ignored_because"
              : "marketplaces.fields.import_rule"
          )}
        >
          <StatusRule rule={stockEffect(order)} />
        </DetailRow>
      )}
      {order.medusa_order_id && (
        <DetailRow label={t("marketplaces.fields.medusa_order")}>
          <Link
            to={`/orders/${order.medusa_order_id}`}
            className="text-ui-fg-interactive"
          >
            {order.medusa_display_id
              ? `#${order.medusa_display_id}`
              : t("marketplaces.orders.open_medusa_order")}
          </Link>
        </DetailRow>
      )}
      <DetailRow label={t("marketplaces.fields.channel")}>
        {order.channel_name ?? order.channel_id}
      </DetailRow>
      <DetailRow label={t("marketplaces.fields.placed_at")}>
        <Moment value={order.placed_at} />
      </DetailRow>
      {order.deadline_at && (
        <DetailRow label={t("marketplaces.fields.deadline")}>
          <OrderDeadline order={order} />
        </DetailRow>
      )}
      {order.deadline_at && order.cancel_at && (
        <DetailRow label={t("marketplaces.fields.cancel_at")}>
          <Moment value={order.cancel_at} relative />
        </DetailRow>
      )}
      {order.recipient && <OrderRecipient recipient={order.recipient} />}
      {order.cancellation_request && (
        <Section title={t("marketplaces.orders.cancellation_request")}>
          <RequestCard
            request={order.cancellation_request}
            onAnswer={onAnswer}
          />
        </Section>
      )}
      {(order.returns ?? []).length > 0 && (
        <Section title={t("marketplaces.orders.returns")}>
          <div className="divide-y">
            {order.returns?.map((request) => (
              <RequestCard
                key={request.id}
                request={request}
                onAnswer={onAnswer}
              />
            ))}
          </div>
        </Section>
      )}
      <Section title={t("marketplaces.fields.lines")}>
        <OrderLines order={order} />
      </Section>
      <Section title={t("marketplaces.orders.money")}>
        <OrderMoney order={order} />
      </Section>
      <Section title={t("marketplaces.orders.parcels")}>
        <OrderParcels parcels={order.parcels ?? []} />
      </Section>
      {(order.receipts ?? []).length > 0 && (
        <Section title={t("marketplaces.orders.receipts")}>
          <OrderReceipts order={order} receipts={order.receipts ?? []} />
        </Section>
      )}
      <Section title={t("marketplaces.orders.history")}>
        <OrderHistory history={order.history ?? []} />
      </Section>
      <OrderBuyer order={order} />
      {modal}
    </div>
  )
}

/** The drawer itself takes the focus: on its first button a tooltip would open. */
function focusSelf(event: Event) {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) {
    event.currentTarget.focus()
  }
}

/** One channel order with everything known about it. */
export function OrderDrawer({
  id,
  onClose,
  onLink,
  onRun,
}: {
  id: string
  onClose: () => void
  onLink: (listing_id: string) => void
  onRun: (run_id: string) => void
}) {
  const { t } = useTranslation()
  const order = useOrder(id)
  const external_id = order.data?.order.external_id
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined} onOpenAutoFocus={focusSelf}>
        <Drawer.Header>
          <Drawer.Title className="flex items-center gap-x-2">
            {t("marketplaces.orders.one", { id: external_id ?? "…" })}
            {external_id && <Copy content={external_id} variant="mini" />}
          </Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex-1 overflow-y-auto p-0">
          <QueryState query={order} rows={8}>
            {(data) => (
              <OrderDetail order={data.order} onLink={onLink} onRun={onRun} />
            )}
          </QueryState>
        </Drawer.Body>
        <Drawer.Footer>
          {order.data && (
            <>
              <MarketplaceLink order={order.data.order} />
              <OrderActions order={order.data.order} />
            </>
          )}
          <Drawer.Close asChild>
            <Button
              size="small"
              variant={
                order.data?.order.actions?.length ? "secondary" : "primary"
              }
            >
              {t("marketplaces.actions.close")}
            </Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
