import { Button, Drawer, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useSettlement } from "../../hooks/api/settlements"
import { useClaiming } from "../../hooks/use-claiming"
import { useSettlementDecisions } from "../../hooks/use-settlement-decisions"
import { claimRequests } from "../../../domain/statements/claims/claimable"
import type { SettlementDetail } from "../../lib/types"
import { DetailRow } from "../common/detail-row"
import { DrawerSection } from "../common/drawer-section"
import { Moment } from "../common/moment"
import { QueryState } from "../common/query-state"
import { Expectation } from "./expectation"
import { FeeParts } from "./fee-parts"
import { FindingList } from "./finding-list"
import { OrderLink } from "./line-columns"
import { Money } from "./money"
import { SettlementEvents } from "./settlement-events"
import { SideBySide } from "./side-by-side"
import { StateBadge } from "./state-badge"

/** Everything about what one order was paid. */
export function SettlementDrawer({
  id,
  onClose,
}: {
  id: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const query = useSettlement(id)
  const { confirm, reopen, busy } = useSettlementDecisions()
  const { claim, busy: claiming } = useClaiming()
  const settlement = query.data?.settlement
  const may_confirm =
    settlement &&
    settlement.state !== "pending" &&
    settlement.state !== "not_found"
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>
            {t("marketplaces.statements.order.one", {
              id: settlement?.external_order_id ?? "…",
            })}
          </Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex-1 overflow-y-auto p-0">
          <QueryState query={query} rows={8}>
            {(data) => <Detail settlement={data.settlement} />}
          </QueryState>
        </Drawer.Body>
        <Drawer.Footer>
          {settlement && mayClaim(settlement) && (
            <Button
              size="small"
              variant="secondary"
              title={t("marketplaces.claims.create_hint")}
              isLoading={claiming}
              onClick={() => claim([id])}
            >
              {t("marketplaces.claims.create")}
            </Button>
          )}
          {settlement?.confirmed_at ? (
            <Button
              size="small"
              variant="secondary"
              isLoading={busy}
              onClick={() => reopen([id])}
            >
              {t("marketplaces.statements.order.reopen")}
            </Button>
          ) : (
            may_confirm && (
              <Button
                size="small"
                variant="secondary"
                title={t("marketplaces.statements.order.confirm_hint")}
                isLoading={busy}
                onClick={() => confirm([id])}
              >
                {t("marketplaces.statements.order.confirm")}
              </Button>
            )
          )}
          <Drawer.Close asChild>
            <Button size="small">{t("marketplaces.actions.close")}</Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

/** Something is missing that nobody agreed with and that is not claimed yet. */
function mayClaim({
  findings,
  claims,
  confirmed_at,
  comparing,
}: SettlementDetail): boolean {
  const live = claims.filter(
    ({ state }) => state !== "dropped" && state !== "paid"
  )
  return (
    !confirmed_at &&
    !comparing &&
    claimRequests(findings).some(
      ({ reason }) => !live.some((claim) => claim.reason === reason)
    )
  )
}

function Detail({ settlement }: { settlement: SettlementDetail }) {
  const { t } = useTranslation()
  const { currency_code, findings, lines, claims } = settlement
  return (
    <div className="divide-y">
      <div className="flex flex-col items-start gap-y-2 px-6 py-3">
        <StateBadge state={settlement.comparing ? null : settlement.state} />
        <Text size="small" className="text-ui-fg-subtle">
          {t(`marketplaces.statements.state_hint.${settlement.state}`)}
        </Text>
      </div>
      <DetailRow label={t("marketplaces.fields.order_id")}>
        <OrderLink line={settlement} />
      </DetailRow>
      <DetailRow label={t("marketplaces.fields.channel")}>
        {settlement.channel_name ?? settlement.channel_id}
      </DetailRow>
      <DetailRow label={t("marketplaces.statements.order.owed_since")}>
        <Moment value={settlement.owed_since} />
      </DetailRow>
      {settlement.confirmed_at && (
        <DetailRow label={t("marketplaces.statements.order.confirmed_by")}>
          {settlement.confirmed_by_name}{" "}
          <Moment value={settlement.confirmed_at} />
        </DetailRow>
      )}
      {findings.length > 0 && (
        <DrawerSection title={t("marketplaces.statements.order.findings")}>
          <FindingList findings={findings} currency_code={currency_code} />
        </DrawerSection>
      )}
      <DrawerSection
        title={t("marketplaces.statements.compared")}
        hint={t("marketplaces.statements.compared_hint")}
      >
        <SideBySide settlement={settlement} />
      </DrawerSection>
      <FeeParts parts={settlement.fee_parts} currency_code={currency_code} />
      <Expectation settlement={settlement} />
      {lines.length > 0 && (
        <DrawerSection title={t("marketplaces.statements.order.lines")}>
          {lines.map((line) => (
            <DetailRow
              key={line.id}
              label={
                line.kind ? t(`marketplaces.statements.kind.${line.kind}`) : "—"
              }
            >
              <div className="flex flex-wrap justify-between gap-x-3">
                <Link
                  className="text-ui-fg-interactive"
                  to={`/marketplaces/statements/${line.statement_id}?q=${encodeURIComponent(settlement.external_order_id)}&line=${line.id}`}
                >
                  {t("marketplaces.statements.line_title", {
                    sheet: line.sheet,
                    row: line.row,
                  })}
                </Link>
                <Money amount={line.net} currency_code={currency_code} />
              </div>
              <Text size="xsmall" className="text-ui-fg-muted">
                <Moment value={line.settled_at} empty="" />
              </Text>
            </DetailRow>
          ))}
        </DrawerSection>
      )}
      {claims.length > 0 && (
        <DrawerSection title={t("marketplaces.statements.order.claims")}>
          {claims.map((claim) => (
            <DetailRow key={claim.id} label={`#${claim.number}`}>
              <Link
                className="text-ui-fg-interactive"
                to={`/marketplaces/statements/claims?claim=${claim.id}`}
              >
                {t(`marketplaces.statements.finding_name.${claim.reason}`)}
              </Link>
              {" · "}
              <Money amount={claim.amount} currency_code={currency_code} />
              {" · "}
              {t(`marketplaces.statements.claim_state.${claim.state}`)}
            </DetailRow>
          ))}
        </DrawerSection>
      )}
      <SettlementEvents events={settlement.events} />
    </div>
  )
}
