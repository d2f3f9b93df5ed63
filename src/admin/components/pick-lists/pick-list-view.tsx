import { Alert, Button, Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { usePick } from "../../hooks/api/pick-lists"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { usePrinting } from "../../hooks/use-printing"
import { byOtherList } from "../../lib/pick-lines"
import type { PickListDetail } from "../../lib/types"
import { EmptyState } from "../common/empty-state"
import { PageHeader } from "../common/page-header"
import { FinishPickList } from "./finish-pick-list"
import { PickLines } from "./pick-lines"
import { PickListStatusBadge } from "./pick-list-rows"
import { PickListSheet } from "./pick-list-sheet"

/** A wave of orders, by product. */
export function PickListView({ list }: { list: PickListDetail }) {
  const { t } = useTranslation()
  const pick = usePick(list.id)
  const onError = useFailureToast()
  const printing = usePrinting()
  const open = list.status === "open"
  const total = list.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const picked = list.lines.reduce((sum, line) => sum + line.picked, 0)
  return (
    <Container className="divide-y p-0">
      <PageHeader
        title={t("marketplaces.pick_lists.numbered", { number: list.number })}
        hint={[
          t("marketplaces.orders.count", { count: list.order_count }),
          list.created_by_name,
        ]
          .filter(Boolean)
          .join(" · ")}
      >
        <PickListStatusBadge status={list.status} />
        <Button asChild size="small" variant="secondary">
          <Link to="/marketplaces/pick-lists">
            {t("marketplaces.pick_lists.all")}
          </Link>
        </Button>
        <Button
          size="small"
          variant="secondary"
          disabled={list.lines.length === 0}
          isLoading={printing.preparing}
          onClick={() =>
            void printing.print(
              list.lines.map(({ barcode, sku }) => barcode ?? sku)
            )
          }
        >
          {t("marketplaces.pick_lists.print")}
        </Button>
        {open && <FinishPickList list={list} left={total - picked} />}
      </PageHeader>
      <div className="flex items-center gap-x-4 px-6 py-3">
        <div
          role="progressbar"
          aria-label={t("marketplaces.pick_lists.picked")}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={picked}
          className="bg-ui-bg-component h-2 flex-1 overflow-hidden rounded-full"
        >
          <div
            className="bg-ui-bg-interactive h-full rounded-full transition-all"
            style={{ width: `${total > 0 ? (picked / total) * 100 : 0}%` }}
          />
        </div>
        <Text size="small" weight="plus" className="whitespace-nowrap">
          {t("marketplaces.pick_lists.progress", { picked, total })}
        </Text>
      </div>
      {list.dropped.length > 0 && (
        <div className="px-6 py-3">
          <Alert variant="warning">
            {t("marketplaces.pick_lists.dropped", {
              count: list.dropped.length,
            })}{" "}
            {list.dropped.map(({ external_id }) => external_id).join(", ")}
          </Alert>
        </div>
      )}
      {list.elsewhere.length > 0 && (
        <div className="px-6 py-3">
          <Alert variant="warning">
            {byOtherList(list.elsewhere).map(({ number, order_ids }) => (
              <Text key={number} size="small">
                {t("marketplaces.pick_lists.elsewhere", {
                  count: order_ids.length,
                  number,
                })}{" "}
                {order_ids.join(", ")}
              </Text>
            ))}
          </Alert>
        </div>
      )}
      {list.lines.length === 0 ? (
        <EmptyState
          title={t("marketplaces.pick_lists.no_lines")}
          hint={t("marketplaces.pick_lists.no_lines_hint")}
        />
      ) : (
        <PickLines
          lines={list.lines}
          onPick={
            open
              ? (key, units) => pick.mutate({ [key]: units }, { onError })
              : undefined
          }
        />
      )}
      {printing.barcodes && (
        <PickListSheet
          list={list}
          barcodes={printing.barcodes}
          onDone={printing.done}
        />
      )}
    </Container>
  )
}
