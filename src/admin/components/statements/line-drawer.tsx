import { Button, Drawer, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useSettlement } from "../../hooks/api/settlements"
import { useWording } from "../../hooks/use-wording"
import { lineText } from "../../lib/statement-text"
import type { StatementLine } from "../../lib/types"
import { DetailRow } from "../common/detail-row"
import { DrawerSection } from "../common/drawer-section"
import { Moment } from "../common/moment"
import { Difference } from "./difference"
import { FeeParts } from "./fee-parts"
import { OrderLink } from "./line-columns"
import { Money } from "./money"
import { SideBySide } from "./side-by-side"
import { StateBadge } from "./state-badge"

const PARTS = ["revenue", "fees", "adjustment", "net"] as const

/** One row of the file: what it was understood as, and the cells as they stand there. */
export function LineDrawer({
  line,
  onClose,
}: {
  line: StatementLine
  onClose: () => void
}) {
  const { t } = useTranslation()
  const wording = useWording()
  const { currency_code } = line
  const settlement = useSettlement(line.settlement_id).data?.settlement
  const times = (["ordered_at", "settled_at"] as const).filter(
    (name) => line[name]
  )
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>
            {t("marketplaces.statements.line_title", {
              sheet: line.sheet,
              row: line.row,
            })}
          </Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex-1 overflow-y-auto p-0">
          <div className="divide-y">
            <div className="flex flex-col items-start gap-y-2 px-6 py-3">
              <StateBadge state={line.state} />
              <Text size="small">{lineText(wording, line)}</Text>
            </div>
            <DetailRow label={t("marketplaces.fields.order_id")}>
              <OrderLink line={line} />
            </DetailRow>
            {line.kind && (
              <DetailRow label={t("marketplaces.statements.kind_label")}>
                {t(`marketplaces.statements.kind.${line.kind}`)}
                {line.raw_kind && ` (${line.raw_kind})`}
              </DetailRow>
            )}
            {line.item_ref && (
              <DetailRow label={t("marketplaces.statements.field.item_ref")}>
                {line.item_ref}
                {line.quantity !== null && ` × ${line.quantity}`}
              </DetailRow>
            )}
            {times.map((name) => (
              <DetailRow
                key={name}
                label={t(`marketplaces.statements.field.${name}`)}
              >
                <Moment value={line[name]} />
              </DetailRow>
            ))}
            {line.net !== null && (
              <DrawerSection title={t("marketplaces.statements.amounts")}>
                {PARTS.map((part) => (
                  <DetailRow
                    key={part}
                    label={t(`marketplaces.statements.part.${part}`)}
                  >
                    <Money
                      amount={line[part]}
                      currency_code={currency_code}
                      strong={part === "net"}
                    />
                  </DetailRow>
                ))}
              </DrawerSection>
            )}
            {settlement && (
              <DrawerSection
                title={t("marketplaces.statements.compared")}
                hint={t("marketplaces.statements.compared_hint")}
              >
                <SideBySide settlement={settlement} />
              </DrawerSection>
            )}
            {!settlement && line.expected !== null && (
              <DrawerSection
                title={t("marketplaces.statements.compared")}
                hint={t("marketplaces.statements.compared_hint")}
              >
                <DetailRow label={t("marketplaces.statements.part.expected")}>
                  <Money amount={line.expected} currency_code={currency_code} />
                  {line.expected_basis && (
                    <Text size="xsmall" className="text-ui-fg-muted">
                      {t(
                        `marketplaces.statements.basis.${line.expected_basis}`
                      )}
                    </Text>
                  )}
                </DetailRow>
                <DetailRow
                  label={t("marketplaces.statements.difference.label")}
                >
                  <Difference
                    amount={line.difference}
                    currency_code={currency_code}
                  />
                </DetailRow>
              </DrawerSection>
            )}
            <FeeParts parts={line.fee_parts} currency_code={currency_code} />
            <DrawerSection
              title={t("marketplaces.statements.cells")}
              hint={t("marketplaces.statements.cells_hint")}
            >
              {Object.entries(line.raw).map(([heading, value]) => (
                <DetailRow key={heading} label={heading}>
                  {value === null || value === "" ? "—" : String(value)}
                </DetailRow>
              ))}
            </DrawerSection>
          </div>
        </Drawer.Body>
        <Drawer.Footer>
          {line.settlement_id && (
            <Button asChild size="small" variant="secondary">
              <Link
                to={`/marketplaces/statements/orders?settlement=${line.settlement_id}`}
              >
                {t("marketplaces.statements.order.see")}
              </Link>
            </Button>
          )}
          <Drawer.Close asChild>
            <Button size="small">{t("marketplaces.actions.close")}</Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
