import { Button, Drawer, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useClaim } from "../../hooks/api/claims"
import type { Claim } from "../../lib/types"
import { DetailRow } from "../common/detail-row"
import { DrawerSection } from "../common/drawer-section"
import { Moment } from "../common/moment"
import { QueryState } from "../common/query-state"
import { FindingList } from "../statements/finding-list"
import { OrderLink } from "../statements/line-columns"
import { Money } from "../statements/money"
import { ClaimDeadline } from "./claim-deadline"
import { ClaimEvidence } from "./claim-evidence"
import { ClaimLetter } from "./claim-letter"
import { ClaimMoves } from "./claim-moves"
import { ClaimNotes } from "./claim-notes"
import { ClaimStateBadge } from "./claim-state-badge"

/** A claim: what is asked for, the letter to send, what proves it, and how it stands. */
export function ClaimDrawer({
  id,
  onClose,
}: {
  id: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const query = useClaim(id)
  const claim = query.data?.claim
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>
            {t("marketplaces.claims.one", { number: claim?.number ?? "…" })}
          </Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex-1 overflow-y-auto p-0">
          <QueryState query={query} rows={8}>
            {(data) => <Detail claim={data.claim} />}
          </QueryState>
        </Drawer.Body>
        <Drawer.Footer>
          {claim && <ClaimMoves claim={claim} />}
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("marketplaces.actions.close")}
            </Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Detail({ claim }: { claim: Claim }) {
  const { t } = useTranslation()
  const { basis, currency_code } = claim
  const is_moot =
    !claim.still_holds && claim.state !== "paid" && claim.state !== "dropped"
  return (
    <div className="divide-y">
      <div className="flex flex-col items-start gap-y-2 px-6 py-3">
        <ClaimStateBadge state={claim.state} />
        <Text size="small" className="text-ui-fg-subtle">
          {t(
            claim.state === "paid" && claim.decided_by === "system"
              ? "marketplaces.claims.paid_by_statement"
              : `marketplaces.claims.state_hint.${claim.state}`
          )}
        </Text>
        {is_moot && (
          <Text size="small" className="text-ui-fg-error">
            {t("marketplaces.claims.moot")}
          </Text>
        )}
      </div>
      <DetailRow label={t("marketplaces.claims.amount")}>
        <Money amount={claim.amount} currency_code={currency_code} strong />
      </DetailRow>
      <DetailRow label={t("marketplaces.claims.reason")}>
        {t(`marketplaces.statements.finding_name.${claim.reason}`)}
      </DetailRow>
      <DetailRow label={t("marketplaces.fields.order_id")}>
        <OrderLink line={claim} />
      </DetailRow>
      <DetailRow label={t("marketplaces.fields.channel")}>
        {claim.channel_name}
      </DetailRow>
      <DetailRow label={t("marketplaces.claims.deadline")}>
        <ClaimDeadline claim={claim} />
      </DetailRow>
      <DetailRow label={t("marketplaces.claims.created_at")}>
        <Moment value={claim.created_at} />
        {claim.created_by_name && ` · ${claim.created_by_name}`}
      </DetailRow>
      {claim.decided_at && (
        <DetailRow label={t("marketplaces.claims.decided_at")}>
          <Moment value={claim.decided_at} />
          {claim.decided_by_name && ` · ${claim.decided_by_name}`}
        </DetailRow>
      )}
      <DrawerSection title={t("marketplaces.statements.order.findings")}>
        <FindingList findings={basis.findings} currency_code={currency_code} />
        <div className="px-6 pb-4">
          <Button asChild size="small" variant="secondary">
            <Link
              to={`/marketplaces/statements/orders?settlement=${claim.settlement_id}`}
            >
              {t("marketplaces.statements.order.see")}
            </Link>
          </Button>
        </div>
      </DrawerSection>
      <ClaimLetter id={claim.id} />
      <ClaimNotes key={claim.id} claim={claim} />
      <ClaimEvidence evidence={claim.evidence} />
    </div>
  )
}
