import { Button, Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useUrlState } from "../../hooks/use-url-state"
import { formatDay } from "../../lib/format"
import type { Statement } from "../../lib/types"
import { PageHeader } from "../common/page-header"
import { RunDrawer } from "../runs/run-drawer"
import { RunPanel } from "../runs/run-panel"
import { CrossCheck } from "./cross-check"
import { DownloadMissing } from "./download-missing"
import { MappingStep } from "./mapping-step"
import { StatementActions } from "./statement-actions"
import { StatementLines } from "./statement-lines"
import { StatementNotices } from "./statement-notices"
import { StatementPayout } from "./statement-payout"
import { StatementStatusBadge } from "./state-badge"
import { StatementTotals } from "./statement-totals"
import { FileProblem } from "./upload-item"

/** One statement: being read, waiting for its columns to be explained, or whole. */
export function StatementDetail({ statement }: { statement: Statement }) {
  const { t } = useTranslation()
  const { status, run_id } = statement
  const url = useUrlState()
  const days = [
    ...new Set([
      formatDay(statement.period_from),
      formatDay(statement.period_to),
    ]),
  ].filter(Boolean)
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <PageHeader
          title={
            statement.filename ??
            statement.external_id ??
            t("marketplaces.statements.one")
          }
          hint={[
            statement.channel_name,
            t(`marketplaces.statements.source.${statement.source}`),
            days.join(" – "),
            statement.payment &&
              t(`marketplaces.statements.payment.${statement.payment}`),
          ]
            .filter(Boolean)
            .join(" · ")}
        >
          <StatementStatusBadge status={status} />
          <Button asChild size="small" variant="secondary">
            <Link to="/marketplaces/statements">
              {t("marketplaces.statements.all")}
            </Link>
          </Button>
          <StatementActions statement={statement} />
        </PageHeader>
        {status === "done" && <StatementTotals statement={statement} />}
        {status === "done" && <StatementPayout statement={statement} />}
        {status === "done" && <CrossCheck statement={statement} />}
        {status === "done" && <StatementNotices statement={statement} />}
        {status === "done" && (
          <DownloadMissing
            statement={statement}
            onRun={(run) => url.set({ run }, { keepPage: true })}
          />
        )}
        {status === "importing" && run_id && (
          <div className="px-6 py-4">
            <RunPanel id={run_id} />
          </div>
        )}
        {status === "importing" && !statement.is_being_read && (
          <div className="px-6 py-4">
            <Text size="small" className="text-ui-fg-subtle">
              {t("marketplaces.statements.broke_off_hint")}
            </Text>
          </div>
        )}
        {status === "refused" && run_id && (
          <div className="px-6 py-4">
            <FileProblem run_id={run_id}>
              <Text size="small" className="text-ui-fg-subtle">
                {t("marketplaces.statements.refused_hint")}
              </Text>
            </FileProblem>
          </div>
        )}
      </Container>
      {status === "needs_mapping" && <MappingStep statement={statement} />}
      {status === "done" && <StatementLines statement={statement} />}
      {url.get("run") && (
        <RunDrawer
          id={url.get("run")}
          title={t("marketplaces.run_kind.settlement_orders")}
          onClose={() => url.set({ run: null }, { keepPage: true })}
        />
      )}
    </div>
  )
}
